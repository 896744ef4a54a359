"""Dates in plain English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.edtf.words import date_in_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1939-09-27", "27 September 1939"),
        ("1939-12-06/1939-12-07", "6–7 December 1939"),
        ("1939-11-30/1939-12-02", "30 November – 2 December 1939"),
        ("1939-12-30/1940-01-02", "30 December 1939 – 2 January 1940"),
        ("1939-10", "October 1939"),
        ("1939-09/1939-12", "September–December 1939"),
        ("1939-12/1940-01", "December 1939 – January 1940"),
        ("1939/1941", "1939–1941"),
        ("1940-21", "spring 1940"),
        ("1939-34", "second quarter of 1939"),
        ("1939-41", "second half of 1939"),
        ("193X", "1930s"),
        ("18XX", "19th century"),
        ("11XX", "12th century"),
        ("20XX", "21st century"),
        ("XXXX-12-25", "25 December, year not known"),
        ("1939-XX", "some month of 1939"),
        ("1939-12-XX", "December 1939"),
        ("1939~", "about 1939"),
        ("1939-05?", "May 1939, uncertain"),
        ("-0479", "480 BC"),
        ("0000", "1 BC"),
        ("0079", "79"),
        ("1939/..", "from 1939 on"),
        ("1939/", "from 1939, end not known"),
        ("../1939", "until 1939"),
        ("/1939", "until 1939, start not known"),
        ("[1939,1941]", "1939 or 1941"),
        ("{1939..1941,1943}", "1939–1941 and 1943"),
        ("[..1939-05]", "May 1939 or before"),
        ("Y17E8", "Y17E8"),
        ("1939-?05", "1939-?05"),
    ],
)
def test_a_date_in_words(edtf: str, words: str) -> None:
    assert date_in_words(edtf) == words


@given(st.text(alphabet="0123456789X-/.[]{},~?%YES", max_size=24))
def test_any_text_has_some_words(edtf: str) -> None:
    assert isinstance(date_in_words(edtf), str)
