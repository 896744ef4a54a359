"""The edges of a span, moved word by word."""

from __future__ import annotations

import pytest

from regesta.review.edges import moved

TEXT = "They met in Lwo\u0301w, at noon. 東京で会った。 אתמול בלבוב"


def span(words: str) -> tuple[int, int]:
    at = TEXT.index(words)
    return at, at + len(words)


@pytest.mark.parametrize(
    ("words", "edge", "step", "becomes"),
    [
        ("met", "end", 1, "met in"),
        ("met in", "end", -1, "met"),
        ("met", "end", -1, "met"),
        ("in", "start", -1, "met in"),
        ("met in", "start", 1, "in"),
        ("in", "start", 1, "in"),
        ("in", "end", 1, "in Lwo\u0301w"),
        ("in Lwo\u0301w", "end", 1, "in Lwo\u0301w,"),
        ("They", "start", -1, "They"),
        ("東", "end", 1, "東京"),
        ("京で", "start", -1, "東京で"),
        ("אתמול", "end", 1, "אתמול בלבוב"),
        ("בלבוב", "end", 1, "בלבוב"),
    ],
)
def test_an_edge_goes_word_by_word_and_leaves_one(words, edge, step, becomes):
    start, end = moved(TEXT, span(words), edge, step)
    assert TEXT[start:end] == becomes
