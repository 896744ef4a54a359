"""Tables in a text: a year at the head of a column is the year of the dates that stand under it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from regesta.tag.dates.expression import Expression

#: A head row and the rule under it, as Markdown has them; every line is bounded by its own end.
_HEAD = re.compile(r"^\|(?P<head>[^\n]*)\n\|[ \t:|-]*-[ \t:|-]*\n", re.MULTILINE)
_ROW = re.compile(r"\|[^\n]*(?:\n|$)")


def under_heads(text: str, dates: Sequence[Expression]) -> None:
    """Notes for each date without a year in a table which date stands at the head of its column."""
    starts = [date.start for date in dates]
    for table in _HEAD.finditer(text):
        first = bisect_right(starts, table.start() - 1)
        heads: dict[int, int] = {}
        at, column = first, 0
        while at < len(dates) and dates[at].start < table.end("head"):
            column = text.count("|", table.start(), dates[at].start)
            plain = dates[at].kind == "date" and dates[at].year is not None and not dates[at].day
            heads[column] = at if plain and column not in heads else -1
            at += 1
        row = _ROW.match(text, table.end()) if heads else None
        while row is not None:
            while at < len(dates) and dates[at].start < row.end():
                head = heads.get(text.count("|", row.start(), dates[at].start), -1)
                if head >= 0 and dates[at].open_year and dates[at].last is None:
                    dates[at].head = head
                at += 1
            row = _ROW.match(text, row.end())
