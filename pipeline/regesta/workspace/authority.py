"""Reading the project's authority files, and adding to them what a person brings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from regesta.errors import Finding
from regesta.model.codec import CodecError, convert, encode, strict_loads
from regesta.model.entity import Entity, EntityKind
from regesta.workspace.jsonl import read_people, split_lines
from regesta.workspace.replace import replace_bytes
from regesta.workspace.workspace import Workspace

#: The file that new entries of a kind go to.
_FILES: dict[EntityKind, str] = {
    "person": "people.jsonl",
    "place": "places.jsonl",
    "organisation": "organisations.jsonl",
}


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


def add_entities(ws: Workspace, entities: Sequence[Entity]) -> list[str]:
    """Writes entries, new ones behind those of their kind, known ones in their place; gives the paths written.

    Every other line stays as people wrote it, byte for byte.
    """
    left = {entity.id: entity for entity in entities}
    files: dict[Path, list[bytes]] = {}
    for path in sorted(ws.authority.glob("*.jsonl")):
        lines = split_lines(path.read_bytes())
        for at, line in enumerate(lines):
            found = left.pop(_id_in(line), None)
            if found is not None:
                lines[at] = encode(found)
                files[path] = lines
    for entity in left.values():
        path = ws.authority / _FILES[entity.kind]
        if path not in files:
            files[path] = split_lines(path.read_bytes()) if path.exists() else []
        files[path].append(encode(entity))
    for path, lines in files.items():
        replace_bytes(path, b"".join(line + b"\n" for line in lines))
    return [ws.relative(path) for path in files]


def _id_in(line: bytes) -> str:
    """The id on a line that holds an entity; empty where it holds none."""
    try:
        return convert(strict_loads(line), Entity).id
    except CodecError:
        return ""


def _doubled(path: str, name: str) -> Finding:
    return Finding(
        code="authority.doubled",
        what=f"the id {name!r} stands twice",
        path=path,
        why="The first entry of an id counts; this one is left out.",
        remedy="Give each entry its own id, or make one of the two.",
    )
