"""What is known of entities and types: which are the same, which place holds which, what is a kind of what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from regesta.model.claim import Value
from regesta.model.entity import Entity
from regesta.model.mention import Mention
from regesta.names.authority import Authority, by_local_id
from regesta.names.fold import fold
from regesta.resolve.kinds import Kinds

#: A name of fewer letters is too short to be the first part of a longer one ("Brest" of "Brest-Litovsk").
_SHORTEST = 4


class Known:
    """The authority file, what is known of places beyond it, the words that claims cite, and the types of events."""

    def __init__(
        self,
        entities: Iterable[Entity],
        cited: Mapping[str, Mention],
        places: Iterable[Entity] = (),
        broader: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        own = list(entities)
        self.kinds = Kinds(broader)
        self._own = {entity.id: entity for entity in own}
        self._authority = Authority([*own, *places])
        self._cited = cited
        self._usual = by_local_id(self._authority.entities)

    def usual(self, entity: str) -> str:
        """The id that stands for an entity: the authority's, where a local id is one of its names."""
        return self._usual.get(entity, entity)

    def label(self, value: Value) -> str:
        """The name of a value's entity: the authority's, else the words that the value cites."""
        entity = self._own.get(self.usual(value.entity or ""))
        if entity:
            return entity.label
        named = [cite for cite in value.cites if cite in self._cited and self._cited[cite].value == value.entity]
        return self._cited[named[0]].exact if named else (value.entity or "").partition(":")[2]

    def holds(self, wider: str, narrower: str) -> bool:
        """Whether one place contains another, at any remove."""
        outer, queue, seen = self.usual(wider), [self.usual(narrower)], set[str]()
        while queue:
            entity = self._authority.get(queue.pop())
            for place in entity.within if entity else []:
                if place == outer:
                    return True
                if place not in seen:
                    seen.add(place)
                    queue.append(place)
        return False

    def same(self, one: str, other: str) -> bool:
        """Whether two ids mean one entity."""
        return self.usual(one) == self.usual(other)

    def fuller(self, longer: str, shorter: str) -> bool:
        """Whether one place has a fuller form of the other's name: "Brest-Litovsk" of "Brest"; never two entries."""
        if self._authority.get(self.usual(longer)) and self._authority.get(self.usual(shorter)):
            return False
        long, short = (fold(name.partition(":")[2]).split() for name in (longer, shorter))
        return len(long) > len(short) > 0 and long[: len(short)] == short and len(short[0]) >= _SHORTEST

    def namesakes(self, one: str, other: str) -> bool:
        """Whether two persons can be one by their names: initials for names, or a part of a fuller name.

        "William H. Armstrong" is "William Hepburn Armstrong", and within one source so is "Armstrong".
        """
        if self._authority.get(self.usual(one)) and self._authority.get(self.usual(other)):
            return False
        kinds, names = zip(
            *((id_.partition(":")[0], id_.partition(":")[2].split("-")) for id_ in (one, other)), strict=True
        )
        if set(kinds) != {"person"}:
            return False
        short, long = sorted((_bare(names[0]), _bare(names[1])), key=len)
        if len(short) < len(long):
            return short[-1:] == long[-1:] and set(short) <= set(long) and len(short[-1]) >= _SHORTEST
        if len(names[0]) != len(names[1]) or len(names[0]) < 2 or names[0][-1] != names[1][-1]:
            return False
        return all(a == b or (1 in (len(a), len(b)) and a[:1] == b[:1]) for a, b in zip(*names, strict=True))

    def agrees(self, one: str, other: str) -> bool:
        """Whether two places can both be true: the same, one in the other, or one name fuller than the other."""
        if self.same(one, other):
            return True
        return any(test(a, b) for test in (self.holds, self.fuller) for a, b in ((one, other), (other, one)))


def _bare(name: list[str]) -> list[str]:
    """The parts of a name without what follows a surname: "paul desmarais" of "paul desmarais jr"."""
    return name[:-1] if len(name) > 1 and name[-1] in ("jr", "sr", "ii", "iii") else name
