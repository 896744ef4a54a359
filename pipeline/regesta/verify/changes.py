"""Changes: they lead to the tables as they are now, and no id that went has come again."""

from __future__ import annotations

from typing import Any

from regesta.errors import Finding
from regesta.model.columns import written
from regesta.model.tables import KEYS, ChangeRow, TableName
from regesta.verify.faults import row_fault
from regesta.verify.inputs import Release


def check_changes(release: Release) -> list[Finding]:
    """Every change that the tables do not bear out, and events whose first release is not that of their ADD."""
    present = {table: {getattr(row, key): row for row in getattr(release, table)} for table, key in KEYS.items()}
    last: dict[tuple[TableName, str], int] = {}
    last_of_field: dict[tuple[TableName, str, str | None], int] = {}
    added: dict[str, str] = {}
    for index, change in enumerate(release.changes):
        if change.op in ("ADD", "DEL", "MERGE"):
            last[change.table, change.id] = index
        if change.op == "MOD":
            last_of_field[change.table, change.id, change.field] = index
        if change.op == "ADD" and change.table == "events":
            added.setdefault(change.id, change.release)
    findings = []
    for (table, key), index in last.items():
        is_there = key in present.get(table, {})
        if is_there != (release.changes[index].op == "ADD"):
            what = f"{key} {'is' if is_there else 'is not'} in {table}, against its last change"
            findings.append(row_fault("change", what, "changes", index))
    for (table, key, _), index in last_of_field.items():
        findings += _check_modified(release.changes[index], present[table].get(key), index, last.get((table, key), -1))
    for index, event in enumerate(release.events):
        if added.get(event.event_id) != event.first_release:
            what = f"{event.event_id} did not come with the release {event.first_release}"
            findings.append(row_fault("change", what, "events", index))
    return findings


def _check_modified(change: ChangeRow, row: Any, index: int, last: int) -> list[Finding]:
    """The last change of a cell must have left it as it is now, if its row has not come or gone since."""
    if row is None or last > index or not hasattr(row, change.field or ""):
        return []
    if written(getattr(row, change.field or "")) == (change.new or ""):
        return []
    return [row_fault("change", f"{change.field} of {change.id} is not what it was changed to", "changes", index)]
