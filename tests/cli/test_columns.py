"""Text in the columns of a terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from regesta.cli.columns import columns_of, padded, wrapped


def test_wide_characters_take_two_columns_and_accents_none() -> None:
    assert (columns_of("Lwów"), columns_of("Lwo\u0301w"), columns_of("東京"), columns_of("")) == (4, 4, 4, 0)
    assert padded("東京", 6) == "東京  "
    assert padded("Lwo\u0301w", 5) == "Lwo\u0301w "


def test_lines_break_between_words() -> None:
    assert wrapped("They met in Zakopane.", 12) == ["They met in", "Zakopane."]
    assert wrapped("a  b\nc", 10, "- ", "  ") == ["- a  b c"]
    assert wrapped("one two", 7, "  ", "    ") == ["  one", "    two"]
    assert wrapped("", 10) == []


def test_a_text_without_spaces_fills_its_lines() -> None:
    assert wrapped("東京都千代田区", 6) == ["東京都", "千代田", "区"]
    assert wrapped("ab 東京都", 7) == ["ab 東京", "都"]
    assert wrapped("Verkehrswesen", 5) == ["Verke", "hrswe", "sen"]


def test_an_accent_stays_with_its_letter() -> None:
    assert wrapped("aaaae\u0301b", 5) == ["aaaae\u0301", "b"]


@given(st.text(alphabet="ab é\u0301東京\u200dא ", max_size=60), st.integers(4, 30))
def test_no_line_is_too_long_and_no_character_is_lost(text: str, columns: int) -> None:
    lines = wrapped(text, columns, " ", "  ")
    assert all(columns_of(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
