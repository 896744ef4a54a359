"""Counts in plain English, and as the tables write them."""

from __future__ import annotations

import pytest

from regesta.model.claim import Count
from regesta.model.counts import count_as_text, count_in_words, counted


@pytest.mark.parametrize(
    ("count", "text", "words"),
    [
        (Count(unit="officer", best=42492), "42492 officer", "officer: 42,492"),
        (Count(unit="officer", low=5, best=5, high=5), "5 officer", "officer: 5"),
        (Count(unit="officer", low=20, high=30), "20..30 officer", "officer: 20 to 30"),
        (Count(unit="officer", low=30, best=40, high=50), "40~ officer", "officer: about 40 (30 to 50)"),
        (Count(unit="officer", low=20), "20.. officer", "officer: at least 20"),
        (Count(unit="officer", high=20), "..20 officer", "officer: at most 20"),
    ],
)
def test_a_count_in_words(count: Count, text: str, words: str) -> None:
    assert (count_as_text(count), count_in_words(count)) == (text, words)


@pytest.mark.parametrize(
    ("number", "noun", "said"),
    [(1, "source", "1 source"), (0, "source", "0 sources"), (2, "entity", "2 entities"), (1000, "file", "1,000 files")],
)
def test_things_are_counted_in_words(number: int, noun: str, said: str) -> None:
    assert counted(number, noun) == said
