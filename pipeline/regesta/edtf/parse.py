"""EDTF texts to values: dates, intervals and sets."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from regesta.edtf.days import Day
from regesta.edtf.point import EdtfError, Point, Precision, parse_point

__all__ = ["Edtf", "EdtfError", "Precision", "bounds", "is_valid", "parse"]

#: A text longer than any date that is meant; it bounds the work on a hostile one.
_LONGEST = 1_000


class Edtf(Struct, frozen=True):
    """A date, interval or set of dates: its text, earliest and latest day (None where open or unknown), precision.

    `members` are the (earliest, latest) stretches that it may lie in: one for a date or interval, more for a set.
    `certain` is false where a qualifier (? ~ %) stands on any part of it.
    """

    text: str
    earliest: Day | None
    latest: Day | None
    precision: Precision
    certain: bool
    exact: bool
    members: tuple[tuple[Day | None, Day | None], ...]

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=65_536)
def parse(text: str, winter: str = "december") -> Edtf:
    """The value of an EDTF text of level 0, 1 or 2; raises EdtfError with the reason.

    `winter` is "december" where a year's winter begins in its December, "january" where it is the one whose
    January lies in the year.
    """
    if len(text) > _LONGEST:
        raise EdtfError(f"a text of {len(text)} characters is no EDTF")
    if text[:1] in ("[", "{"):
        return _set(text, winter)
    if "/" in text:
        return _interval(text, winter)
    return _single(text, parse_point(text, winter))


def is_valid(text: str) -> bool:
    """Whether the text is EDTF of level 0, 1 or 2."""
    try:
        parse(text)
    except EdtfError:
        return False
    return True


def bounds(text: str, winter: str = "december") -> tuple[str, str]:
    """Earliest and latest day in ISO 8601, empty where open or unknown; raises EdtfError."""
    value = parse(text, winter)
    return str(value.earliest or ""), str(value.latest or "")


def _single(text: str, point: Point) -> Edtf:
    certain = not (point.uncertain or point.approximate)
    earliest: Day | None = point.earliest
    latest: Day | None = point.latest
    if point.precision == "unknown":
        earliest = latest = None
    exact = certain and point.earliest == point.latest
    members = ((earliest, latest),)
    return Edtf(text, earliest, latest, point.precision, certain, exact, members)


def _interval(text: str, winter: str) -> Edtf:
    start, end, *more = text.split("/")
    if more:
        raise EdtfError(f"{text!r} has more than two ends")
    first, last = (None if side in ("", "..") else parse_point(side, winter) for side in (start, end))
    if first is None and last is None:
        raise EdtfError(f"{text!r} has no end that is known")
    if first and last and first.earliest > last.latest:
        raise EdtfError(f"{text!r} ends before it begins")
    known = [point for point in (first, last) if point]
    earliest = first.earliest if first and first.precision != "unknown" else None
    latest = last.latest if last and last.precision != "unknown" else None
    certain = not any(point.approximate or point.uncertain for point in known)
    exact = certain and earliest is not None and earliest == latest
    precision: Precision = "range" if earliest or latest else "unknown"
    return Edtf(text, earliest, latest, precision, certain, exact, ((earliest, latest),))


def _set(text: str, winter: str) -> Edtf:
    closing = "]" if text[0] == "[" else "}"
    if len(text) < 3 or text[-1] != closing:
        raise EdtfError(f"{text!r} is not closed by {closing}")
    items = text[1:-1].split(",")
    members: list[tuple[Day | None, Day | None]] = []
    points: list[Point] = []
    for index, item in enumerate(items):
        start, dots, end = item.partition("..")
        if (not start and (not end or index > 0)) or (dots and not end and index < len(items) - 1):
            raise EdtfError(f"{text!r}: .. may stand before the first, after the last, or between two dates")
        first, last = (parse_point(side, winter) if side else None for side in (start, end if dots else start))
        if first and last and first.earliest > last.latest:
            raise EdtfError(f"{text!r}: {item} ends before it begins")
        members.append((first.earliest if first else None, last.latest if last else None))
        points += [point for point in (first, last) if point]
    starts, ends = [start for start, _ in members if start], [end for _, end in members if end]
    earliest = min(starts) if len(starts) == len(members) else None
    latest = max(ends) if len(ends) == len(members) else None
    certain = not any(point.approximate or point.uncertain for point in points)
    precision: Precision = points[0].precision if len(points) == 1 and earliest and latest else "range"
    exact = certain and earliest is not None and earliest == latest
    return Edtf(text, earliest, latest, precision, certain, exact, tuple(members))
