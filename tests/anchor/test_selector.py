"""Quotes are found again by their words, not by their offsets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from regesta.anchor.selector import context, find

TEXT = "They met in Lwów in October. Others say that they met in Przemyśl in November."


def test_a_quote_is_found_after_a_change_elsewhere() -> None:
    start = TEXT.index("Przemyśl")
    prefix, suffix = context(TEXT, start, start + 8)
    changed = "A line was put before. " + TEXT
    assert find(changed, "Przemyśl", prefix, suffix, near=start) == (start + 23, start + 31)


def test_a_quote_whose_neighbours_changed_is_lost() -> None:
    start = TEXT.index("Przemyśl")
    prefix, suffix = context(TEXT, start, start + 8)
    assert find(TEXT.replace("November", "December"), "Przemyśl", prefix, suffix, near=start) is None


def test_the_place_that_is_near_is_meant() -> None:
    line = "x" * 40 + "Lwów" + "x" * 40
    text = line + line
    assert find(text, "Lwów", "x" * 32, "x" * 32, near=130) == (124, 128)
    assert find(text, "Lwów", "x" * 32, "x" * 32) is None


@given(st.text(max_size=200), st.data())
def test_every_span_of_any_text_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    prefix, suffix = context(text, start, end)
    expected = (start, end) if end > start else None
    assert find(text, text[start:end], prefix, suffix, near=start) == expected
