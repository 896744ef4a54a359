"""Dates with their EDTF values, as a component."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from regesta.tag.dates.drafts import drafts
from regesta.tag.layers import layers


@Language.factory("regesta_dates", default_config={"winter": "december"})
def make(nlp: Language, name: str, winter: str) -> Dates:  # noqa: ARG001
    """The component; `winter` is the month in which a year's winter begins."""
    return Dates(winter)


class Dates:
    """Marks the dates of a text. It runs first, since no name is sought within a date."""

    def __init__(self, winter: str) -> None:
        self.winter = winter

    def __call__(self, doc: Doc) -> Doc:
        """Puts the dates before all other drafts: their anchors are indices among themselves."""
        state = layers(doc)
        state.drafts[:0] = drafts(
            state.text, language=state.language, issued=state.issued, winter=self.winter, pins=state.pins
        )
        return doc
