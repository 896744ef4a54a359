"""The authority file, as people keep it: a table taken in, and its entries with what the sources call them."""

from __future__ import annotations

from pathlib import Path

from regesta.errors import Finding
from regesta.model.entity import Entity, EntityKind
from regesta.resolve.catalogue import Taken, take_in
from regesta.workspace.authority import add_entities, read_entities
from regesta.workspace.lock import locked
from regesta.workspace.table import read_table
from regesta.workspace.workspace import Workspace


def planned(ws: Workspace, file: Path, kind: EntityKind) -> Taken:
    """What a table would add to the authority file; nothing is written."""
    entities, _ = read_entities(ws)
    return take_in(read_table(file), entities, kind, str(file))


def save(ws: Workspace, taken: Taken) -> list[str]:
    """Writes what a table adds; gives the paths of the files."""
    with locked(ws.lock_path, wait=False):
        return add_entities(ws, taken.entities)


def entries(ws: Workspace, words: str = "") -> tuple[list[Entity], list[Finding]]:
    """The entries that have these words in a name or an id, all where there are none; with what is amiss."""
    entities, findings = read_entities(ws)
    sought = words.casefold()
    held = ((entity, (entity.id, entity.label, *entity.names)) for entity in entities)
    return [entity for entity, names in held if any(sought in name.casefold() for name in names)], findings
