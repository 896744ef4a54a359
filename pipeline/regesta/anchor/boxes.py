"""The boxes on the page that hold a span of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from regesta.model.source import PageLayout, Word


class Box(Struct, frozen=True, array_like=True):
    """A rectangle on a page: PDF points, from the top left corner."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


def boxes(layout: Sequence[PageLayout], start: int, end: int) -> list[Box]:
    """The boxes of the words that the span touches, one a line of print, in the order of the text.

    A quote broken over two lines or two pages has a box for each piece. A word that the span touches only in part
    gives its whole box, since print does not say where its letters stand.
    """
    found: list[Box] = []
    for page in layout:
        for word in _touched(page.words, start, end):
            box = Box(page.n, word.x0, word.top, word.x1, word.bottom)
            if found and _same_line(found[-1], box):
                found[-1] = _union(found[-1], box)
            else:
                found.append(box)
    return found


def _touched(words: Sequence[Word], start: int, end: int) -> Iterator[Word]:
    at = max(bisect_right(words, start, key=lambda word: word.start) - 1, 0)
    for word in words[at:]:
        if word.start >= end:
            return
        if word.end > start:
            yield word


def _same_line(left: Box, right: Box) -> bool:
    """On one page, going on to the right, and sharing more than half of the lower one's height."""
    shared = min(left.bottom, right.bottom) - max(left.top, right.top)
    height = min(left.bottom - left.top, right.bottom - right.top)
    return left.page == right.page and right.x0 >= left.x0 and shared > height / 2


def _union(left: Box, right: Box) -> Box:
    return Box(
        left.page,
        min(left.x0, right.x0),
        min(left.top, right.top),
        max(left.x1, right.x1),
        max(left.bottom, right.bottom),
    )
