"""The dates of a life behind a name: "Anna Roth (3 May 1871 – 9 June 1942)", "(born 1871 in Lund)"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from regesta import edtf
from regesta.extract.reading import Passage
from regesta.model.mention import Mention, Part
from regesta.model.settings import EventType

BIRTH, DEATH = "birth", "death"
_TO_BRACKET = re.compile(r"^[\s,\"”’\w.'’-]{0,40}$")
_REIGN = re.compile(
    r"\b(?:king|queen|emperor|empress|pope|duke|reign\w*|ruled|bishop|r\.|fl\.|sultan|tsar|president)\b", re.I
)
_MARK = re.compile(r"(?:\b(?P<birth>born|b\.|née|\*)|(?P<death>\bdied|\bd\.|†|\bkilled))[^()]{0,30}$", re.IGNORECASE)
_LONGEST_LIFE = 110


class LifeDate(Struct, frozen=True):
    """A birth or death in brackets: the date mention and the EDTF of its end, for whom, where, by which word."""

    type: EventType
    person: Mention
    date: Mention
    edtf: str
    place: Mention | None = None
    trigger: Mention | None = None


def life_dates(passage: Passage, types: Mapping[str, EventType]) -> list[LifeDate]:
    """The births and deaths that stand in brackets right behind the names of persons."""
    found: list[LifeDate] = []
    for start, end in passage.clauses.brackets:
        person = _named_before(passage, start)
        inner = [trigger for trigger in passage.of("TRIGGER") if start < trigger.start and trigger.end < end]
        if person is None or any(trigger.value not in (BIRTH, DEATH) for trigger in inner):
            continue
        inside = [date for date in passage.of("DATE") if start < date.start and date.end < end]
        for kind, date, value in _ends(passage, inside, start):
            if kind in types and edtf.is_valid(value):
                if person.label != "PERSON" and edtf.parse(value).precision != "day":
                    continue
                words = next((trigger for trigger in inner if trigger.value == kind), None)
                found.append(
                    LifeDate(types[kind], person, date, value, _place_beside(passage, date, inside, end), words)
                )
    return found


def _named_before(passage: Passage, bracket: int) -> Mention | None:
    names = [name for name in passage.of("PERSON", "ORG") if name.end <= bracket and name.value]
    if not names:
        return None
    between = passage.clauses.text[names[-1].end : bracket]
    if not _TO_BRACKET.match(between) or _REIGN.search(passage.before(names[-1].end)[-60:]):
        return None
    return names[-1]


def _ends(passage: Passage, dates: list[Mention], bracket: int) -> list[tuple[str, Mention, str]]:
    """(birth or death, date mention, EDTF) for one range, for two dates, or for one that a word marks."""
    ranges = [date for date in dates if "/" in date.value]
    if len(dates) == 1 and ranges:
        first, last = _range_ends(ranges[0])
        return [(BIRTH, dates[0], first), (DEATH, dates[0], last)] if _is_life(first, last) else []
    if len(dates) == 2 and not ranges and not _MARK.search(passage.clauses.text[bracket : dates[1].start]):
        between = passage.between(dates[0], dates[1])
        if re.search(r"[–—-]|\bto\b", between) and _is_life(dates[0].value, dates[1].value):
            return [(BIRTH, dates[0], dates[0].value), (DEATH, dates[1], dates[1].value)]
    marked = []
    for date in dates:
        mark = _MARK.search(passage.clauses.text[bracket : date.start])
        if mark:
            marked.append((BIRTH if mark["birth"] else DEATH, date, date.value))
    return marked


def _range_ends(date: Mention) -> tuple[str, str]:
    parts: list[Part] = list(date.parts)
    if len(parts) == 2 and all(part.value for part in parts):
        return parts[0].value, parts[1].value
    first, _, last = date.value.partition("/")
    return first, last


def _is_life(first: str, last: str) -> bool:
    """Whether two dates can be those of a life; two bare years must lie far enough apart to be no term of office."""
    if not (edtf.is_valid(first) and edtf.is_valid(last)):
        return False
    start, end = edtf.parse(first), edtf.parse(last)
    if start.earliest is None or end.latest is None:
        return False
    years = end.latest.year - start.earliest.year
    least = 0 if "day" in (start.precision, end.precision) else 15
    return least <= years <= _LONGEST_LIFE


def _place_beside(passage: Passage, date: Mention, dates: list[Mention], end: int) -> Mention | None:
    later = [other.start for other in dates if other.start > date.start]
    limit = min(later, default=end)
    for place in passage.of("PLACE"):
        if date.end <= place.start < limit and re.fullmatch(r",?\s*(?:in|at|near)?\s*", passage.between(date, place)):
            return place
    earlier = [other.end for other in dates if other.end <= date.start]
    start = max(earlier, default=passage.start)
    bracket = max((a for a, _ in passage.clauses.brackets if a < date.start), default=start)
    before = [place for place in passage.of("PLACE") if max(start, bracket) <= place.start and place.end <= date.start]
    return before[0] if before and re.fullmatch(r",[\s\w,]*", passage.between(before[0], date)) else None
