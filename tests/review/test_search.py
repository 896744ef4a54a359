"""Words looked for in texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.errors import RegestaError
from regesta.review.search import places_of, search

TEXTS = {"a": "They met in LWÓW.\nA straße, a ﬁle; O’Hara\nkept minutes.", "b": "Nobody went to Lwow, or Lwówek."}


def found(words, **how):
    return [TEXTS[line.source][line.start : line.end] for line in search(TEXTS, words, lambda *_: None, **how)]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("lwow", ["LWÓW", "Lwow", "Lwów"]),
        ("STRASSE", ["straße"]),
        ("file", ["ﬁle"]),
        ("o'hara KEPT", ["O’Hara\nkept"]),
        ("nothing", []),
    ],
)
def test_words_are_found_whatever_their_case_marks_and_spaces(words, places):
    assert found(words) == places


def test_a_pattern_is_looked_for_as_it_is_and_a_bad_one_is_refused():
    assert found(r"lw.w\b", pattern=True) == ["LWÓW", "Lwow"]
    with pytest.raises(RegestaError, match="no regular expression"):
        found("(", pattern=True)


def test_sources_and_how_many_can_be_chosen():
    assert found("lwow", sources=["b"]) == ["Lwow", "Lwów"]
    assert found("lwow", limit=1) == ["LWÓW"]


def test_whole_words_are_those_that_do_not_go_on():
    assert places_of(TEXTS["b"], "Lwów") == [(15, 19)]


@given(text=st.text(alphabet="aäßﬁ İ’\u0301 ŁlOo\n", max_size=30), start=st.integers(0, 29), length=st.integers(1, 5))
def test_what_stands_in_a_text_is_found_there(text, start, length):
    words = text[start : start + length]
    if not words.strip(" \n\u0301"):
        return
    lines = search({"x": text}, words, lambda *_: None)
    assert any(line.start <= start + length and start <= line.end for line in lines)
