"""A table of persons, places and organisations, as people keep one, taken into the authority file without loss."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

import msgspec
from msgspec import Struct

from regesta import edtf
from regesta.errors import Finding
from regesta.model.entity import Entity, EntityKind
from regesta.names.authority import Authority
from regesta.names.local import local_id

#: What a column may be called, by the field that it fills; case and underscores do not count.
COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("id",),
    "label": ("name", "label"),
    "names": ("other names", "names", "also", "aliases"),
    "kind": ("kind",),
    "type": ("type", "occupation"),
    "wikidata": ("wikidata", "wikidata id"),
    "viaf": ("viaf", "viaf id"),
    "gnd": ("gnd", "gnd id"),
    "geonames": ("geonames", "geonames id"),
    "born": ("born", "birth"),
    "died": ("died", "death"),
    "note": ("note", "notes"),
}
#: How an outside id looks; the address of its record will do as well.
_OUTSIDE = {
    "wikidata": re.compile(r"(?:.*/)?(Q[1-9][0-9]*)/?"),
    "viaf": re.compile(r"(?:.*/)?([1-9][0-9]*)/?"),
    "gnd": re.compile(r"(?:.*/)?([0-9][0-9X-]*)/?"),
    "geonames": re.compile(r"(?:.*?geonames\.org/)?([1-9][0-9]*)(?:/.*)?"),
}
_SEVERAL = re.compile(r"\s*[;|]\s*")


class Taken(Struct, frozen=True, kw_only=True):
    """What a table comes to: entries as they would stand, those that are new, and what is amiss with its rows.

    `more` says in words what is added to an entry that was there.
    """

    entities: list[Entity]
    new: list[str]
    more: dict[str, list[str]]
    findings: list[Finding]


def take_in(rows: Iterable[Mapping[str, str]], known: Sequence[Entity], kind: EntityKind, path: str) -> Taken:
    """The entries that the rows of a table make or add to.

    A row is an entry that is there where it has its id or an outside id of it, or a name that it alone bears and no
    other outside id. To such an entry is added what it lacks; what the two say differently stays as it was, and is a
    finding. `kind` holds for rows that say none. Line numbers count the head of the table as the first.
    """
    held = {entity.id: entity for entity in known}
    new: list[str] = []
    more: dict[str, list[str]] = {}
    findings: list[Finding] = []
    for line, row in enumerate(rows, start=2):
        fields, faults = _fields(row, kind)
        findings += [_finding(what, remedy, path, line) for what, remedy in faults]
        if not fields:
            continue
        there = _match(fields, held)
        if there is None:
            made = _made(fields, held)
            if made is None:
                findings.append(_namesake(fields["label"], path, line))
                continue
            held[made.id] = made
            new.append(made.id)
            continue
        whole, added, differing = _completed(there, fields)
        findings += [_differs(there, field, fields[field], path, line) for field in differing]
        held[there.id] = whole
        if added and there.id not in new:
            more.setdefault(there.id, []).extend(added)
    return Taken(entities=[held[name] for name in (*new, *more)], new=new, more=more, findings=findings)


def _fields(row: Mapping[str, str], kind: EntityKind) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """The fields of an entry that a row fills, checked; none where it has no name or says what cannot be."""
    said = {" ".join(name.replace("_", " ").casefold().split()): _nfc(cell) for name, cell in row.items() if name}
    found: dict[str, Any] = {
        field: next((said[name] for name in names if said.get(name)), "") for field, names in COLUMNS.items()
    }
    if not any(found.values()):
        return {}, []
    if not found["label"]:
        return {}, [("the row has no name", "Fill the column `name`.")]
    found["kind"] = found["kind"].casefold() or kind
    if found["kind"] not in get_args(EntityKind):
        return {}, [(f"{found['kind']!r} is no kind", f"One of {' '.join(get_args(EntityKind))}.")]
    found["names"] = [name for name in dict.fromkeys(_SEVERAL.split(found["names"])) if name and name != found["label"]]
    faults = list(_checked(found))
    return {name: value for name, value in found.items() if value}, faults


def _checked(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What cannot be in a row; it is taken out of it."""
    for field, pattern in _OUTSIDE.items():
        match = pattern.fullmatch(found[field])
        if found[field] and match is None:
            yield f"{found[field]!r} is no {field} id", "It is left out; correct it and import again."
        found[field] = match[1] if match else ""
    for field in ("born", "died"):
        if found[field] and not edtf.is_valid(found[field]):
            yield f"{found[field]!r} is no date for {field}", "Write it as 1899, 1899-03 or 1899-03-29; ~ for about."
            found[field] = ""
    if found["id"] and not re.fullmatch(r"[a-z0-9][a-z0-9._:-]*", found["id"]):
        yield f"{found['id']!r} is no id", "Lower case letters, digits, and . _ : - between them; or leave it out."
        found["id"] = ""


def _match(fields: Mapping[str, Any], held: Mapping[str, Entity]) -> Entity | None:
    if fields.get("id"):
        return held.get(fields["id"])
    for field in _OUTSIDE:
        same = [each for each in held.values() if fields.get(field) and getattr(each, field) == fields[field]]
        if same:
            return same[0]
    bearers = Authority(held.values()).find(fields["label"], fields["kind"])
    alike = [each for each in bearers if not any(_differ(each, fields, field) for field in (*_OUTSIDE, "born", "died"))]
    return alike[0] if len(alike) == 1 else None


def _differ(entity: Entity, fields: Mapping[str, Any], field: str) -> bool:
    mine, theirs = getattr(entity, field), fields.get(field)
    return bool(mine and theirs and mine != theirs)


def _made(fields: Mapping[str, Any], held: Mapping[str, Entity]) -> Entity | None:
    """A new entry; of two who bear one name the second has an outside id, or the year of birth, in its id."""
    own = fields.get("id") or local_id(fields["kind"], fields["label"])
    marks = [str(fields[field]).casefold() for field in (*_OUTSIDE, "born") if fields.get(field)]
    free = [name for name in (own, *(f"{own}-{mark}" for mark in marks)) if name not in held]
    if not free or (fields.get("id") and fields["id"] in held):
        return None
    return msgspec.convert({**fields, "id": free[0]}, Entity)


def _completed(entity: Entity, fields: Mapping[str, Any]) -> tuple[Entity, list[str], list[str]]:
    """The entry with what it lacked, that in words, and the fields in which the row says otherwise."""
    changes: dict[str, Any] = {}
    added, differing = [], []
    names = [name for name in (fields["label"], *fields.get("names", ())) if name not in (entity.label, *entity.names)]
    if names:
        changes["names"] = [*entity.names, *dict.fromkeys(names)]
        added.append(f"names {'; '.join(dict.fromkeys(names))}")
    for field in (*_OUTSIDE, "born", "died", "type", "note", "kind"):
        if _differ(entity, fields, field):
            differing.append(field)
        elif fields.get(field) and not getattr(entity, field):
            changes[field] = fields[field]
            added.append(f"{field} {fields[field]}")
    return msgspec.structs.replace(entity, **changes), added, differing


def _nfc(cell: str | None) -> str:
    return " ".join(unicodedata.normalize("NFC", cell or "").split())


def _finding(what: str, remedy: str, path: str, line: int) -> Finding:
    return Finding(code="authority.row", level="warning", what=what, path=path, line=line, remedy=remedy)


def _differs(entity: Entity, field: str, said: object, path: str, line: int) -> Finding:
    return Finding(
        code="authority.differs",
        level="warning",
        what=f"{entity.id} has {field} {getattr(entity, field)}, the row says {said}",
        path=path,
        line=line,
        why="What is there is never overwritten.",
        remedy="Correct one of the two; or give the row an id of its own, if it is somebody else.",
    )


def _namesake(label: str, path: str, line: int) -> Finding:
    return Finding(
        code="authority.namesake",
        level="warning",
        what=f"{label!r} is the name of several entries, and the row does not say whose it is",
        path=path,
        line=line,
        remedy="Fill the column `id`, or one of the outside ids.",
    )
