"""Claims into clusters: people's joins and parts first, then likeness; the same whatever the order of the input."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from msgspec import Struct

from regesta.errors import Finding
from regesta.model.event import Join
from regesta.model.ids import content_id
from regesta.model.reviewed import Pair
from regesta.resolve.known import Known
from regesta.resolve.likeness import Likeness, cannot_be_one
from regesta.resolve.partition import Partition
from regesta.resolve.profile import Age, Profile


class Edge(Struct, frozen=True):
    """Two claims, the older first, and how alike they are."""

    one: Profile
    other: Profile
    likeness: Likeness

    @property
    def order(self) -> tuple[float, Age, Age]:
        """The most alike first, then the oldest."""
        return -self.likeness.score, self.one.age, self.other.age


class Clusters(Partition):
    """Claims in clusters, each known by its oldest."""

    def __init__(self, profiles: Sequence[Profile], parted: Iterable[Pair], known: Known) -> None:
        super().__init__({each.id: each.age for each in profiles}, parted)
        self._known = known
        self._profiles = {each.id: each for each in profiles}

    def excluded(self, one: str, other: str) -> bool:
        """Whether any claim of one cluster cannot be the same event as any of the other."""
        sides = ([self._profiles[claim] for claim in self.members(side)] for side in (one, other))
        return any(cannot_be_one(a, b, self._known) for a, b in product(*sides))

    def profiles(self) -> list[list[Profile]]:
        """The clusters, the claims of each from the oldest on, the clusters likewise."""
        return [[self._profiles[claim] for claim in group] for group in self.groups()]


def cluster(
    profiles: Sequence[Profile],
    edges: Sequence[Edge],
    joined: Iterable[Pair],
    parted: Iterable[Pair],
    known: Known,
    least: float,
) -> tuple[Clusters, list[Finding]]:
    """The clusters by people's decisions, then by each edge of the least score; a finding where a part blocks one."""
    found = Clusters(profiles, parted, known)
    findings = [_blocked(one, other) for one, other in found.join_all(joined)]
    for edge in sorted(edges, key=lambda edge: edge.order):
        one, other = edge.one.id, edge.other.id
        if edge.likeness.score < least or found.together(one, other):
            continue
        if not found.parted(one, other) and not found.excluded(one, other):
            found.join(one, other)
    return found, findings


def proposals(clusters: Clusters, edges: Sequence[Edge], least: float) -> list[Join]:
    """The joins to show to a person: the best edge of each two clusters, from the least score on, unless parted."""
    shown: set[tuple[str, str]] = set()
    joins = []
    for edge in sorted(edges, key=lambda edge: edge.order):
        one, other = edge.one.id, edge.other.id
        homes = min(clusters.home(one), clusters.home(other)), max(clusters.home(one), clusters.home(other))
        if edge.likeness.score < least or homes[0] == homes[1] or homes in shown or clusters.parted(one, other):
            continue
        shown.add(homes)
        claims = sorted((one, other))
        joins.append(
            Join(
                id=content_id("join", *claims),
                claims=claims,
                score=edge.likeness.score,
                reasons=list(edge.likeness.reasons),
            )
        )
    return joins


def _blocked(one: str, other: str) -> Finding:
    return Finding(
        code="resolve.join_blocked",
        level="warning",
        what=f"the join of {one} and {other} is not followed",
        why="Claims that other joins bring together with these were parted.",
        remedy="Retract the join or the part that is wrong.",
    )
