"""Canonical text: NFC, LF, no control characters."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from regesta.ingest.clean import clean, clean_word


def test_line_ends_become_line_feeds():
    assert clean("a\r\nb\rc\u2028d") == ("a\nb\nc\nd", 0)


def test_control_characters_go_and_are_counted():
    assert clean("a\0b\x07\tc") == ("ab\tc", 2)


def test_letters_and_marks_become_one_letter():
    assert clean("Krako\u0301w") == ("Kraków", 0)


def test_a_soft_hyphen_that_is_printed_inside_a_line_is_a_hyphen():
    assert clean_word("German\u00adSoviet") == "German-Soviet"


@given(st.text())
def test_clean_text_is_clean(text):
    cleaned, _ = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean(cleaned) == (cleaned, 0)
    cleaned.encode("utf-8")


@given(st.text(st.characters()))
def test_a_word_has_no_blank_in_it(text):
    word = clean_word(text)
    assert not any(char.isspace() for char in word)
    assert unicodedata.is_normalized("NFC", word)
