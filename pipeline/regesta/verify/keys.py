"""Keys: unique, in order, and every reference leads to a row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from regesta.errors import Finding
from regesta.model.columns import columns
from regesta.model.tables import KEYS, TABLES, ChangeRow, Row, TableName
from regesta.verify.faults import fault, row_fault
from regesta.verify.inputs import Release


def check_keys(release: Release) -> list[Finding]:
    """Rows that share a key, or do not stand in the order of their keys."""
    findings = []
    for table, key in KEYS.items():
        held = [getattr(row, key) for row in _rows(release, table)]
        for index, (one, other) in enumerate(pairwise(held), start=1):
            if one >= other:
                what = f"{other} stands a second time" if one == other else f"{other} stands behind {one}"
                findings.append(row_fault("key", what, table, index))
    return findings + _check_joined(release) + _check_changes(release.changes)


def _check_joined(release: Release) -> list[Finding]:
    """An id that went into another has no row, and went into one only."""
    rows = {row.entity_id for row in release.entities}
    findings = []
    gone: set[str] = set()
    for index, row in enumerate(release.entities):
        for held in _ids(row.joined_ids, several=True):
            if held in rows or held in gone:
                what = f"{held} was joined into {row.entity_id}, and stands elsewhere as well"
                findings.append(row_fault("key", what, "entities", index))
            gone.add(held)
    return findings


def check_references(release: Release) -> list[Finding]:
    """Cells that name a row which is not there."""
    findings = []
    for table in TABLES:
        for column in columns(table):
            if not column.references:
                continue
            known = {getattr(row, named) for target, named in column.references for row in _rows(release, target)}
            for index, row in enumerate(_rows(release, table)):
                for held in _ids(getattr(row, column.name), several=column.several):
                    if held not in known:
                        findings.append(row_fault("reference", f"{column.name} {held} is nowhere", table, index))
    return findings


def _rows(release: Release, table: TableName) -> Sequence[Row]:
    rows: Sequence[Row] = getattr(release, table)
    return rows


def _ids(held: Any, *, several: bool) -> list[str]:
    if held is None:
        return []
    return held.split(";") if several else [held]


def _check_changes(changes: list[ChangeRow]) -> list[Finding]:
    """Within each release by table, id, op, field and new; each release in one stretch."""
    findings = []
    releases = [row.release for row in changes]
    stretches = [name for index, name in enumerate(releases) if index == 0 or releases[index - 1] != name]
    if len(set(stretches)) != len(stretches):
        findings.append(fault("key", "the changes of one release do not stand together", path="changes.jsonl"))
    keys = [(row.release, row.table, row.id, row.op, row.field or "", row.new or "") for row in changes]
    for index, (one, other) in enumerate(pairwise(keys), start=1):
        if one[0] == other[0] and one >= other:
            findings.append(
                row_fault("key", f"the change of {other[2]} stands twice or out of order", "changes", index)
            )
    return findings
