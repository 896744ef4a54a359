"""Things that are one, and things that people keep apart: a partition that no path of joins can talk round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from regesta.model.reviewed import Pair


class Partition:
    """Ids in groups that never hold two parted ones together; the group is known by its first in the given order."""

    def __init__(self, order: Mapping[str, Any], parted: Iterable[Pair]) -> None:
        self._order = order
        self._home = {each: each for each in order}
        self._members = {each: [each] for each in order}
        self._parted: dict[str, set[str]] = {}
        for one, other in (pair.ids for pair in parted):
            self._parted.setdefault(one, set()).add(other)
            self._parted.setdefault(other, set()).add(one)

    def home(self, one: str) -> str:
        """The first of the group that holds an id."""
        return self._home[one]

    def members(self, one: str) -> list[str]:
        """The ids that are in one group with an id, in their order."""
        return sorted(self._members[self._home[one]], key=self._order.__getitem__)

    def groups(self) -> list[list[str]]:
        """All groups, the ids of each in their order, the groups by their first."""
        made = [self.members(home) for home in self._members]
        return sorted(made, key=lambda group: self._order[group[0]])

    def together(self, one: str, other: str) -> bool:
        """Whether two ids are in one group."""
        return self._home[one] == self._home[other]

    def parted(self, one: str, other: str) -> bool:
        """Whether people parted any of one group from any of the other."""
        home = self._home[other]
        return any(
            self._home.get(each) == home
            for member in self._members[self._home[one]]
            for each in self._parted.get(member, ())
        )

    def join(self, one: str, other: str) -> None:
        """Puts the groups of two ids together."""
        low, high = sorted((self._home[one], self._home[other]), key=self._order.__getitem__)
        if low == high:
            return
        for each in self._members[high]:
            self._home[each] = low
        self._members[low] += self._members.pop(high)

    def join_all(self, joined: Iterable[Pair]) -> list[tuple[str, str]]:
        """Follows people's joins, the oldest ids first, whatever the order given; gives those that a part blocks."""
        known = {
            tuple(sorted(pair.ids, key=self._order.__getitem__)) for pair in joined if self._order.keys() >= {*pair.ids}
        }
        blocked = []
        for one, other in sorted(known, key=lambda two: (self._order[two[1]], self._order[two[0]])):
            if self.parted(one, other):
                blocked.append((one, other))
            else:
                self.join(one, other)
        return blocked
