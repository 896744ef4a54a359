"""A date in words, as an English reader expects it: `1939-12-06/1939-12-07` is 6–7 December 1939."""

from __future__ import annotations

import re

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = ("spring", "summer", "autumn", "winter")
_ORDINALS = ("first", "second", "third", "fourth")
#: What a code for a part of the year means, by its first number: 33 is the first quarter.
_PARTS = {
    21: _SEASONS,
    33: [f"{nth} quarter of" for nth in _ORDINALS],
    37: [f"{nth} third of" for nth in _ORDINALS[:3]],
    40: [f"{nth} half of" for nth in _ORDINALS[:2]],
}
_POINT = re.compile(r"(-?[0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?")
_QUALIFIERS = {"~": "about {}", "?": "{}, uncertain", "%": "about {}, uncertain"}


def date_in_words(edtf: str) -> str:
    """An EDTF text in words; a form that has no plain words stays as it is written."""
    if edtf[:1] in ("[", "{"):
        return _set_in_words(edtf)
    if "/" not in edtf:
        return _point_in_words(edtf)
    start, _, end = edtf.partition("/")
    if end in ("", ".."):
        return f"from {_point_in_words(start)} on" if end else f"from {_point_in_words(start)}, end not known"
    if start in ("", ".."):
        return f"until {_point_in_words(end)}" if start else f"until {_point_in_words(end)}, start not known"
    return _range_in_words(start, end)


def _set_in_words(edtf: str) -> str:
    words = [_member_in_words(item) for item in edtf[1:-1].split(",")]
    last = " or " if edtf[0] == "[" else " and "
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + last + words[-1]


def _member_in_words(item: str) -> str:
    if item.startswith(".."):
        return f"{_point_in_words(item[2:])} or before"
    if item.endswith(".."):
        return f"{_point_in_words(item[:-2])} or later"
    return date_in_words(item.replace("..", "/"))


def _range_in_words(start: str, end: str) -> str:
    """The two ends, without what they share: 6–7 December 1939, October–November 1939, 1939–1941."""
    first, last = _POINT.fullmatch(start), _POINT.fullmatch(end)
    if first and last and not _has_gaps(start, end):
        if first[3] and last[3] and first[1] == last[1]:
            if first[2] == last[2]:
                return f"{int(first[3])}–{_point_in_words(end)}"
            return f"{int(first[3])} {_MONTHS[int(first[2]) - 1]} – {_point_in_words(end)}"
        if first[2] and last[2] and not first[3] and not last[3] and first[1] == last[1] and _are_months(first, last):
            return f"{_MONTHS[int(first[2]) - 1]}–{_point_in_words(end)}"
        if not first[2] and not last[2] and not start.startswith("-"):
            return f"{_year_in_words(first[1])}–{_year_in_words(last[1])}"
    return f"{_point_in_words(start)} – {_point_in_words(end)}"


def _has_gaps(start: str, end: str) -> bool:
    return "X" in start or "X" in end


def _are_months(first: re.Match[str], last: re.Match[str]) -> bool:
    return int(first[2]) <= 12 and int(last[2]) <= 12


def _point_in_words(edtf: str) -> str:
    if edtf[-1:] in _QUALIFIERS:
        return _QUALIFIERS[edtf[-1]].format(_point_in_words(edtf[:-1]))
    match = _POINT.fullmatch(edtf)
    if match is None:
        return edtf
    year, month, day = match.groups()
    in_year = _year_in_words(year)
    if month is None:
        return in_year
    name = _month_in_words(month)
    if name is None:
        return edtf
    if day is None or day == "XX":
        return f"{name} {in_year}"
    return edtf if "X" in day else f"{int(day)} {name}{',' if year == 'XXXX' else ''} {in_year}"


def _month_in_words(month: str) -> str | None:
    if month == "XX":
        return "some month of"
    if "X" in month:
        return None
    number = int(month)
    if 1 <= number <= 12:
        return _MONTHS[number - 1]
    return next((names[number - base] for base, names in _PARTS.items() if base <= number < base + len(names)), None)


def _year_in_words(year: str) -> str:
    if year == "XXXX":
        return "year not known"
    if year.startswith("-"):
        return year if "X" in year else f"{int(year[1:]) + 1} BC"
    if year.endswith("XX") and "X" not in year[:2]:
        return f"{int(year[:2]) + 1}{_ordinal_ending(int(year[:2]) + 1)} century"
    if year.endswith("X") and "X" not in year[:3]:
        return f"{int(year[:3]) * 10}s"
    return year if "X" in year else "1 BC" if year == "0000" else f"{int(year)}"


def _ordinal_ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
