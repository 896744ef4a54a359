"""How two dates stand to each other. Each function takes an EDTF text or a parsed value."""

from __future__ import annotations

from regesta.edtf.days import Day
from regesta.edtf.parse import Edtf, parse

Stretch = tuple[Day | None, Day | None]


def overlap(one: str | Edtf, other: str | Edtf) -> bool:
    """Whether the two may share a day: whether their stretches from earliest to latest day meet.

    A qualifier (? ~ %) does not widen them; an open end reaches without limit; of a set each member counts alone.
    """
    return _overlap(_value(one).members, _value(other).members)


def contains(outer: str | Edtf, inner: str | Edtf) -> bool:
    """Whether every day that the inner one may be lies in the outer one; what is open contains all beyond its end."""
    return all(any(_within(part, whole) for whole in _value(outer).members) for part in _value(inner).members)


def same_day(one: str | Edtf, other: str | Edtf) -> bool | None:
    """Whether the two are the same day: True for sure, False for sure not, None where it cannot be told.

    Only two dates to the day without a qualifier (? ~ %) can be told to be the same; a month that holds the day gives
    None, one that does not False. A date with a qualifier is never sure; it is taken to reach beyond its bounds, on
    either side, by its own length (by 366 days where an end is open), so that 1939-09-27~ and 1939-09-28 give None.
    """
    first, second = _value(one), _value(other)
    if first.exact and second.exact:
        return first.earliest == second.earliest
    return None if _overlap(_widened(first), _widened(second)) else False


def _value(date: str | Edtf) -> Edtf:
    return parse(date) if isinstance(date, str) else date


def _overlap(ones: tuple[Stretch, ...], others: tuple[Stretch, ...]) -> bool:
    return any(_before(a[0], b[1]) and _before(b[0], a[1]) for a in ones for b in others)


def _before(start: Day | None, end: Day | None) -> bool:
    return start is None or end is None or start <= end


def _within(part: Stretch, whole: Stretch) -> bool:
    begins = whole[0] is None or (part[0] is not None and part[0] >= whole[0])
    return begins and (whole[1] is None or (part[1] is not None and part[1] <= whole[1]))


def _widened(date: Edtf) -> tuple[Stretch, ...]:
    if date.certain:
        return date.members
    wide: list[Stretch] = []
    for start, end in date.members:
        length = end.number - start.number + 1 if start and end else 366
        wide.append((start.plus(-length) if start else None, end.plus(length) if end else None))
    return tuple(wide)
