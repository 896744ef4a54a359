"""Dates with their EDTF values, as a component."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from regesta.anchor.drafts import Draft
from regesta.model.mention import Alternative, Part
from regesta.tag.dates.recognise import DateReading, dates
from regesta.tag.layers import layers, signed


@Language.factory("regesta_dates", default_config={"winter": "december"})
def make(nlp: Language, name: str, winter: str) -> Dates:  # noqa: ARG001
    """The component; `winter` is the month in which a year's winter begins."""
    return Dates(name, winter)


class Dates:
    """Marks the dates of a text. It runs first, since no name is sought within a date."""

    def __init__(self, name: str, winter: str) -> None:
        self.name = name
        self.winter = winter

    def __call__(self, doc: Doc) -> Doc:
        """Puts the dates before all other drafts: their anchors are indices among themselves."""
        state = layers(doc)
        readings = dates(doc.text, issued=state.issued, winter=self.winter)
        state.drafts[:0] = [self._draft(reading) for reading in readings]
        return doc

    def _draft(self, reading: DateReading) -> Draft:
        return Draft(
            start=reading.start,
            end=reading.end,
            label="DATE",
            value=reading.value,
            by=signed(self.name, score=reading.score),
            parts=[Part(start=part.start, end=part.end, value=part.value) for part in reading.parts],
            rule=reading.rule,
            anchor=reading.anchor,
            alternatives=[Alternative(value=rival.value, score=rival.score) for rival in reading.rivals],
        )
