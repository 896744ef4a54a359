"""Reviewed documents as spaCy's examples, cut as the tagger cuts texts, so that it learns from what it will see."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple, cast

from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc, Span
from spacy.training import Example

from regesta.model.mention import Label
from regesta.model.training import Marked
from regesta.tag.components.model import LABELS as LABEL_OF
from regesta.tag.components.model import Piece, pieces
from regesta.tag.layers import Layers
from regesta.tag.training.gold import Document

#: Where spaCy's entity recogniser finds the spans that are wrong.
REJECTED = "regesta_rejected"
#: How a base model calls what is ours, where it has no word of its own on the very spot.
_FAVOURED: dict[Label, tuple[str, ...]] = {
    "PLACE": ("GPE", "LOC", "PLACE"),
    "PERSON": ("PERSON", "PER"),
    "ORG": ("ORG",),
    "DATE": ("DATE",),
}


class Words(NamedTuple):
    """A span of a Doc, by its first word and the word after its last."""

    start: int
    end: int
    label: str


def label_of(entity: str) -> str:
    """Our label for a model's, empty where it is none of ours."""
    return "DATE" if entity == "DATE" else LABEL_OF.get(entity, "")


def examples(base: Language, documents: Iterable[Document], labels: Sequence[Label]) -> list[Example]:
    """Examples for the labels; each piece of a document is one.

    In a document that is complete for them, what nobody marked is no name; in another it is unknown, and a piece of
    it without any decision is left out. `base` is the model as it is before: the learned labels keep its finer kinds
    (a river stays LOC where it said so), else the change of names alone would cost it dear.
    """
    known = frozenset(cast(TrainablePipe, base.get_pipe("ner")).labels) if base.has_pipe("ner") else frozenset()
    made: list[Example] = []
    for document in documents:
        whole = set(labels) <= set(document.complete)
        read = list(pieces(Layers(document.text), base))
        for piece in read:
            guesses = _guesses(base, piece)
            marked = _words(piece, document.marked, labels, guesses, known)
            rejected = [span for span in _words(piece, document.rejected, labels, guesses, known) if span not in marked]
            if whole or marked or rejected:
                made.append(_example(piece.doc, marked, rejected, whole=whole))
    return made


def _guesses(base: Language, piece: Piece) -> list[Words]:
    if not base.has_pipe("ner"):
        return []
    read = base.get_pipe("ner")(piece.doc.copy())
    return [Words(entity.start, entity.end, entity.label_) for entity in read.ents]


def _words(
    piece: Piece, spans: Collection[Marked], labels: Sequence[Label], guesses: Sequence[Words], known: Collection[str]
) -> list[Words]:
    """The spans as words of the piece; a span that ends within a word takes the whole of it, as a model can only."""
    found: list[Words] = []
    after = 0
    starts = piece.starts
    for span in sorted(spans):
        if span.label not in labels or span.end <= starts[0] or span.start >= starts[-1] + len(piece.doc[-1].text):
            continue
        covered = [
            at
            for at, token in enumerate(piece.doc)
            if starts[at] < span.end and span.start < starts[at] + len(token.text)
        ]
        if covered and covered[0] >= after:
            after = covered[-1] + 1
            found.append(Words(covered[0], after, _entity(span.label, covered[0], after, guesses, known)))
    return found


def _entity(label: Label, start: int, end: int, guesses: Sequence[Words], known: Collection[str]) -> str:
    here = [guess.label for guess in guesses if guess.start < end and start < guess.end]
    own = [entity for entity in here if label_of(entity) == label]
    return own[0] if own else next((name for name in _FAVOURED[label] if name in known), label)


def _example(doc: Doc, marked: Sequence[Words], rejected: Sequence[Words], *, whole: bool) -> Example:
    reference = doc.copy()
    reference.set_ents([Span(reference, *span) for span in marked], default="outside" if whole else "missing")
    # What is not marked in a whole document is no name anyhow; the rejected spans say so elsewhere.
    reference.spans[REJECTED] = [] if whole else [Span(reference, *span) for span in rejected]
    return Example(doc, reference)


def in_order(size: int, turn: int) -> Iterator[int]:
    """The numbers below `size`, shuffled anew for each turn, and alike on every machine."""
    state = 88172645463325252 + turn
    numbers = list(range(size))
    for at in range(size - 1, 0, -1):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        other = (state >> 33) * (at + 1) >> 31
        numbers[at], numbers[other] = numbers[other], numbers[at]
    return iter(numbers)
