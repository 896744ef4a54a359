"""A long source cut into parts that one person can review at a sitting."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.model.assignment import Assignment
from regesta.model.source import Page

#: Code points that count as a page where a source has none.
PAGE = 2000


def parts(source: str, pages: Sequence[Page], text: str, size: int) -> list[Assignment]:
    """The parts of a source, of `size` pages each, with nobody named yet; the last one may be half as long again.

    Where there are no pages, the text is cut at the end of the paragraph in which so many pages of 2,000 code points
    end. A source that is not longer than one part stays whole.
    """
    if pages:
        return [
            Assignment(source=source, reviewers=[], pages=(pages[first].n, pages[last - 1].n))
            for first, last in _cuts(len(pages), size)
        ] or [Assignment(source=source, reviewers=[])]
    ends = [_paragraph_end(text, last * PAGE) for _, last in _cuts(-(-len(text) // PAGE), size)]
    spans = list(zip([0, *ends], [*ends[:-1], len(text)], strict=False))
    cut = [Assignment(source=source, reviewers=[], start=start, end=end) for start, end in spans if start < end]
    return cut if len(cut) > 1 else [Assignment(source=source, reviewers=[])]


def _cuts(length: int, size: int) -> list[tuple[int, int]]:
    """Where parts begin and end; none for what is one part. A rest of less than half goes with the part before it."""
    number = max(1, (length + size // 2) // size)
    if number == 1:
        return []
    return [(at * size, length if at == number - 1 else (at + 1) * size) for at in range(number)]


def _paragraph_end(text: str, near: int) -> int:
    found = text.find("\n\n", near)
    return len(text) if found < 0 else found + 2
