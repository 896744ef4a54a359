"""Days by other calendars, against dates that history knows by both names."""

from __future__ import annotations

import pytest

from regesta.edtf.days import Day, julian_easter, republican_day


@pytest.mark.parametrize(("year", "easter"), [(1066, (4, 16)), (1471, (4, 14)), (1492, (4, 22)), (325, (4, 18))])
def test_easter_before_the_reform(year, easter):
    assert julian_easter(year) == easter


@pytest.mark.parametrize(
    ("year", "month", "day", "gregorian"),
    [
        (1, 1, 1, Day(1792, 9, 22)),
        (2, 11, 9, Day(1794, 7, 27)),
        (4, 1, 13, Day(1795, 10, 5)),
        (8, 2, 18, Day(1799, 11, 9)),
        (13, 3, 11, Day(1804, 12, 2)),
        (14, 4, 10, Day(1805, 12, 31)),
    ],
)
def test_days_of_the_french_republic(year, month, day, gregorian):
    assert republican_day(year, month, day) == gregorian


@pytest.mark.parametrize(("year", "month", "day"), [(0, 1, 1), (15, 1, 1), (1, 13, 1), (1, 1, 31)])
def test_days_that_the_republic_did_not_have(year, month, day):
    assert republican_day(year, month, day) is None
