"""The authority file: entities found by any of their names, and the id that a name stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from regesta.model.entity import Entity, EntityKind
from regesta.names import lists
from regesta.names.fold import fold
from regesta.names.local import local_id

__all__ = ["Authority", "by_local_id", "entity_for", "general", "local_id"]


class Authority:
    """Entities by id and by the folded key of each of their names, in the order in which they were given.

    `place_of` gives the id of a place that none of them is, such as one of a gazetteer; empty where it knows none.
    """

    def __init__(self, entities: Iterable[Entity] = (), place_of: Callable[[str], str] = lambda _: "") -> None:
        self.place_of = place_of
        self._by_id: dict[str, Entity] = {}
        self._by_key: dict[str, list[Entity]] = {}
        for entity in entities:
            self._by_id.setdefault(entity.id, entity)
            for key in dict.fromkeys(fold(name) for name in (entity.label, *entity.names)):
                if key:
                    self._by_key.setdefault(key, []).append(entity)

    @property
    def entities(self) -> list[Entity]:
        """All entities, in the order in which they were given."""
        return list(self._by_id.values())

    def get(self, entity_id: str) -> Entity | None:
        """The entity with this id, if there is one."""
        return self._by_id.get(entity_id)

    def find(self, name: str, kind: EntityKind | None = None) -> list[Entity]:
        """The entities that bear this name in some spelling, of one kind where that is asked."""
        found = self._by_key.get(fold(name), [])
        return [entity for entity in found if kind is None or entity.kind == kind]


@cache
def general() -> Authority:
    """The organisations and places that ship with the program: what any project may meet."""
    return Authority(lists.general())


def by_local_id(entities: Iterable[Entity]) -> dict[str, str]:
    """From the local id of each name that one entity alone bears to the id of that entity."""
    bearers: dict[str, set[str]] = {}
    own: set[str] = set()
    for entity in entities:
        own.add(entity.id)
        for name in (entity.label, *entity.names):
            bearers.setdefault(local_id(entity.kind, name), set()).add(entity.id)
    return {local: min(ids) for local, ids in bearers.items() if len(ids) == 1 and local not in own}


def entity_for(kind: EntityKind, name: str, authority: Authority) -> str:
    """The id of the entity that a name means: the project's, else a place beyond it, else the general list's.

    Else, or where several of the project's entries bear the name, it gets a local id: nobody's until a person says
    whose, never a wrong one.
    """
    own = authority.find(name, kind)
    place = authority.place_of(name) if kind == "place" and not own else ""
    found = own or general().find(name, kind)
    if place or len(found) == 1:
        return place or found[0].id
    return local_id(kind, name)
