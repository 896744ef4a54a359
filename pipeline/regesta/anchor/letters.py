"""Words compared letter by letter, and lists of words likewise."""

# rapidfuzz is loaded when the first two words are compared: most workspaces have no corrected text, and loading it is a
# fifth of what the review page needs to start.

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcodes


def steps(one: Sequence[int] | str, other: Sequence[int] | str) -> Opcodes:
    """The steps that make one into the other: equal, replaced, inserted and deleted stretches."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.opcodes(one, other)


def distance(one: str, other: str) -> int:
    """How many letters have to be replaced, inserted or deleted to make one into the other."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(one, other)


def similarity(one: str, other: str) -> float:
    """How much of the longer one stays when it is made into the other, 0 to 1."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(one, other)


def ratio(one: str, other: str) -> float:
    """How many letters of both are the same in the same order, 0 to 1."""
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other) / 100


def has_like(text: str, words: str, least: float) -> bool:
    """Whether a stretch of the text is as like the words as that, 0 to 1, by their ratio."""
    from rapidfuzz import fuzz

    return fuzz.partial_ratio(words, text, score_cutoff=100 * least) > 0
