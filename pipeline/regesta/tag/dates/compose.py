"""From what the words say, and the year they are read in, to an EDTF value."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from regesta.edtf.days import Day, easter, gregorian_to_julian, julian_easter, julian_to_gregorian, month_length
from regesta.edtf.parse import is_valid, parse
from regesta.edtf.write import (
    third_of_month,
    third_of_year,
    third_of_years,
    write,
    write_century,
    write_decade,
    write_interval,
    write_millennium,
)
from regesta.tag.dates.expression import Expression

_FIRST_EASTER, _FIRST_GREGORIAN_EASTER = 325, 1583
_SEASON_MONTH = {21: 4, 22: 7, 23: 10}
_PART_MONTH = {0: 2, 1: 6, 2: 11}


class Point(NamedTuple):
    """A date that a narrative stands at: astronomical year, month and day, 0 where not known."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def months(self) -> int:
        """Months since year 0; only where the month is known."""
        return self.year * 12 + self.month

    def as_day(self) -> Day:
        """The day itself; only where it is known."""
        return Day(self.year, self.month, self.day)


def calendar(date: Expression, year: int | None) -> tuple[str, Point | None]:
    """The EDTF value of a date read in a year (None: the year stays open), and the point that its end stands at."""
    if date.fixed:
        return date.fixed, Point(date.year or 0, date.month, date.day)
    if date.turn:
        return turn_of(date)
    if date.last is not None:
        return _pair(date, year)
    value, point = _single(date, date.year if date.year is not None else year)
    return _qualified(date, value), point


def _qualified(date: Expression, value: str) -> str:
    if date.approximate:
        value = "/".join(f"{end}~" if end != ".." else end for end in value.split("/"))
    if date.bound and value and date.part is None and date.half is None:
        ends = value.split("/")
        value = f"../{ends[-1]}" if date.bound == "before" else f"{ends[0]}/.."
    return value


def _pair(date: Expression, year: int | None) -> tuple[str, Point | None]:
    last = date.last
    assert last is not None
    first_year = date.year if date.year is not None else year
    if date.double:
        return _double(date, last, first_year)
    last_year = last.year if last.year is not None else first_year
    start, start_point = _single(date, first_year)
    end, end_point = _single(last, last_year)
    if last.year is None and last_year is not None and start_point and end_point and start_point > end_point:
        end, end_point = _single(last, last_year + 1)
    value = write_interval(start.split("/")[0], end.split("/")[-1])
    if not start or not end or not is_valid(value):
        return start, start_point
    wide = not date.month and not date.sub and not date.day and not date.named
    return _qualified(date, value), start_point if wide else end_point


def ends(date: Expression, value: str) -> tuple[str, str]:
    """The values of the two ends of a range whose value is known."""
    assert date.last is not None
    earliest, latest = parse(value).earliest, parse(value).latest
    first_year, last_year = (bound.year if bound else None for bound in (earliest, latest))
    first = _single(date, date.year if date.year is not None else first_year)[0]
    return first, _single(date.last, date.last.year if date.last.year is not None else last_year)[0]


def _double(date: Expression, other: Expression, year: int | None) -> tuple[str, Point | None]:
    """The Gregorian of the two names of a day; where the words name one year, it is the later one's."""
    new, old = (date, other) if date.new_first else (other, date)
    if new.year is not None or year is None:
        return _single(new, new.year)
    return _single(new, year + (old.year is not None and old.month > new.month))


def written(date: Expression, value: str) -> str:
    """The Julian reading of a date whose value is Gregorian, as its words give it; empty for any other date."""
    day = parse(value).earliest if value else None
    if day is None or not date.day or not (date.double or date.old_style):
        return ""
    if not date.double:
        return write(*gregorian_to_julian(day))
    old = date.last if date.new_first else date
    assert old is not None
    year = day.year - (old.month > day.month)
    return write(year, old.month, old.day) if old.day <= month_length(year, old.month) else ""


def _single(date: Expression, year: int | None) -> tuple[str, Point | None]:
    if date.decade is not None:
        return _decade(date)
    if date.century:
        return _century(date)
    if date.named:
        return _named(date, year)
    if year is None:
        return _open(date), None
    if date.day:
        if not date.month or date.day > month_length(year, date.month):
            return "", None
        day = julian_to_gregorian(year, date.month, date.day) if date.old_style else Day(year, date.month, date.day)
        return str(day), Point(*day)
    if date.month:
        return _month(date, year), Point(year, date.month)
    if date.sub:
        return write(year, date.sub), Point(year, date.winter if date.sub == 24 else _SEASON_MONTH[date.sub])
    return part_of_year(date, year), Point(year, 0 if date.part is None else _PART_MONTH[date.part])


def _open(date: Expression) -> str:
    """The value of a date whose year nothing tells."""
    if date.month:
        return f"XXXX-{date.month:02d}" + (f"-{date.day:02d}" if date.day else "")
    return f"XXXX-{date.sub}" if date.sub else ""


def _month(date: Expression, year: int) -> str:
    if date.part is not None:
        return _thirds(date, date.part, lambda part: third_of_month(year, date.month, part))
    if date.half is not None:
        return days_of_month(date.half, year, date.month)
    if date.run is not None:
        return _days_in_run(date.run, year, date.month)
    return write(year, date.month)


def _days_in_run(run: tuple[int, str], year: int, month: int) -> str:
    """ "the first ten days", "the last two weeks" of a month; empty where it is not that long."""
    count, length = abs(run[0]) * (7 if run[1] == "week" else 1), month_length(year, month)
    if count > length:
        return ""
    first = 1 if run[0] > 0 else length - count + 1
    return write_interval(write(year, month, first), write(year, month, first + count - 1))


def _thirds(date: Expression, last: int, third: Callable[[int], str]) -> str:
    """One third, or with "mid to late" all from the first of two to the last."""
    if date.first_part is None:
        return third(last)
    return write_interval(third(date.first_part).split("/")[0], third(last).split("/")[1])


def days_of_month(share: tuple[int, int], year: int, month: int) -> str:
    """A half of a month (n, 2), or its n-th week (n, 7), the fifth being its last seven days."""
    (which, of), length = share, month_length(year, month)
    if of == 2:
        first, last = (1, 15) if which == 1 else (16, length)
    else:
        first, last = (7 * which - 6, 7 * which) if which < 5 else (length - 6, length)
    return write_interval(write(year, month, first), write(year, month, last))


def part_of_year(date: Expression, year: int) -> str:
    """A year, or the third, half or quarter of it that the words name."""
    if date.part is not None:
        return _thirds(date, date.part, lambda part: third_of_year(year, part))
    if date.half is not None:
        which, of = date.half
        return write(year, {2: 39, 4: 32}[of] + which)
    if date.run is not None:
        count = abs(date.run[0])
        first = 1 if date.run[0] > 0 else 13 - count
        return write_interval(write(year, first), write(year, first + count - 1))
    return write(year)


def years_in_run(run: tuple[int, str], first: int, length: int) -> str:
    """ "the first five years" of the decade, century or millennium that begins with the year `first`."""
    count = min(abs(run[0]), length)
    start = first if run[0] > 0 else first + length - count
    return write_interval(write(start), write(start + count - 1))


def turn_of(date: Expression) -> tuple[str, Point | None]:
    """The turn of a century, decade or year: the last decade, year or month of the one and the first of the next.

    The one that the words name begins with it: the turn of the twentieth century is 1890/1909.
    """
    last = date.last or date
    if last.century:
        first, length = _begin(last), 10
    elif last.decade is not None:
        first, length = last.decade if last.decade > 0 else last.decade - 8, 1
    elif last.year is not None:
        return write_interval(write(last.year - 1, 12), write(last.year, 1)), Point(last.year, 1)
    else:
        return "", None
    return write_interval(write(first - length), write(first + length - 1)), Point(first)


def _begin(date: Expression) -> int:
    """The first year of a century or millennium."""
    length = 1000 if date.millennium else 100
    return (date.century - 1) * length if date.century > 0 else date.century * length + 1


def _decade(date: Expression) -> tuple[str, Point | None]:
    first = date.decade or 0
    if first < 0:
        first = first - 8
        value = write_interval(write(first), write(first + 9))
        if date.part is not None:
            value = _thirds(date, date.part, lambda part: third_of_years(first, 10, part))
        return value, Point(first)
    if date.part is not None:
        thirds = _thirds(date, date.part, lambda part: third_of_years(first, 10, part))
        return thirds, Point(first + (0, 4, 7)[date.part])
    if date.run is not None:
        return years_in_run(date.run, first, 10), Point(first)
    return write_decade(first) if first % 100 or not date.era else write_century(first // 100 + 1), Point(first)


def _century(date: Expression) -> tuple[str, Point | None]:
    first, length = _begin(date), 1000 if date.millennium else 100
    point = Point(first)
    if date.part is not None:
        return _thirds(date, date.part, lambda part: third_of_years(first, length, part)), point
    if date.half is not None:
        which, of = date.half
        return write_interval(write(first + (which - 1) * length // of), write(first + which * length // of - 1)), point
    if date.run is not None:
        return years_in_run(date.run, first, length), point
    return (write_millennium if date.millennium else write_century)(date.century), point


def _easter(year: int, after: int) -> Day | None:
    """The day so many days after Easter, by the calendar that was in use: the Julian one before 1583."""
    if year >= _FIRST_GREGORIAN_EASTER:
        return easter(year).plus(after)
    if year < _FIRST_EASTER:
        return None
    return Day(*gregorian_to_julian(julian_to_gregorian(year, *julian_easter(year)).plus(after)))


def _named(date: Expression, year: int | None) -> tuple[str, Point | None]:
    day = date.named
    if day.count("-") == 2 and not day.startswith("easter"):
        fixed_year, month, of_month = (int(piece) for piece in day.split("-"))
        return write(fixed_year, month, of_month), Point(fixed_year, month, of_month)
    if year is None:
        return ("" if day.startswith("easter") else f"XXXX-{day}"), None
    if day.startswith("easter"):
        on = _easter(year, int(day.removeprefix("easter")))
        if on is None:
            return "", None
    else:
        on = Day(year, int(day[:2]), int(day[3:]))
    return str(on), Point(*on)
