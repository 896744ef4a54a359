"""Reading the project's authority files."""

from __future__ import annotations

from regesta.errors import Finding
from regesta.model.entity import Entity
from regesta.workspace.jsonl import read_people
from regesta.workspace.workspace import Workspace


def read_entities(ws: Workspace) -> tuple[list[Entity], list[Finding]]:
    """All entities of `annotations/authority/`, sorted by id, and what is wrong with the files."""
    entities: dict[str, Entity] = {}
    findings: list[Finding] = []
    for path in sorted(ws.authority.glob("*.jsonl")):
        records, bad = read_people(path, Entity, ws.relative(path))
        findings += bad
        for entity in records:
            if entity.id in entities:
                findings.append(_doubled(ws.relative(path), entity.id))
            else:
                entities[entity.id] = entity
    return [entities[key] for key in sorted(entities)], findings


def _doubled(path: str, name: str) -> Finding:
    return Finding(
        code="authority.doubled",
        what=f"the id {name!r} stands twice",
        path=path,
        why="The first entry of an id counts; this one is left out.",
        remedy="Give each entry its own id, or make one of the two.",
    )
