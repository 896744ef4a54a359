"""Spans lead back to boxes."""

from __future__ import annotations

from regesta.anchor.boxes import Box, boxes
from regesta.model.source import PageLayout, Word

# "on 20 February 1940 in" with a line end after "February"
WORDS = [
    Word(0, 2, 50, 100, 60, 110),
    Word(3, 5, 64, 100, 75, 110),
    Word(6, 14, 79, 100, 120, 110),
    Word(15, 19, 50, 114, 72, 124),
    Word(20, 22, 76, 114, 84, 124),
]
LAYOUT = [PageLayout(n=3, label="3", start=0, end=22, width=595, height=842, words=WORDS)]


def test_a_quote_on_one_line_has_one_box() -> None:
    assert boxes(LAYOUT, 3, 14) == [Box(3, 64, 100, 120, 110)]


def test_a_quote_over_two_lines_has_a_box_for_each_piece() -> None:
    assert boxes(LAYOUT, 3, 19) == [Box(3, 64, 100, 120, 110), Box(3, 50, 114, 72, 124)]


def test_a_part_of_a_word_has_the_box_of_the_word() -> None:
    assert boxes(LAYOUT, 16, 17) == [Box(3, 50, 114, 72, 124)]


def test_white_space_has_no_box() -> None:
    assert boxes(LAYOUT, 14, 15) == []
