"""Reading the project's authority files."""

from __future__ import annotations

from regesta.errors import Finding
from regesta.model.entity import Entity
from regesta.workspace.jsonl import bad_line, read_people
from regesta.workspace.workspace import Workspace


def read_entities(ws: Workspace) -> tuple[list[Entity], list[Finding]]:
    """All entities of `annotations/authority/`, sorted by id, and what is wrong with the files."""
    entities: dict[str, Entity] = {}
    findings: list[Finding] = []
    for path in sorted(ws.authority.glob("*.jsonl")):
        records, bad = read_people(path, Entity)
        findings += bad
        for entity in records:
            if entity.id in entities:
                findings.append(bad_line(ws.relative(path), 0, f"the id {entity.id!r} stands twice"))
            else:
                entities[entity.id] = entity
    return [entities[key] for key in sorted(entities)], findings
