"""Tables in a text: a year at the head of a column is the year of the dates that stand under it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from regesta.tag.dates.expression import Expression

#: A head row and the rule under it, as Markdown has them; every line is bounded by its own end.
_HEAD = re.compile(r"^\|(?P<head>[^\n]*)\n\|[ \t:|]*-[ \t:|-]*\n", re.MULTILINE)
_ROW = re.compile(r"\|[^\n]*(?:\n|$)")


def under_heads(text: str, dates: Sequence[Expression]) -> None:
    """Notes for each date without a year in a table which date stands at the head of its column."""
    starts = [date.start for date in dates]
    reached = 0
    for table in _HEAD.finditer(text):
        if table.start() < reached:
            continue
        first = bisect_right(starts, table.start() - 1)
        heads: dict[int, int] = {}
        for at, column in _columns(text, dates, first, table.start(), table.end("head")):
            plain = dates[at].kind == "date" and dates[at].year is not None and not dates[at].day
            heads[column] = at if plain and column not in heads else -1
        row = _ROW.match(text, table.end()) if heads else None
        first = bisect_right(starts, table.end() - 1)
        while row is not None:
            for at, column in _columns(text, dates, first, row.start(), row.end()):
                head = heads.get(column, -1)
                if head >= 0 and dates[at].open_year and dates[at].last is None:
                    dates[at].head = head
            first = bisect_right(starts, row.end() - 1)
            reached = row.end()
            row = _ROW.match(text, reached)


def _columns(text: str, dates: Sequence[Expression], at: int, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The dates of a row, by their index, each with the number of its column."""
    column, reached = 0, start
    while at < len(dates) and dates[at].start < end:
        column += text.count("|", reached, dates[at].start)
        reached = dates[at].start
        yield at, column
        at += 1
