"""Boxes: each lies on its page and frames words of its quote, and no word of the quote is left out."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from msgspec import Struct

from regesta.errors import Finding
from regesta.model.source import PageLayout, Word
from regesta.model.tables import CitationRow
from regesta.verify.faults import row_fault
from regesta.verify.inputs import Release
from regesta.verify.layouts import is_on_page

Rectangle = tuple[float, float, float, float]
#: Half a unit of the last place that anyone prints.
_SLACK = 0.005


class _Box(Struct, frozen=True):
    page: int
    rectangle: Rectangle


class _Printed(Struct, frozen=True):
    """The pages of a source, and its words by offset; `longest` is the most code points that one of them has."""

    pages: dict[int, PageLayout]
    words: list[tuple[int, Word]]
    longest: int

    def touched(self, start: int, end: int) -> list[tuple[int, Word]]:
        """The words that a span touches, each with its page."""
        first = bisect_left(self.words, start - self.longest, key=_start)
        last = bisect_left(self.words, end, key=_start)
        return [(page, word) for page, word in self.words[first:last] if word.end > start]


def check_boxes(release: Release, layouts: Mapping[str, Sequence[PageLayout]]) -> list[Finding]:
    """Every citation whose boxes are not where the words of its quote are printed."""
    findings = []
    printed = {citekey: _printed(layout) for citekey, layout in layouts.items()}
    for index, row in enumerate(release.citations):
        what = _fault(row, printed.get(row.source_id) or _printed(()))
        if what:
            findings.append(row_fault("box", f"{row.citation_id}: {what}", "citations", index))
    return findings


def _printed(layout: Sequence[PageLayout]) -> _Printed:
    words = sorted(((page.n, word) for page in layout for word in page.words), key=_start)
    longest = max((word.end - word.start for _, word in words), default=0)
    return _Printed({page.n: page for page in layout}, words, longest)


def _start(placed: tuple[int, Word]) -> int:
    return placed[1].start


def _fault(row: CitationRow, printed: _Printed) -> str:
    try:
        found = [_read(cell) for cell in row.boxes.split(";")] if row.boxes else []
    except ValueError:
        return f"{row.boxes!r} are no boxes"
    pages = printed.pages
    if any(box.page not in pages or not is_on_page(box.rectangle, pages[box.page]) for box in found):
        return "a box does not lie on its page"
    touched = printed.touched(row.start, row.end)
    if any(not any(_covers(box, page, word) for box in found) for page, word in touched):
        return "a word of the quote lies in none of its boxes"
    for box in found:
        covered = [word for page, word in touched if _covers(box, page, word)]
        if not covered:
            return "a box covers no word of the quote"
        if not _fits(box, covered):
            return "a box is larger than the words that it covers"
    return ""


def _read(cell: str) -> _Box:
    page, x0, top, x1, bottom = cell.split(",")
    rectangle = (float(x0), float(top), float(x1), float(bottom))
    if not all(math.isfinite(side) for side in rectangle):
        raise ValueError(cell)
    return _Box(int(page), rectangle)


def _covers(box: _Box, page: int, word: Word) -> bool:
    x0, top, x1, bottom = box.rectangle
    across = x0 <= word.x0 + _SLACK and word.x1 - _SLACK <= x1
    return box.page == page and across and top <= word.top + _SLACK and word.bottom - _SLACK <= bottom


def _fits(box: _Box, covered: Sequence[Word]) -> bool:
    sides = (
        min(word.x0 for word in covered),
        min(word.top for word in covered),
        max(word.x1 for word in covered),
        max(word.bottom for word in covered),
    )
    return all(abs(said - found) <= _SLACK for said, found in zip(box.rectangle, sides, strict=True))
