"""Reads a release: JSONL against the types of the tables, CSV against JSONL, and the two JSON files."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Mapping
from typing import Any

import msgspec

from regesta.errors import Finding
from regesta.model.codec import CodecError, strict_loads
from regesta.model.columns import names, written
from regesta.model.tables import LATER, TABLES, Row, TableName
from regesta.verify.faults import fault, row_fault
from regesta.verify.inputs import Release, ReleaseRecord

_LONGEST_CELL = 2**31 - 1


def read_release(files: Mapping[str, bytes]) -> tuple[Release, list[Finding]]:
    """The release as far as it can be read, and whatever in it is not as the types have it."""
    findings: list[Finding] = []
    tables: dict[str, Any] = {}
    for table in TABLES:
        later = later_columns(table, files.get(f"{table}.csv"))
        rows = _rows(table, files.get(f"{table}.jsonl"), later, findings)
        tables[table] = [row for row in rows if row is not None]
        _compare(table, files.get(f"{table}.csv"), rows, later, findings)
    record = _json(files, "release.json", ReleaseRecord, findings)
    references = _json(files, "references.csl.json", list[dict[str, Any]], findings)
    return Release(**tables, record=record, references=references or []), findings


def later_columns(table: TableName, data: bytes | None) -> tuple[str, ...]:
    """The columns that a release does not have, since tables got them later: by the head of its CSV file."""
    later = LATER.get(table, ())
    head = (data or b"").split(b"\n", 1)[0].decode("utf-8", "replace").split(",")
    return later if later and head == names(table)[: -len(later)] else ()


def columns_of(table: TableName, files: Mapping[str, bytes]) -> list[str]:
    """The columns that a table of this release has to have."""
    later = later_columns(table, files.get(f"{table}.csv"))
    return names(table)[: len(names(table)) - len(later)]


def _rows(table: TableName, data: bytes | None, later: tuple[str, ...], findings: list[Finding]) -> list[Row | None]:
    """The rows of a table, None for a line that is none."""
    path = f"{table}.jsonl"
    if data is None:
        findings.append(fault("no_table", "the release does not have this table", path=path))
        return []
    if data and not data.endswith(b"\n"):
        findings.append(fault("jsonl", "the last line has no end", path=path))
    unknown = "".join(f',"{name}":null' for name in later).encode()
    rows: list[Row | None] = []
    for index, line in enumerate(data.removesuffix(b"\n").split(b"\n") if data else []):
        line = line[:-1] + unknown + line[-1:]
        try:
            row = msgspec.json.decode(line, type=TABLES[table])
            if msgspec.json.encode(row) != line or not unicodedata.is_normalized("NFC", line.decode("utf-8")):
                strict_loads(line)
                raise CodecError("it is not written as regesta writes a row")
        except (msgspec.MsgspecError, CodecError, UnicodeDecodeError) as error:
            findings.append(row_fault("jsonl", f"the line is no row of {table}: {error}", table, index))
            rows.append(None)
        else:
            rows.append(row)
    return rows


def _compare(
    table: TableName, data: bytes | None, rows: list[Row | None], later: tuple[str, ...], findings: list[Finding]
) -> None:
    path = f"{table}.csv"
    if data is None:
        findings.append(fault("no_table", "the release does not have this table", path=path))
        return
    try:
        header, *lines = _cells(data)
    except (UnicodeDecodeError, csv.Error, ValueError) as error:
        findings.append(fault("csv", f"the file is no CSV: {error}", path=path))
        return
    here = names(table)[: len(names(table)) - len(later)]
    if header != here:
        findings.append(fault("columns", f"the columns are not those of {table}", path=path, line=1))
        return
    if len(lines) != len(rows):
        findings.append(fault("csv_jsonl", f"{len(lines)} rows in CSV, {len(rows)} in JSONL", path=path))
    for index, (cells, row) in enumerate(zip(lines, rows, strict=False)):
        if row is not None and cells != [written(held) for held in msgspec.structs.astuple(row)][: len(here)]:
            what = f"row {index + 1} does not say what line {index + 1} of {table}.jsonl says"
            findings.append(fault("csv_jsonl", what, path=path))


def _cells(data: bytes) -> list[list[str]]:
    """The rows of a CSV file, header first."""
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True, lineterminator="\n"))
    finally:
        csv.field_size_limit(before)
    if not rows:
        raise ValueError("it is empty")
    return rows


def _json(files: Mapping[str, bytes], name: str, shape: Any, findings: list[Finding]) -> Any:
    if name not in files:
        findings.append(fault("no_file", "the release does not have this file", path=name))
        return None
    try:
        return msgspec.convert(strict_loads(files[name]), shape)
    except (CodecError, msgspec.ValidationError) as error:
        findings.append(fault("json", f"the file is not as it has to be: {error}", path=name))
        return None
