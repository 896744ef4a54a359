"""Which of an event's rival values is preferred: by the rules of a release, else by a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from regesta import edtf
from regesta.model.claim import Property
from regesta.model.event import Rank
from regesta.model.reviewed import Ranked
from regesta.resolve.grouping import MANY, Group, exclude_each_other
from regesta.resolve.known import Known

_WEIGHT: dict[Rank, int] = {"deprecated": 0, "normal": 1, "preferred": 2}


class Ranking(Struct, frozen=True):
    """A rank for each group, in their order; whether they contradict each other, and whether a person must rank."""

    ranks: tuple[Rank, ...]
    contested: bool
    waiting: bool


def rank(prop: Property, groups: Sequence[Group], ranked: Mapping[str, Ranked], known: Known) -> Ranking:
    """The ranks of the values of one property.

    A sole value is preferred, and so is the only one that no disputing claim put forward; otherwise a person ranks.
    A value that claims only deny is no rival. Of dates and numbers that agree the finest is preferred.
    """
    by_people = [_by_people(group, ranked) for group in groups]
    rivals = _rivals(groups, known)
    contested = bool(rivals)
    if contested and "preferred" not in by_people:
        left = [index for index in rivals if by_people[index] != "deprecated"]
        undisputed = left if len(left) == 1 else [index for index in left if groups[index].undisputed]
        settled = len(undisputed) == 1
        best = undisputed[0] if settled else None
        ranks: list[Rank] = ["preferred" if index == best else "normal" for index in range(len(groups))]
    elif contested or (prop not in (*MANY, "where") and len(groups) > 1):
        settled = True
        best = None if contested or "preferred" in by_people else _finest(groups)
        ranks = ["preferred" if index == best else "normal" for index in range(len(groups))]
    else:
        settled = True
        ranks = ["preferred" if group.affirmed else "normal" for group in groups]
    final = tuple(given or ranks[index] for index, given in enumerate(by_people))
    return Ranking(final, contested, contested and not settled)


def _rivals(groups: Sequence[Group], known: Known) -> list[int]:
    """The groups that exclude another one, of those that anybody affirms."""
    affirmed = [index for index, group in enumerate(groups) if group.affirmed]
    clashing = {
        index
        for pair in combinations(affirmed, 2)
        if exclude_each_other(groups[pair[0]], groups[pair[1]], known)
        for index in pair
    }
    return sorted(clashing)


def _by_people(group: Group, ranked: Mapping[str, Ranked]) -> Rank | None:
    """The rank that people gave to a group through any of its values; the highest where they gave several."""
    given = [ranked[said.value.id].rank for said in group.said if said.value.id in ranked]
    return max(given, key=_WEIGHT.__getitem__, default=None)


def _finest(groups: Sequence[Group]) -> int | None:
    affirmed = [index for index, group in enumerate(groups) if group.affirmed]
    return min(affirmed, key=lambda index: (_days(groups[index]), index), default=None)


def _days(group: Group) -> int:
    if not group.value.edtf:
        return 0
    date = edtf.parse(group.value.edtf)
    if date.earliest is None or date.latest is None:
        return 10**9
    return date.latest.number - date.earliest.number
