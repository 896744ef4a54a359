"""Two dates that bound one time: "began on 4 May and ended on 9 June", "murders in 1939 and 1940"."""

from __future__ import annotations

import re

from regesta import edtf
from regesta.extract.reading import Passage
from regesta.model.mention import Mention

_BEGAN = re.compile(r"\b(?:began|begun|started|opened|commenced|lasted|from)\b", re.IGNORECASE)
_ENDED = re.compile(
    r"\b(?:ended|ending|closed|finished|concluded|came to an end|was completed|were completed|until|till)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:and|&)\s+(?:in\s+)?")
_PLAIN = re.compile(r"\d{4}(?:-\d{2}){0,2}")


def span_of(passage: Passage, trigger: Mention, first: Mention, last: Mention) -> str:
    """The EDTF of the time from one date to the next behind it, where the words make one of them; else empty."""
    if not (trigger.end <= first.start and first.end <= last.start):
        return ""
    if not (_PLAIN.fullmatch(first.value) and _PLAIN.fullmatch(last.value) and first.value < last.value):
        return ""
    between = passage.between(first, last)
    ended = _BEGAN.search(passage.between(trigger, first)) and _ENDED.search(between)
    if ended or (_AND.fullmatch(between) and _follow_each_other(first.value, last.value)):
        return f"{first.value}/{last.value}"
    return ""


def _follow_each_other(first: str, last: str) -> bool:
    """Whether a year or a month follows right upon the other."""
    one, other = edtf.parse(first), edtf.parse(last)
    if one.precision != other.precision or one.precision not in ("year", "month"):
        return False
    if one.latest is None or other.earliest is None:
        return False
    return one.latest.number + 1 == other.earliest.number
