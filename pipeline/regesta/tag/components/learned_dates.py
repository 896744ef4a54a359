"""What a model that learned dates from reviews says about the dates that the rules found."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from regesta.anchor.drafts import Draft
from regesta.tag.layers import Cover, Layers, layers

Span = tuple[int, int]


@Language.factory("regesta_learned_dates")
def make(nlp: Language, name: str) -> LearnedDates:  # noqa: ARG001
    """The component."""
    return LearnedDates()


class LearnedDates:
    """Leaves out the dates that the reviewers of this project take for none, and cuts the others as they do.

    Only of a model that learned the label: it says what is a date and where it begins and ends, the rules what it
    means, in all the words around it ("1941" in "the summer of 1941" is a summer). What people decided in this very
    text stands.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Drops, trims and parts drafts of dates."""
        state = layers(doc)
        if "DATE" in state.learned:
            state.drafts = _kept(state)
        return doc


def _kept(state: Layers) -> list[Draft]:
    """The drafts that stay, each with the number of the one that its value hangs on, as it stands among them."""
    pinned = Cover(len(state.text), ((pin.start, pin.end) for pin in state.pins))
    cut = [
        [draft]
        if draft.label != "DATE" or pinned.touches(draft.start, draft.end)
        else _as_learned(draft, [span for span in state.learned_dates if _meet(span, (draft.start, draft.end))])
        for draft in state.drafts
    ]
    anchors = [_anchor(state.drafts, cut, draft.anchor) for draft in state.drafts]
    for at, anchor in enumerate(anchors):
        if cut[at] and anchor is not None and not cut[anchor]:
            cut[anchor] = [state.drafts[anchor]]
    places: dict[int, int] = {}
    size = 0
    for at, pieces in enumerate(cut):
        places[at] = size
        size += len(pieces)
    return [
        msgspec.structs.replace(piece, anchor=None if anchor is None or not cut[anchor] else places[anchor])
        for pieces, anchor in zip(cut, anchors, strict=True)
        for piece in pieces
    ]


def _meet(span: Span, other: Span) -> bool:
    return span[0] < other[1] and other[0] < span[1]


def _as_learned(draft: Draft, seen: Sequence[Span]) -> list[Draft]:
    """A date with the edges that were learned; a range in two where its ends were; none where the model saw none."""
    if draft.parts:
        ends = [(span, [part for part in draft.parts if _meet(span, (part.start, part.end))]) for span in seen]
        if seen and all(len(parts) == 1 for _, parts in ends) and len({parts[0] for _, parts in ends}) == len(ends):
            return [
                msgspec.structs.replace(draft, start=span[0], end=span[1], value=parts[0].value, parts=[])
                for span, parts in ends
            ]
    elif len(seen) == 1:
        return [msgspec.structs.replace(draft, start=seen[0][0], end=seen[0][1])]
    return [draft] if seen else []


def _anchor(drafts: Sequence[Draft], cut: Sequence[Sequence[Draft]], anchor: int | None) -> int | None:
    """What a value hangs on: where that one falls away, what that one hung on itself, and where there is none, it."""
    passed = set()
    while anchor is not None and not cut[anchor] and anchor not in passed:
        passed.add(anchor)
        further = drafts[anchor].anchor
        if further is None:
            break
        anchor = further
    return anchor
