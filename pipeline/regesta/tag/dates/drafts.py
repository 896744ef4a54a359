"""The dates of a text as drafts of mentions."""

from __future__ import annotations

from collections.abc import Sequence

from regesta import __version__
from regesta.anchor.drafts import Draft
from regesta.model.mention import Alternative, By, Part
from regesta.tag.dates.recognise import Share, dates_in

COMPONENT = "regesta_dates"


def drafts(text: str, shares: Sequence[Share] = (), *, issued: str = "", winter: str = "december") -> list[Draft]:
    """A draft for each date of a document, in the order of its text; `anchor` counts within this list.

    `shares` are its parts by language; without them it is all in the default one.
    """
    shares = shares or [Share(language="", text=text)]
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
        for reading in dates_in(shares, text, issued=issued, winter=winter)
    ]
