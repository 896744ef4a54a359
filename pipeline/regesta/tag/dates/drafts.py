"""The dates of a text as drafts of mentions."""

from __future__ import annotations

from collections.abc import Sequence

from regesta import __version__
from regesta.anchor.drafts import Draft
from regesta.model.mention import Alternative, By, Part
from regesta.tag.dates.recognise import IsDateWord, Pin, dates

COMPONENT = "regesta_dates"


def drafts(
    text: str,
    *,
    language: str = "",
    issued: str = "",
    winter: str = "december",
    is_date_word: IsDateWord | None = None,
    pins: Sequence[Pin] = (),
) -> list[Draft]:
    """A draft for each date of a document, in the order of its text; `anchor` counts within this list."""
    return [
        Draft(
            start=reading.start,
            end=reading.end,
            label="DATE",
            value=reading.value,
            by=By(component=COMPONENT, version=__version__, score=reading.score),
            parts=[Part(start=part.start, end=part.end, value=part.value) for part in reading.parts],
            rule=reading.rule,
            anchor=reading.anchor,
            alternatives=[Alternative(value=rival.value, score=rival.score) for rival in reading.rivals],
        )
        for reading in dates(
            text, language=language, issued=issued, winter=winter, is_date_word=is_date_word, pins=pins
        )
    ]
