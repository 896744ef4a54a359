"""Values in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.model.claim import Count
from regesta.review.words import count_in_words, date_in_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1939-12-06", "6 December 1939"),
        ("1939-12", "December 1939"),
        ("1939", "1939"),
        ("193X", "1930 to 1939"),
        ("1939-12-06/1939-12-07", "6 to 7 December 1939"),
        ("1939-10-24/1939-11-23", "24 October 1939 to 23 November 1939"),
        ("1939-09/1939-12", "September 1939 to December 1939"),
        ("1939-12~", "about December 1939"),
        ("1939?", "perhaps 1939"),
        ("1939-12/..", "1 December 1939 or later"),
        ("../1939-12", "31 December 1939 or earlier"),
        ("-0479", "480 BC"),
        ("XXXX-12-25", "XXXX-12-25 (not on one day of the calendar)"),
        ("Christmas", "Christmas (no date)"),
    ],
)
def test_dates_are_said_as_people_write_them(edtf, words):
    assert date_in_words(edtf) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(unit="officer", best=20), "20 officer"),
        (Count(unit="officer", low=20, high=30), "20 to 30 officer"),
        (Count(unit="officer", low=20), "at least 20 officer"),
        (Count(unit="officer", high=30), "at most 30 officer"),
        (Count(unit="officer"), "an unknown number of officer"),
    ],
)
def test_counts_are_said_with_their_bounds(count, words):
    assert count_in_words(count) == words


@given(st.text(max_size=20))
def test_anything_is_said_somehow(text):
    assert date_in_words(text)
