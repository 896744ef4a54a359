"""One date of EDTF, without interval or set: its grammar, its earliest and latest day, its precision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Literal

from msgspec import Struct

from regesta.edtf.days import Day, month_length

Precision = Literal["day", "range", "month", "season", "year", "decade", "wider", "unknown"]

_POINT = re.compile(
    r"(?P<q1>[?~%]?)(?P<year>-?[0-9X]{4}|Y-?[1-9][0-9]{4,}|Y-?[1-9][0-9]*E[1-9][0-9]*)(?:S(?P<digits>[1-9][0-9]*))?"
    r"(?P<q2>[?~%]?)"
    r"(?:-(?P<q3>[?~%]?)(?P<month>[0-9X]{2})(?P<q4>[?~%]?)(?:-(?P<q5>[?~%]?)(?P<day>[0-9X]{2})(?P<q6>[?~%]?))?)?"
    r"(?P<time>T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?)?"
)
_TIME = re.compile(
    r"T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-](?:0[0-9]|1[0-4])(?::[0-5][0-9])?)?|T24:00:00Z?"
)
#: Sub-year code to first and last month; over 12 is the next year (LoC EDTF, Level 2: Sub-year groupings).
_SUB_YEARS: dict[int, tuple[int, int]] = {
    **dict.fromkeys((21, 25, 31), (3, 5)),
    **dict.fromkeys((22, 26, 32), (6, 8)),
    **dict.fromkeys((23, 27, 29), (9, 11)),
    **dict.fromkeys((24, 28, 30), (12, 14)),
    **{33 + n: (3 * n + 1, 3 * n + 3) for n in range(4)},
    **{37 + n: (4 * n + 1, 4 * n + 4) for n in range(3)},
    **{40 + n: (6 * n + 1, 6 * n + 6) for n in range(2)},
}
#: Longer years are no history, and their arithmetic would let a short text cost much time.
_MOST_DIGITS = 18


class EdtfError(ValueError):
    """A text that is no EDTF; the message says why."""


class Point(Struct, frozen=True):
    """One date: its bounds, its precision, and whether a qualifier (? ~ %) stands on any part of it."""

    earliest: Day
    latest: Day
    precision: Precision
    uncertain: bool = False
    approximate: bool = False


def parse_point(text: str, winter: str = "december") -> Point:
    """The date that `text` writes; raises EdtfError."""
    match = _POINT.fullmatch(text)
    if match is None:
        raise EdtfError(f"{text!r} is no EDTF date")
    year, month, day, time = match["year"], match["month"], match["day"], match["time"]
    marks = "".join(match[f"q{n}"] or "" for n in range(1, 7))
    if time and (marks or "X" in text or day is None or not _TIME.fullmatch(time)):
        raise EdtfError(f"{text!r} has a time of day that is none, or none that may stand here")
    if match["digits"] and month:
        raise EdtfError(f"{text!r} gives significant digits to more than a year")
    if year.startswith("Y"):
        span = _long_year(text, year, match["digits"], month)
    elif match["digits"]:
        span = _significant(text, year, int(match["digits"]))
    elif month is None:
        low, high = _year_bounds(year)
        span = Point(Day(low, 1, 1), Day(high, 12, 31), _year_precision(year))
    else:
        span = _inside_year(text, year, month, day, winter)
    if not marks:
        return span
    uncertain, approximate = "?" in marks or "%" in marks, "~" in marks or "%" in marks
    return Point(span.earliest, span.latest, span.precision, uncertain, approximate)


def _year_bounds(year: str) -> tuple[int, int]:
    if year == "-0000":
        raise EdtfError("-0000 is no year: 1 BC is 0000")
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return (high, low or -1) if year.startswith("-") else (low, high)


def _year_precision(year: str) -> Precision:
    digits = year.lstrip("-")
    if "X" not in digits:
        return "year"
    if digits == "XXXX":
        return "unknown"
    return "decade" if digits.index("X") == 3 else "wider"


def _long_year(text: str, year: str, digits: str | None, month: str | None) -> Point:
    mantissa, _, exponent = year[1:].partition("E")
    if month is not None:
        raise EdtfError(f"{text!r}: a year written with Y stands alone")
    length = len(mantissa.lstrip("-")) + (int(exponent or 0) if len(exponent) < 4 else 9_999)
    if length > _MOST_DIGITS:
        raise EdtfError(f"{text!r} lies farther away than regesta counts")
    value = int(mantissa) * 10 ** int(exponent or 0)
    if exponent and abs(value) < 10_000:
        raise EdtfError(f"{text!r}: a year of four digits is written without Y")
    return _rounded(text, value, length, int(digits)) if digits else Point(Day(value, 1, 1), Day(value, 12, 31), "year")


def _significant(text: str, year: str, digits: int) -> Point:
    if "X" in year:
        raise EdtfError(f"{text!r} has both unspecified and significant digits")
    return _rounded(text, int(year), 4, digits)


def _rounded(text: str, year: int, length: int, digits: int) -> Point:
    if digits > length:
        raise EdtfError(f"{text!r} has fewer digits than it calls significant")
    step = 10 ** (length - digits)
    low = abs(year) // step * step
    ends = (low, low + step - 1) if year >= 0 else (-(low + step - 1), -low)
    precision: Precision = "year" if step == 1 else "decade" if step == 10 else "wider"
    return Point(Day(ends[0], 1, 1), Day(ends[1], 12, 31), precision)


def _inside_year(text: str, year: str, month: str, day: str | None, winter: str) -> Point:
    if month.isdigit() and int(month) in _SUB_YEARS:
        return _sub_year(text, year, int(month), day, winter)
    months = [n for n in range(1, 13) if _fits(n, month)]
    if not months:
        raise EdtfError(f"{text!r}: there is no month {month}")
    _year_bounds(year)
    if day is None:
        low, high = _year_bounds(year)
        latest = Day(high, months[-1], month_length(high, months[-1]))
        precision = _month_precision(year, month, months)
        return Point(Day(low, months[0], 1), latest, precision)
    if not any(_fits(n, day) for n in range(1, max(month_length(2000, n) for n in months) + 1)):
        raise EdtfError(f"{text!r}: there is no such day in the month")
    first = _first_day(_years(year, ascending=True), months, day, ascending=True)
    last = _first_day(_years(year, ascending=False), months[::-1], day, ascending=False)
    if first is None or last is None:
        raise EdtfError(f"{text!r}: there is no such day")
    precision = "day" if first == last else _month_precision(year, month, months)
    return Point(first, last, "range" if precision == "month" and day != "XX" else precision)


def _month_precision(year: str, month: str, months: list[int]) -> Precision:
    if "X" in year:
        return _year_precision(year)
    if month == "XX":
        return "year"
    return "month" if len(months) == 1 else "range"


def _sub_year(text: str, year: str, code: int, day: str | None, winter: str) -> Point:
    if day is not None:
        raise EdtfError(f"{text!r}: a part of a year has no days of its own")
    low, high = _year_bounds(year)
    first, last = _SUB_YEARS[code]
    if winter == "january" and first == 12:
        low, high = low - 1, high - 1
    end = Day(high + (last > 12), (last - 1) % 12 + 1, 1)
    precision = _year_precision(year) if "X" in year else "season" if code < 33 else "range"
    latest = Day(end.year, end.month, month_length(end.year, end.month))
    return Point(Day(low, first, 1), latest, precision)


def _years(year: str, *, ascending: bool) -> Iterator[int]:
    """The years that a mask fits, nearest end first."""
    if "X" not in year:
        yield int(year)
        return
    negative = year.startswith("-")
    digits = "0123456789" if ascending != negative else "9876543210"
    for choice in product(*[digits if char == "X" else char for char in year.lstrip("-")]):
        value = int("".join(choice))
        if value or not negative:
            yield -value if negative else value


def _first_day(years: Iterator[int], months: list[int], day: str, *, ascending: bool) -> Day | None:
    for year in years:
        for month in months:
            days = [n for n in range(1, month_length(year, month) + 1) if _fits(n, day)]
            if days:
                return Day(year, month, days[0] if ascending else days[-1])
    return None


def _fits(number: int, mask: str) -> bool:
    text = f"{number:02d}"
    return (mask[0] in ("X", text[0])) and (mask[1] in ("X", text[1]))
