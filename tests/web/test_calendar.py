"""A date on its small calendar."""

from __future__ import annotations

import pytest

from regesta.web.calendar import calendar


def test_the_days_of_a_range_are_marked() -> None:
    drawn = calendar("1939-12-06/1939-12-07")
    assert drawn is not None
    assert drawn.count('class="in"') == 2
    assert '<td class="in">6</td><td class="in">7</td>' in drawn
    assert "6–7 December 1939, 1939-12-06 to 1939-12-07" in drawn


def test_a_day_stands_under_its_weekday() -> None:
    """6 December 1939 was a Wednesday."""
    drawn = calendar("1939-12-06") or ""
    row = next(each for each in drawn.split("<tr>") if 'class="in"' in each)
    assert row.split("</td>")[2].endswith(">6")


def test_a_year_shows_its_months_and_a_century_its_ends() -> None:
    assert (calendar("1939") or "").count('class="in"') == 12
    assert "1801" in (calendar("1801/1900") or "")


@pytest.mark.parametrize("value", ["1939-12/..", "../1939-12"])
def test_an_open_end_is_shown(value: str) -> None:
    assert 'class="open"' in (calendar(value) or "")


@pytest.mark.parametrize("value", ["", "nonsense", "XXXX-12-25"])
def test_what_has_no_place_in_time_is_not_drawn(value: str) -> None:
    assert calendar(value) is None
