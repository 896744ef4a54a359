"""A table as CSV and as JSONL."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

import msgspec

from regesta.model.columns import names
from regesta.model.tables import Row, TableName
from regesta.release.previous import cells


def as_csv(table: TableName, rows: Iterable[Row]) -> bytes:
    """RFC 4180 with a header, lines ended by LF."""
    lines = io.StringIO(newline="")
    writer = csv.DictWriter(lines, names(table), lineterminator="\n")
    writer.writeheader()
    writer.writerows(cells(row) for row in rows)
    return lines.getvalue().encode("utf-8")


def as_jsonl(rows: Iterable[Row]) -> bytes:
    """One JSON object a line, with every column; null where not known."""
    return b"".join(msgspec.json.encode(row) + b"\n" for row in rows)
