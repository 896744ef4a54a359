"""`datapackage.json`: the release as a Data Package v2, with schemas, keys, foreign keys and hashes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from regesta.model.columns import Column, columns
from regesta.model.ids import sha256_hex
from regesta.model.tables import KEYS, TABLES, TableName
from regesta.release.inputs import ReleaseInput

#: Format and media type by the ending of a name. JSONL is not called `jsonl`: the schema stands with the CSV, and
#: tools that take the file for another table stumble over an empty one.
_FORMATS = {
    "jsonl": ("json-lines", "application/jsonl"),
    "json": ("json", "application/json"),
    "md": ("md", "text/markdown"),
}


def data_package(inputs: ReleaseInput, files: Mapping[str, bytes]) -> bytes:
    """The descriptor of all files that stand so far; the tables first, then the rest by name."""
    described: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "regesta-release",
        "title": inputs.settings.title,
        "version": inputs.version,
    }
    if inputs.settings.release.licence:
        described["licenses"] = [{"name": inputs.settings.release.licence}]
    tables = [_table(table, files[f"{table}.csv"]) for table in TABLES]
    others = [_file(name, files[name]) for name in sorted(files) if not name.endswith(".csv")]
    described["resources"] = [*tables, *others]
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _table(table: TableName, data: bytes) -> dict[str, Any]:
    return {
        "name": table,
        "type": "table",
        "path": f"{table}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256_hex(data)}",
        "schema": _schema(table),
    }


def _file(name: str, data: bytes) -> dict[str, Any]:
    stem, _, ending = name.rpartition(".")
    format_, media_type = _FORMATS[ending]
    return {
        "name": f"{stem}-{ending}".lower().replace("_", "-"),
        "path": name,
        "format": format_,
        "mediatype": media_type,
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256_hex(data)}",
    }


def _schema(table: TableName) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "missingValues": [""],
        "fields": [_field(table, column) for column in columns(table)],
    }
    if table in KEYS:
        schema["primaryKey"] = [KEYS[table]]
    foreign = [
        {"fields": [column.name], "reference": {"resource": "" if target == table else target, "fields": [named]}}
        for column in columns(table)
        if len(column.references) == 1 and not column.several
        for target, named in column.references
    ]
    return schema | ({"foreignKeys": foreign} if foreign else {})


def _field(table: TableName, column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if KEYS.get(table) == column.name:
        constraints["unique"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    if column.pattern:
        constraints["pattern"] = column.pattern
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.maximum is not None:
        constraints["maximum"] = column.maximum
    field: dict[str, Any] = {"name": column.name, "type": column.kind, "description": column.description}
    if column.unit:
        field["unit"] = column.unit
    return field | ({"constraints": constraints} if constraints else {})
