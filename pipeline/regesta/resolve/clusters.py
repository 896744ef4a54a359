"""Claims into clusters: people's joins and parts first, then likeness; the same whatever the order of the input."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from msgspec import Struct

from regesta.errors import Finding
from regesta.model.event import Join
from regesta.model.ids import content_id
from regesta.model.reviewed import Pair
from regesta.resolve.known import Known
from regesta.resolve.likeness import Likeness, cannot_be_one
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


class Clusters:
    """A partition of claims that never holds two parted ones together, however long the path of joins between them."""

    def __init__(self, profiles: Sequence[Profile], parted: Iterable[Pair], known: Known) -> None:
        self._known = known
        self._profiles = {each.id: each for each in profiles}
        self._home = {each.id: each.id for each in profiles}
        self._members = {each.id: [each.id] for each in profiles}
        self._parted = _neighbours(pair.claims for pair in parted)

    def together(self, one: str, other: str) -> bool:
        """Whether two claims are in one cluster."""
        return self._home[one] == self._home[other]

    def parted(self, one: str, other: str) -> bool:
        """Whether people parted any claim of one cluster from any of the other."""
        home = self._home[other]
        return any(
            self._home.get(claim) == home
            for member in self._members[self._home[one]]
            for claim in self._parted.get(member, ())
        )

    def excluded(self, one: str, other: str) -> bool:
        """Whether any claim of one cluster cannot be the same event as any of the other."""
        sides = (self._members[self._home[claim]] for claim in (one, other))
        return any(cannot_be_one(self._profiles[a], self._profiles[b], self._known) for a, b in product(*sides))

    def join(self, one: str, other: str) -> None:
        """Puts the clusters of two claims together."""
        low, high = sorted((self._home[one], self._home[other]), key=lambda claim: self._profiles[claim].age)
        if low == high:
            return
        for claim in self._members[high]:
            self._home[claim] = low
        self._members[low] += self._members.pop(high)

    def home(self, claim: str) -> str:
        """The oldest claim of the cluster that holds a claim."""
        return self._home[claim]

    def members(self) -> list[list[Profile]]:
        """The clusters, the claims of each from the oldest on, the clusters likewise."""
        made = [
            sorted((self._profiles[claim] for claim in claims), key=lambda each: each.age)
            for claims in self._members.values()
        ]
        return sorted(made, key=lambda cluster: cluster[0].age)


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
    ages = {each.id: each.age for each in profiles}
    findings = []
    for one, other in _by_age(joined, ages):
        if found.parted(one, other):
            findings.append(_blocked(one, other))
        else:
            found.join(one, other)
    for edge in sorted(edges, key=lambda edge: edge.order):
        one, other = edge.one.id, edge.other.id
        if edge.likeness.score < least or found.together(one, other):
            continue
        if not found.parted(one, other) and not found.excluded(one, other):
            found.join(one, other)
    return found, findings


def _by_age(pairs: Iterable[Pair], ages: Mapping[str, Age]) -> list[tuple[str, str]]:
    """Pairs of known claims, each once with the older first, in an order that only their ages give."""
    known = {
        tuple(sorted(pair.claims, key=lambda claim: ages[claim])) for pair in pairs if ages.keys() >= {*pair.claims}
    }
    return sorted(((one, other) for one, other in known), key=lambda two: (ages[two[1]], ages[two[0]]))


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


def _neighbours(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


def _blocked(one: str, other: str) -> Finding:
    return Finding(
        code="resolve.join_blocked",
        level="warning",
        what=f"the join of {one} and {other} is not followed",
        why="Claims that other joins bring together with these were parted.",
        remedy="Retract the join or the part that is wrong.",
    )
