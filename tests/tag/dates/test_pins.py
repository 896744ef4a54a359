"""A date that people decided about is a fixed point: what hangs on it follows, what was decided stays."""

from __future__ import annotations

import pytest

from regesta.tag.dates.pins import Pin, point_of
from regesta.tag.dates.recognise import dates

TEXT = "They met in May 1941. On 9 June they parted. A day later it rained. In July it was over."


def pin(words: str, value: str, *, is_date: bool = True, text: str = TEXT) -> Pin:
    start = text.index(words)
    return Pin(start=start, end=start + len(words), value=value, is_date=is_date)


def values(*pins: Pin, text: str = TEXT) -> list[str]:
    return [date.value for date in dates(text, pins=pins)]


def test_without_a_decision():
    assert values() == ["1941-05", "1941-06-09", "1941-06-10", "1941-07"]


def test_an_amended_date_takes_its_followers_along_and_is_itself_proposed_as_it_was():
    assert values(pin("May 1941", "1940-05")) == ["1941-05", "1940-06-09", "1940-06-10", "1940-07"]


def test_an_accepted_follower_is_proposed_anew_and_its_own_followers_stay_with_it():
    found = values(pin("May 1941", "1940-05"), pin("9 June", "1941-06-09"))
    assert found == ["1941-05", "1940-06-09", "1941-06-10", "1941-07"]


def test_what_was_accepted_as_proposed_changes_nothing():
    accepted = [
        pin(words, value) for words, value in zip(["May 1941", "9 June", "A day later"], values(), strict=False)
    ]
    assert values(*accepted) == values()


def test_a_rejected_date_is_proposed_as_it_was_but_nothing_hangs_on_it():
    text = "They met in May 1941. Room 1955 was cold, in 1956 too. In June they parted."
    moved = values(pin("May 1941", "1941-05"), text=text)
    found = dates(text, pins=[pin("1956", "1956", is_date=False, text=text)])
    assert moved[-1] in ("1941-06", "1956-06")
    assert [date.value for date in found] == ["1941-05", "1956", "1941-06"]
    assert found[-1].anchor == 0


def test_a_date_that_a_person_added_is_proposed_and_others_hang_on_it():
    text = "They met in the year of the comet. In June they parted."
    found = dates(text, pins=[pin("the year of the comet", "1811", text=text)])
    assert [(date.value, date.rule, date.anchor) for date in found] == [
        ("1811", "added", None),
        ("1811-06", "same_year", 0),
    ]


def test_an_amended_span_counts_where_it_overlaps():
    assert values(pin("in May 1941", "1940-05"))[1:] == ["1940-06-09", "1940-06-10", "1940-07"]


@pytest.mark.parametrize(
    ("value", "point"),
    [
        ("1940-05-06", (1940, 5, 6)),
        ("1940-05", (1940, 5, 0)),
        ("1940", (1940, 0, 0)),
        ("1939-12-06/1939-12-07", (1939, 12, 7)),
        ("1939-12-06/..", (1939, 12, 6)),
        ("-0479-04", (-479, 4, 0)),
        ("1940-06-XX", (1940, 6, 0)),
    ],
)
def test_the_point_of_a_value(value, point):
    assert point_of(value) == point


def test_an_open_value_has_no_point():
    assert (point_of(""), point_of("../.."), point_of("no date")) == (None, None, None)


def test_dates_that_are_all_confirmed_are_proposed_as_they_were() -> None:
    text = (
        "The talks of March 1940 are well known. If they belong to the conference of December, they came late; if to "
        "that of 20 February, they came in the next month.\n\nGermany and Russia killed in 1939 and 1940. The meeting "
        "of October is left out, the December talks are counted once."
    )
    read = dates(text)
    confirmed = [Pin(start=date.start, end=date.end, value=date.value) for date in read]
    assert [date.value for date in dates(text, pins=confirmed)] == [date.value for date in read]
