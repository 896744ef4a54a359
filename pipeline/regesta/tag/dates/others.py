"""Time expressions that are no date: how long, how often, now and then. They are no DATE mentions.

Kept apart so that durations can be told ("for several weeks") and a comparison with tools that mark them is fair.
Values are in the notation of TIMEX3 (`P2D`, `PXW`, `PRESENT_REF`), since EDTF has none for them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from regesta.tag.dates.recognise import DateReading
from regesta.tag.dates.tokens import Tokens, tokens
from regesta.tag.dates.words import Lexicon, lexicon

_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_MULTIPLES = {
    "fortnight": (2, "W"),
    "decade": (10, "Y"),
    "century": (100, "Y"),
    "millennium": (1000, "Y"),
    "weekend": (1, "WE"),
}
#: How long: a number and a unit, "a few weeks", "ten-day", "the first two years", "per day"; then how often and when.
_SPANS = re.compile(
    r"(?P<number>(?:t[Or]|[dr])?(?:a?Q|[QN])-?(?:Q-?)?(?P<unit>U)(?P<away>l)?)|(?P<past>tr)(?P<v>U)"
    r"|(?P<one>(?:a|(?<=[iflgox])(?=U))(?P<u>U))(?!l)|(?P<time>m)|(?P<pointing>tsx|dx|tx|dr|tr)|(?P<word>x|r)"
)
_CLOCK = re.compile(r"(?<![0-9:.])[0-9]{1,2}:[0-9]{2}(?![0-9:])(?:\s?[AaPp]\.?[Mm]\b\.?|\s?(?:hrs|hours)\b)?")
_BEFORE = frozenset(
    ["over", "under", "almost", "nearly", "roughly", "about", "some", "around", "approximately", "only"]
)
_NOUNS = frozenset(["time", "period", "era", "moment"])


class TimeWords(Struct, frozen=True):
    """A time expression that is no date: offsets in code points, what it says, and its value in TIMEX3."""

    start: int
    end: int
    kind: Literal["duration", "reference", "set", "time"]
    value: str


def others(text: str, dates: Sequence[DateReading]) -> list[TimeWords]:
    """The time expressions of a text outside its dates, in order."""
    words = lexicon()
    found = tokens(text, words)
    taken = [(date.start, date.end) for date in dates]
    made = [TimeWords(clock.start(), clock.end(), "time", "") for clock in _CLOCK.finditer(text)]
    taken = sorted([*taken, *((clock.start, clock.end) for clock in made)])
    at = 0
    for match in _SPANS.finditer(found.codes):
        start, end = found.starts[match.start()], found.ends[match.end() - 1]
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at < len(taken) and taken[at][0] < end:
            continue
        one = _number(found, match) or _one(found, match) or _time(found, match) or _word(found, match, words)
        if one is not None:
            made.append(one)
    return sorted(made, key=lambda one: one.start)


def _number(found: Tokens, match: re.Match[str]) -> TimeWords | None:
    """ "two weeks", "a few days", "more than 20 years", with the words that bound it."""
    if not match["number"]:
        return None
    first, unit = match.start(), match.start("unit")
    counts = [found.values[at] for at in range(first, unit) if found.codes[at] in "QN"]
    value = sum(counts) if all(counts) else 0
    if found.codes[first] == "a" and found.code(unit - 1) == "-":
        first += 1
    while found.word(first - 1) in _BEFORE and found.codes[first] not in "tdr":
        first -= 1
    if match["away"]:
        value_away = "FUTURE_REF" if found.values[match.start("away")] > 0 else "PAST_REF"
        return TimeWords(found.starts[first], found.ends[match.end() - 1], "reference", value_away)
    if found.word(first - 1) == "than" and found.word(first - 2) in ("more", "less"):
        first -= 2
    last = unit + 1
    if found.word(last) in ("old", "long"):
        last += 1
    elif found.code(last) == "-" and found.word(last + 1) in ("old", "long"):
        last += 2
    return TimeWords(found.starts[first], found.ends[last - 1], "duration", _length(found.values[unit], value))


def _length(unit: str, count: int) -> str:
    times, letter = _MULTIPLES.get(unit, (1, _UNITS.get(unit, "D")))
    return f"P{count * times}{letter}" if count else f"PX{letter}"


def _one(found: Tokens, match: re.Match[str]) -> TimeWords | None:
    """ "a week", "for weeks", "per day", "the past year"."""
    if match["past"]:
        if found.word(match.start() + 1) != "past":
            return None
        value = _length(found.values[match.start("v")], 1)
        return TimeWords(found.starts[match.start()], found.ends[match.end() - 1], "duration", value)
    if not match["one"]:
        return None
    unit, first = match.start("u"), match.start()
    plural = found.word(unit).endswith("s")
    before = found.word(first - 1)
    if match["one"][0] == "a":
        led = before in ("for", "within", "in", "over", "under", "than", "about", "of", "after", "nearly", "almost")
        return (
            None
            if plural or not led
            else TimeWords(found.starts[first], found.ends[unit], "duration", _length(found.values[unit], 1))
        )
    if before == "per":
        return TimeWords(found.starts[unit - 1], found.ends[unit], "duration", _length(found.values[unit], 1))
    if plural and before in ("for", "within", "of", "in"):
        return TimeWords(found.starts[unit], found.ends[unit], "duration", _length(found.values[unit], 0))
    return None


def _time(found: Tokens, match: re.Match[str]) -> TimeWords | None:
    if not match["time"]:
        return None
    at = match.start()
    if found.word(at) != found.text[found.starts[at] : found.ends[at]]:
        return None
    return TimeWords(found.starts[at], found.ends[at], "time", f"XXXX-XX-XXT{found.values[at]}")


def _word(found: Tokens, match: re.Match[str], words: Lexicon) -> TimeWords | None:
    """ "now", "former", "daily"; "this time", "the same period"."""
    if not (match["pointing"] or match["word"]):
        return None
    pointing = _pointing(found, match) if match["pointing"] else None
    value = words.references.get(found.word(match.end() - 1))
    if pointing is not None or value is None:
        return pointing
    kind: Literal["reference", "set"] = "set" if value.startswith("XXXX") else "reference"
    return TimeWords(found.starts[match.end() - 1], found.ends[match.end() - 1], kind, value)


def _pointing(found: Tokens, match: re.Match[str]) -> TimeWords | None:
    last = match.end() - 1
    noun = found.word(last)
    if noun == "future":
        return TimeWords(found.starts[match.start()], found.ends[last], "reference", "FUTURE_REF")
    before = found.word(match.start() - 1)
    plain = match["pointing"] == "tx"
    if noun not in _NOUNS or (plain and (noun != "time" or before not in ("at", "of", "by"))):
        return None
    return TimeWords(found.starts[match.start()], found.ends[last], "reference", "PRESENT_REF")
