"""Line numbers in the margin, as critical editions and manuscripts for review have them: no words of the text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from regesta.ingest.pdf.words import PageWord

#: Fewest numbers that count by one, and fewest that count by more (mostly by five).
LEAST, LEAST_STEPS = 8, 3


def line_numbers(words: Sequence[PageWord], size: float) -> list[PageWord]:
    """The words of a page that number its lines, from top to bottom; `size` is the height of its letters, in points.

    They are numbers of up to three digits that stand under each other in one of the margins, outside of nearly all
    other words, and count on by one step.
    """
    numbers = [word for word in words if word.text.isascii() and word.text.isdigit() and len(word.text) <= 3]
    if len(numbers) < LEAST_STEPS:
        return []
    chosen = {id(word) for word in numbers}
    others = [word for word in words if id(word) not in chosen]
    if not others:
        return []
    left = sorted(word.x0 for word in others)[len(others) // 50]
    right = sorted(word.x1 for word in others)[-1 - len(others) // 50]
    margins = (
        [word for word in numbers if word.x1 <= left - 0.4 * size],
        [word for word in numbers if word.x0 >= right + 0.4 * size],
    )
    return [word for margin in margins for word in _counting(_under_each_other(margin))]


def _under_each_other(words: Sequence[PageWord]) -> list[PageWord]:
    """The most words that stand under one of them, from top to bottom."""
    best: list[PageWord] = []
    for one in words:
        together = [word for word in words if word.x0 < one.x1 and word.x1 > one.x0]
        if len(together) > len(best):
            best = together
    return sorted(best, key=lambda word: word.base)


def _counting(words: Sequence[PageWord]) -> list[PageWord]:
    """The words, if their numbers go up by one step nearly everywhere; else none."""
    steps = [int(below.text) - int(above.text) for above, below in pairwise(words)]
    if len(words) < LEAST_STEPS:
        return []
    step = max(set(steps), key=lambda one: (steps.count(one), -one))
    enough = len(words) >= (LEAST if step == 1 else LEAST_STEPS)
    return list(words) if enough and step > 0 and steps.count(step) >= 0.7 * len(steps) else []
