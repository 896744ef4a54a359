"""A typed regular expression is looked for within bounds of time and memory."""

from __future__ import annotations

import pytest

from regesta.errors import RegestaError
from regesta.review.pattern import pattern_finder


def why(words: str, text: str, seconds: float = 0.1) -> str:
    with pytest.raises(RegestaError) as refused:
        list(pattern_finder(words, seconds)(text))
    return refused.value.finding.what


@pytest.mark.parametrize(
    ("words", "text"),
    [(r"(a|aa)+$", "a" * 80 + "b"), (r"(\w|\w\w)+!", "w" * 80 + " !"), (r"(?:(?:a{50}){50})+b", "a" * 2000 * 50)],
)
def test_a_pattern_that_would_never_end_is_given_up(words: str, text: str) -> None:
    assert "was given up after 0.1 seconds" in why(words, text)


def test_the_seconds_are_for_all_texts_together() -> None:
    find = pattern_finder("a", 0.0)
    with pytest.raises(RegestaError, match="given up"):
        list(find("a" * 10_000))


@pytest.mark.parametrize("words", ["a{99999999}", "((a{0,100}){0,100}){100,}", "(?:x{200}){200}"])
def test_what_would_take_all_memory_is_refused_before(words: str) -> None:
    assert "repeats a part more than 10,000 times" in why(words, "a")


def test_a_pattern_without_end_is_refused() -> None:
    assert "more than 300 characters" in why("x" * 301, "a")


def test_spans_without_a_character_are_none() -> None:
    assert list(pattern_finder("b*")("abba")) == [(1, 3)]
    assert list(pattern_finder(r"\p{Lu}\w+")("In Zakopane")) == [(0, 2), (3, 11)]
