"""The general lists that ship with the program, read once: plain text, one name or word a line."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from regesta.model.entity import Entity, EntityKind
from regesta.names.fold import fold
from regesta.names.local import local_id
from regesta.names.places import place_entities


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a list of `names/data`, without comments and blank lines."""
    text = files("regesta.names").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    stripped = (line.partition("#")[0].strip() for line in text.split("\n"))
    return tuple(line for line in stripped if line)


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list as it writes them; several may stand on one line."""
    return frozenset(word for line in lines(name) if not line.startswith("[") for word in line.split())


@cache
def folded(name: str) -> frozenset[str]:
    """The folded keys of the words of a list."""
    return frozenset(fold(word) for word in words(name))


@cache
def phrases(name: str) -> tuple[str, ...]:
    """The phrases of a list, split at `|`, in its order; sections do not count."""
    parts = (part.strip() for line in lines(name) if not line.startswith("[") for part in line.split("|"))
    return tuple(dict.fromkeys(part for part in parts if part))


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """The phrases of a list by the `[section]` under which they stand."""
    found: dict[str, list[str]] = {}
    current = ""
    for line in lines(name):
        if line.startswith("[") and line.endswith("]"):
            current = line[1:-1]
            found.setdefault(current, [])
        else:
            found.setdefault(current, []).extend(part.strip() for part in line.split("|") if part.strip())
    return {section: tuple(dict.fromkeys(parts)) for section, parts in found.items()}


@cache
def entities(name: str, kind: EntityKind) -> tuple[Entity, ...]:
    """The entries of a list of names as entities: a line holds the usual name and, after `|`, the others."""
    made = []
    kind_of_thing = ""
    for line in lines(name):
        if line.startswith("[") and line.endswith("]"):
            kind_of_thing = line[1:-1]
            continue
        label, *others = (part.strip() for part in line.split("|"))
        made.append(Entity(id=local_id(kind, label), kind=kind, label=label, names=others, type=kind_of_thing))
    return tuple(made)


@cache
def general() -> tuple[Entity, ...]:
    """The organisations and places that any project may meet, as entities with local ids."""
    named = entities("cities", "place") + entities("ships", "place")
    return entities("organisations", "organisation") + place_entities() + named
