"""Phrases that point from the date being spoken of: "a day later", "the following month", "that year"."""

from __future__ import annotations

from regesta.edtf.write import (
    third_of_month,
    third_of_years,
    write,
    write_century,
    write_decade,
    write_interval,
    write_millennium,
)
from regesta.tag.dates.compose import Point, calendar, days_of_month, part_of_year, turn_of, years_in_run
from regesta.tag.dates.expression import Expression

_SEASON_MONTHS = {21: 3, 22: 6, 23: 9}
_FORTNIGHT = 14
_LENGTHS = {"decade": 10, "century": 100, "millennium": 1000}
#: In these months "the turn of the year" is the one that has just been.
_AFTER_NEW_YEAR = 2


def read(date: Expression, year: int | None) -> tuple[str, Point | None]:
    """The value of a date read in a year, and its point, counted on by the phrase that hangs on it."""
    known = date.known.get((year, date.month))
    if known is None:
        value, point = calendar(date, year)
        known = (value, point) if date.offset is None or point is None else shifted(date.offset, point)
        date.known[year, date.month] = known
    return known


def shifted(phrase: Expression, base: Point, *, looking_back: bool = False) -> tuple[str, Point]:
    """The EDTF value of a phrase seen from a base, and the point where it leads; a bare weekday is the next one.

    Where the base is coarser than the unit, what cannot be told stays open (`1939-09-XX`).
    """
    unit = phrase.unit
    if phrase.turn:
        return _turn(phrase, base)
    if unit == "day":
        return _days(phrase, base, 1)
    if unit in ("week", "fortnight", "weekend"):
        return _weeks(phrase, base)
    if unit == "weekday":
        return _weekday(phrase, base, looking_back)
    if unit == "season":
        return _season(phrase, base)
    if unit == "month":
        return _month_by_name(phrase, base) if phrase.month else _months(phrase, base)
    return _years(phrase, base)


def _turn(phrase: Expression, base: Point) -> tuple[str, Point]:
    """The turn of the century nearest to the base; of the year, the next one, or the one that has just been."""
    length = _LENGTHS.get(phrase.unit or "", 1)
    named = Expression(start=phrase.start, end=phrase.end, turn=True)
    if length == 1:
        named.year = base.year if 0 < base.month <= _AFTER_NEW_YEAR else base.year + 1
    elif length == 10:
        named.decade = (base.year + 5) // 10 * 10
    else:
        ordinal = (base.year + length // 2) // length
        named.century, named.millennium = (ordinal + 1 if ordinal >= 0 else ordinal), length == 1000
    value, point = turn_of(named)
    return value, (point or base) if length == 1 else base


def _masked(base: Point) -> tuple[str, Point]:
    return f"{write(base.year, base.month)}-XX" + ("" if base.month else "-XX"), base


def _days(phrase: Expression, base: Point, length: int) -> tuple[str, Point]:
    if not base.day:
        return _masked(base)
    start = base.as_day().plus(phrase.steps * length)
    if phrase.count == 1:
        return str(start), Point(*start)
    if phrase.steps < 0:
        first, last = base.as_day().plus(-phrase.count), base.as_day().plus(-1)
    else:
        first, last = start, start.plus(phrase.count - 1)
    return write_interval(str(first), str(last)), Point(*last)


def _weeks(phrase: Expression, base: Point) -> tuple[str, Point]:
    """A week is the one from Monday to Sunday that holds the day; a weekend its Saturday and Sunday."""
    if not base.day:
        return _masked(base)
    length = _FORTNIGHT if phrase.unit == "fortnight" else 7
    day = base.as_day().plus(phrase.steps * length)
    monday = day.plus(-day.weekday)
    first, last = (monday.plus(5) if phrase.unit == "weekend" else monday), monday.plus(7 * phrase.count - 1)
    return write_interval(str(first), str(last)), Point(*day)


def _weekday(phrase: Expression, base: Point, looking_back: bool) -> tuple[str, Point]:
    if not base.day or phrase.weekday is None:
        return _masked(base)
    day = base.as_day()
    ahead = (phrase.weekday - day.weekday) % 7
    if phrase.steps > 0:
        ahead = ahead or 7
    elif phrase.steps < 0 or (looking_back and ahead):
        ahead = ahead - 7
    on = day.plus(ahead)
    return str(on), Point(*on)


def _months(phrase: Expression, base: Point) -> tuple[str, Point]:
    if not base.month:
        return f"{write(base.year)}-XX", base
    at = _month(base.months + phrase.steps)
    if phrase.part is not None:
        return third_of_month(at.year, at.month, phrase.part), at
    if phrase.half is not None and phrase.half[1] == 2:
        return days_of_month(phrase.half, at.year, at.month), at
    if phrase.count == 1:
        return write(at.year, at.month), at
    first, last = (at, _month(at.months + phrase.count - 1))
    if phrase.steps < 0:
        first, last = _month(base.months - phrase.count), at
    return write_interval(write(*first[:2]), write(*last[:2])), last


def _month(months: int) -> Point:
    year, month = divmod(months - 1, 12)
    return Point(year, month + 1)


def _month_by_name(phrase: Expression, base: Point) -> tuple[str, Point]:
    year = base.year
    if phrase.steps > 0:
        year += base.month >= phrase.month
    elif base.month and base.month <= phrase.month:
        year -= 1
    return write(year, phrase.month), Point(year, phrase.month)


def _season(phrase: Expression, base: Point) -> tuple[str, Point]:
    first = phrase.winter if phrase.sub == 24 else _SEASON_MONTHS[phrase.sub]
    year = base.year
    if phrase.sub == 24 and first == 12 and 0 < base.month <= 2:
        year -= 1
    if phrase.steps > 0:
        year += base.month >= first if base.month else 1
    elif phrase.steps < 0:
        year -= base.month <= first + 2 if base.month else 1
    return write(year, phrase.sub), Point(year, first)


def _years(phrase: Expression, base: Point) -> tuple[str, Point]:
    length = _LENGTHS.get(phrase.unit or "", 1)
    year = base.year + phrase.steps * length
    if phrase.within and length > 1 and (phrase.part is not None or phrase.run is not None):
        first = year // length * length
        some = phrase.run and years_in_run(phrase.run, first, length)
        return some or third_of_years(first, length, phrase.part or 0), Point(year)
    if phrase.unit == "decade" and phrase.rule != "away":
        return write_decade(year), Point(year)
    if phrase.unit == "century" and phrase.rule != "away":
        return write_century(year // 100 + 1 if year > 0 else -(-year // 100 + 1)), Point(year)
    if phrase.unit == "millennium" and phrase.rule != "away":
        return write_millennium(year // 1000 + 1 if year > 0 else -(-year // 1000 + 1)), Point(year)
    if phrase.count > 1:
        first, last = sorted((base.year + phrase.steps, base.year + phrase.steps * phrase.count))
        return write_interval(write(first), write(last)), Point(last)
    if phrase.within or phrase.part is not None:
        month = base.month if phrase.steps == 0 else 0
        return part_of_year(phrase, year), Point(
            year, {0: 2, 1: 6, 2: 11}.get(phrase.part, month) if phrase.part is not None else month
        )
    return write(year), Point(year, base.month, base.day) if not phrase.steps else Point(year)
