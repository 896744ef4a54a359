"""Days of the proleptic Gregorian calendar in any year, and their Julian names.

Years are astronomical: 1 BC is 0, 480 BC is -479. The arithmetic counts days in eras of 400 (Gregorian) or 4 (Julian)
years that begin on 1 March, so that the leap day comes last; it is the one of Howard Hinnant, "chrono-Compatible
Low-Level Date Algorithms" (public domain), and exact for integers of any size.
"""

from __future__ import annotations

from typing import NamedTuple

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_OF_400_YEARS = 146_097
_DAYS_OF_4_YEARS = 1_461
#: Day number of the Julian 1 March of year 0, counted from the Gregorian 1 March of year 0 (28 February).
_JULIAN_EPOCH = -2


def is_leap(year: int) -> bool:
    """Whether the Gregorian year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """The days of a Gregorian month, 28 to 31."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


class Day(NamedTuple):
    """One Gregorian day; days compare in time, and `str` writes ISO 8601 (`-0479-01-01`, `Y12000-01-01`)."""

    year: int
    month: int
    day: int

    @property
    def number(self) -> int:
        """Days since 0000-03-01."""
        year = self.year - (self.month <= 2)
        era, of_era = divmod(year, 400)
        of_year = _from_march(self.month, self.day)
        return era * _DAYS_OF_400_YEARS + of_era * 365 + of_era // 4 - of_era // 100 + of_year

    @property
    def weekday(self) -> int:
        """0 for Monday to 6 for Sunday."""
        return (self.number + 2) % 7

    @staticmethod
    def of_number(number: int) -> Day:
        """The day that stands so many days after 0000-03-01."""
        era, of_era = divmod(number, _DAYS_OF_400_YEARS)
        year = (of_era - of_era // 1_460 + of_era // 36_524 - of_era // 146_096) // 365
        of_year = of_era - (365 * year + year // 4 - year // 100)
        month, day = _to_month(of_year)
        return Day(year + era * 400 + (month <= 2), month, day)

    def plus(self, days: int) -> Day:
        """The day so many days later, or earlier where `days` is negative."""
        return Day.of_number(self.number + days)

    def __str__(self) -> str:
        return f"{year_text(self.year)}-{self.month:02d}-{self.day:02d}"


def year_text(year: int) -> str:
    """A year as EDTF writes it: four digits with a sign before BC ones, `Y` before longer ones."""
    if -9999 <= year <= 9999:
        return f"-{-year:04d}" if year < 0 else f"{year:04d}"
    return f"Y{year}"


def julian_to_gregorian(year: int, month: int, day: int) -> Day:
    """The Gregorian day that the Julian calendar calls by this year, month and day."""
    from_march = year - (month <= 2)
    era, of_era = divmod(from_march, 4)
    return Day.of_number(_JULIAN_EPOCH + era * _DAYS_OF_4_YEARS + of_era * 365 + _from_march(month, day))


def gregorian_to_julian(day: Day) -> tuple[int, int, int]:
    """Year, month and day by which the Julian calendar calls a Gregorian day."""
    era, of_era = divmod(day.number - _JULIAN_EPOCH, _DAYS_OF_4_YEARS)
    year = (of_era - of_era // 1_460) // 365
    month, of_month = _to_month(of_era - 365 * year)
    return year + era * 4 + (month <= 2), month, of_month


def easter(year: int) -> Day:
    """Easter Sunday of the Gregorian calendar (the Anonymous Gregorian algorithm, Nature, 20 April 1876)."""
    golden, (century, of_century) = year % 19, divmod(year, 100)
    correction = century - (century + 8) // 25 + 1
    epact = (19 * golden + century - century // 4 - correction // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return Day(year, month, day + 1)


def julian_easter(year: int) -> tuple[int, int]:
    """Month and day of Easter Sunday in the Julian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return month, day + 1


def republican_day(year: int, month: int, day: int) -> Day | None:
    """The day that the calendar of the French republic calls so; None outside of its years 1 to 14."""
    if not (1 <= year <= len(_NEW_YEARS) and 1 <= month <= 12 and 1 <= day <= 30):
        return None
    return Day(1791 + year, 9, _NEW_YEARS[year - 1]).plus(30 * (month - 1) + day - 1)


#: The day of September on which each republican year began.
_NEW_YEARS = (22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23)


def _from_march(month: int, day: int) -> int:
    return (153 * ((month + 9) % 12) + 2) // 5 + day - 1


def _to_month(of_year: int) -> tuple[int, int]:
    from_march = (5 * of_year + 2) // 153
    return (from_march + 2) % 12 + 1, of_year - (153 * from_march + 2) // 5 + 1
