"""Who reviews what: one file for each act of assigning, so that two who assign never write to the same one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from regesta.errors import Finding
from regesta.model.assignment import Assignment, standing
from regesta.model.folder_name import folder_name
from regesta.model.ids import sha256_hex
from regesta.workspace.jsonl import read_people, write_records
from regesta.workspace.replace import replace_bytes
from regesta.workspace.workspace import Workspace


def read_assignments(ws: Workspace) -> tuple[list[Assignment], list[Finding]]:
    """All assignments as they stand, and a finding for each line that is none; people may edit these files."""
    found, findings = read_lines(ws)
    return standing(found), findings


def read_lines(ws: Workspace) -> tuple[list[Assignment], list[Finding]]:
    """All that was ever assigned and not taken back, file by file, also to people who have left it since."""
    found: list[Assignment] = []
    findings: list[Finding] = []
    for path in sorted(ws.assignments.glob("*.jsonl")):
        records, bad = read_people(path, Assignment, ws.relative(path))
        found += records
        findings += bad
    return found, findings


def write_assignments(ws: Workspace, made: Sequence[Assignment], by: str, day: str) -> Path:
    """The new file of one act of assigning, whole or not at all; `day` as 1999-12-31, for people to read."""
    data = write_records(made)
    path = ws.assignments / f"{day}-{folder_name(by)}-{sha256_hex(data)[:8]}.jsonl"
    replace_bytes(path, data)
    return path
