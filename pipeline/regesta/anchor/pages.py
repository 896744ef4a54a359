"""Which page an offset stands on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from regesta.model.source import Page


def page_at(pages: Sequence[Page], offset: int) -> int | None:
    """The number of the page on which the code point at `offset` stands, or None where there are no pages.

    Bodies follow each other in the order of the pages; notes, heads and feet stand behind them all. White space
    between two bodies belongs to the page before it.
    """
    if not pages:
        return None
    for page in pages:
        for apart in page.apart:
            if apart.start <= offset < apart.end:
                return page.n
    at = bisect_right(pages, offset, key=lambda page: page.start) - 1
    while at > 0 and pages[at].start == pages[at].end:
        at -= 1
    return pages[max(at, 0)].n
