"""A table as CSV and as JSONL."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from regesta.model.columns import names
from regesta.model.tables import Row, TableName
from regesta.release.previous import cells

_QUOTED = frozenset('",\r\n')


def as_csv(table: TableName, rows: Iterable[Row]) -> bytes:
    """RFC 4180 with a header, lines ended by LF.

    Not by the csv module's writer, which quotes a carriage return in some versions of Python and not in others.
    """
    lines = [names(table), *(cells(row).values() for row in rows)]
    return "".join(",".join(map(_field, line)) + "\n" for line in lines).encode("utf-8")


def as_jsonl(rows: Iterable[Row]) -> bytes:
    """One JSON object a line, with every column; null where not known."""
    return b"".join(msgspec.json.encode(row) + b"\n" for row in rows)


def _field(cell: str) -> str:
    if _QUOTED.isdisjoint(cell):
        return cell
    return '"' + cell.replace('"', '""') + '"'
