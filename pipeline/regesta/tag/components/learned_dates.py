"""What a model that learned dates from reviews says about the dates that the rules found."""

from __future__ import annotations

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from regesta.anchor.drafts import Draft
from regesta.tag.layers import Cover, Layers, layers

#: What may stand between the edge of a date as the rules see it and as the reviewers do.
_EDGE = 12


@Language.factory("regesta_learned_dates")
def make(nlp: Language, name: str) -> LearnedDates:  # noqa: ARG001
    """The component."""
    return LearnedDates()


class LearnedDates:
    """Leaves out the dates that the reviewers of this project take for none, and cuts the others as they do.

    Only of a model that learned the label; what people decided in this very text stands, and so does a date that
    another one takes its year from.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Drops and trims drafts of dates."""
        state = layers(doc)
        if "DATE" in state.learned:
            state.drafts = _kept(state)
        return doc


def _kept(state: Layers) -> list[Draft]:
    pinned = Cover(len(state.text), ((pin.start, pin.end) for pin in state.pins))
    anchors = {draft.anchor for draft in state.drafts}
    kept: dict[int, Draft] = {}
    for index, draft in enumerate(state.drafts):
        if draft.label != "DATE" or pinned.touches(draft.start, draft.end):
            kept[index] = draft
            continue
        seen = [span for span in state.learned_dates if span[0] < draft.end and draft.start < span[1]]
        if len(seen) == 1:
            kept[index] = _cut(draft, *seen[0])
        elif seen or index in anchors:
            kept[index] = draft
    places = {index: place for place, index in enumerate(kept)}
    return [
        msgspec.structs.replace(draft, anchor=places[draft.anchor]) if draft.anchor is not None else draft
        for draft in kept.values()
    ]


def _cut(draft: Draft, start: int, end: int) -> Draft:
    """The date with the edges that the model learned, where they are close; a range keeps its parts, and its edges."""
    if draft.parts or abs(draft.start - start) > _EDGE or abs(draft.end - end) > _EDGE:
        return draft
    return msgspec.structs.replace(draft, start=start, end=end)
