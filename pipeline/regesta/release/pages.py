"""The pages of one source, found by offset, so that a book of a thousand pages costs no more than a leaflet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from regesta.anchor.boxes import Box, boxes
from regesta.model.source import Page, PageLayout


class Pages:
    """Labels by page number, and boxes by span."""

    def __init__(self, pages: Sequence[Page], layout: Sequence[PageLayout]) -> None:
        self._labels = {page.n: page.label for page in pages}
        self._layout = layout
        bodies = ((page.start, page.end, index) for index, page in enumerate(layout))
        apart = ((each.start, each.end, index) for index, page in enumerate(layout) for each in page.apart)
        # What a correction has moved stands within the body of another page, so the two are looked up on their own.
        self._slices = (sorted(bodies), sorted(apart))

    def label(self, number: int | None) -> str:
        """The page as printed; empty where there is none."""
        return self._labels.get(number, "") if number is not None else ""

    def boxes(self, start: int, end: int) -> list[Box]:
        """The boxes of the words that a span touches, one a line of print.

        A page's neighbours are looked at as well, since a word can be broken over a page break.
        """
        near = {
            index + step
            for slices in self._slices
            for _, slice_end, index in slices[_first(slices, start) : bisect_left(slices, (end,))]
            if slice_end >= start
            for step in (-1, 0, 1)
        }
        return boxes([self._layout[index] for index in sorted(near) if 0 <= index < len(self._layout)], start, end)


def _first(slices: Sequence[tuple[int, int, int]], start: int) -> int:
    """The slice that begins before the offset; slices of one kind do not overlap."""
    return max(bisect_left(slices, (start,)) - 1, 0)
