"""Values to EDTF texts: the forms that regesta itself gives to what people wrote."""

from __future__ import annotations

from regesta.edtf.days import Day, month_length, year_text


def write(year: int, month: int = 0, day: int = 0) -> str:
    """A day, a month (or part of a year, 21 to 41) or a year; 0 leaves the finer ones out."""
    text = year_text(year)
    if month:
        text += f"-{month:02d}"
    return f"{text}-{day:02d}" if day else text


def write_interval(start: str, end: str) -> str:
    """An interval of two dates; one alone where they are the same, ".." where an end is empty."""
    return start if start == end else f"{start or '..'}/{end or '..'}"


def write_decade(year: int) -> str:
    """The decade that an astronomical year lies in; one BC has no mask: the 480s BC are -0488/-0479."""
    if year > 0:
        return f"{year // 10:03d}X"
    high = -((-year + 1) // 10 * 10 - 1)
    return write_interval(year_text(high - 9), year_text(high))


def write_century(century: int) -> str:
    """A century by its ordinal, negative before Christ: 19 is 18XX, -5 is -04XX."""
    return f"-{-century - 1:02d}XX" if century < 0 else f"{century - 1:02d}XX"


def write_millennium(millennium: int) -> str:
    """A millennium by its ordinal, negative before Christ: 2 is 1XXX, -2 is -1XXX; the first BC ends with year 0."""
    if millennium == -1:
        return write_interval(year_text(-999), year_text(0))
    return f"-{-millennium - 1}XXX" if millennium < 0 else f"{millennium - 1}XXX"


def third_of_month(year: int, month: int, third: int) -> str:
    """Days 1 to 10, 11 to 20, or 21 to the last of a month, for third 0, 1, 2 (early, mid, late)."""
    ends = ((1, 10), (11, 20), (21, month_length(year, month)))[third]
    return write_interval(str(Day(year, month, ends[0])), str(Day(year, month, ends[1])))


def third_of_year(year: int, third: int) -> str:
    """Months 1 to 4, 5 to 8, or 9 to 12 of a year, for third 0, 1, 2."""
    return write_interval(write(year, 4 * third + 1), write(year, 4 * third + 4))


def third_of_years(first: int, length: int, third: int) -> str:
    """A third (0, 1, 2) of the decade, century or millennium, of so many years, that begins with the year `first`.

    Years 0 to 3, 4 to 6 and 7 to 9 of a decade; 0 to 33, 34 to 66 and 67 to 99 of a century.
    """
    start, end = (-(-length * part // 3) for part in (third, third + 1))
    return write_interval(year_text(first + start), year_text(first + end - 1))
