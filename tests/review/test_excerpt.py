"""Quotes in their context."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from regesta.review.excerpt import excerpt, pieces
from regesta.review.places import nearest, places


def test_the_context_ends_at_the_paragraph():
    text = "Before.\n\nThey met in Lwów that day.\n\nAfter."
    shown = excerpt(text, [(21, 25)])
    assert shown.text == "They met in Lwów that day."
    assert (shown.cut_before, shown.cut_after) == (False, False)


def test_a_long_paragraph_is_cut_between_words():
    text = "word " * 40 + "Lwów" + " word" * 40
    shown = excerpt(text, [(200, 204)], around=12)
    assert shown.text == "word word Lwów word word"
    assert (shown.cut_before, shown.cut_after) == (True, True)


@given(text=st.text(max_size=80), spans=st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=5))
def test_the_pieces_make_the_excerpt_and_the_marks_are_the_words(text, spans):
    shown = excerpt(text, spans, around=10)
    assert "".join(piece for piece, _ in pieces(shown)) == shown.text
    assert [piece for piece, mark in pieces(shown) if mark] == [text[start:end] for start, end in shown.marks]
    assert text[shown.start : shown.start + len(shown.text)] == shown.text


def test_words_are_found_over_a_line_end_and_near_where_they_are_meant():
    text = "6 December\n1939 and 6 December 1939"
    assert places(text, "6 December 1939") == [(0, 15), (20, 35)]
    assert nearest(text, "6  December 1939", 30) == (20, 35)
    assert nearest(text, "7 December", 0) is None
    assert nearest(text, "  ", 0) is None
