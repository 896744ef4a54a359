"""Reviewed documents as the learning takes them: what people marked, what they rejected, and what is unknown."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from regesta.model.ids import sha256_hex
from regesta.model.mention import REVIEWED_LABELS, Label
from regesta.model.training import Marked

#: A label of which people marked fewer spans than this is not learned: the base model knows it better.
LEAST = 20


class Document(Struct, frozen=True, kw_only=True):
    """A text with what people decided in it.

    `complete` has the labels for which all is marked: what is not marked has none. For the other labels, what is not
    marked is unknown. `rejected` are spans that are not what they were proposed as. `language` is the
    code of the language that the text is in; empty where nobody knows.
    """

    source: str
    text: str
    marked: list[Marked]
    rejected: list[Marked] = []
    complete: tuple[Label, ...] = REVIEWED_LABELS
    language: str = ""


def covered(documents: Sequence[Document]) -> tuple[Label, ...]:
    """The labels to learn: those for which most documents are complete, as far as people marked enough of them."""
    votes: dict[tuple[Label, ...], int] = {}
    for document in documents:
        if document.complete:
            votes[document.complete] = votes.get(document.complete, 0) + 1
    if not votes:
        return ()
    labels = max(votes, key=lambda each: (votes[each], len(each), each))
    whole = [document for document in documents if set(labels) <= set(document.complete)]
    marked = [span.label for document in whole for span in document.marked]
    return tuple(label for label in REVIEWED_LABELS if label in labels and marked.count(label) >= LEAST)


def parted(documents: Sequence[Document], share: float) -> tuple[list[Document], list[Document]]:
    """The documents to learn from, and those held back: about this share of the text, chosen by its hash.

    One document at least is held back where there are two, and one at least is left to learn from.
    """
    ordered = sorted(documents, key=lambda document: sha256_hex(document.text.encode("utf-8")))
    limit = sum(len(document.text) for document in ordered) * share
    held: list[Document] = []
    size = 0
    for document in ordered:
        if len(held) + 1 < len(ordered) and (not held or size + len(document.text) / 2 <= limit) and share > 0:
            held.append(document)
            size += len(document.text)
    names = {document.source for document in held}
    return [document for document in ordered if document.source not in names], held
