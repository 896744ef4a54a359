"""Long sources cut into parts."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.model.source import Page
from regesta.review.parts import parts


def book(number: int) -> list[Page]:
    return [Page(n=n, label=str(n), start=n * 100, end=n * 100 + 100, width=1, height=1) for n in range(1, number + 1)]


def test_pages_are_handed_out_in_parts_and_a_short_rest_goes_with_the_part_before():
    assert [each.pages for each in parts("book", book(23), "", 10)] == [(1, 10), (11, 23)]
    assert [each.pages for each in parts("book", book(26), "", 10)] == [(1, 10), (11, 20), (21, 26)]


def test_what_is_no_longer_than_a_part_stays_whole():
    assert [each.part for each in parts("note", book(10), "", 10)] == [""]
    assert [each.part for each in parts("note", [], "Short.", 10)] == [""]


def test_a_text_without_pages_is_cut_between_paragraphs():
    text = "\n\n".join(["word " * 100] * 40)
    found = parts("note", [], text, 2)
    assert len(found) > 2
    assert all(text[: each.start].endswith("\n\n") for each in found[1:])


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(1, 5000), max_size=20), st.integers(1, 5))
def test_the_parts_of_a_text_are_all_of_it_and_do_not_overlap(lengths, size):
    text = "\n\n".join("x" * length for length in lengths)
    found = parts("note", [], text, size)
    if found[0].start is None:
        assert len(found) == 1
    else:
        assert "".join(text[each.start : each.end] for each in found) == text
