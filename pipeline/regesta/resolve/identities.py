"""Who is who: the entities that are one by what people say, by the authority's names, or by a chance that is enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from regesta.errors import Finding
from regesta.model.entity import Entity
from regesta.model.ids import content_id
from regesta.model.reviewed import Reviewed
from regesta.model.same import Identity, Same, Side
from regesta.model.settings import ResolveSettings
from regesta.names.authority import by_local_id
from regesta.names.likeness import Alike, alike
from regesta.resolve.partition import Partition
from regesta.resolve.persons import NEVER, Age, Met, as_persons, persons_met

#: So many mentions of each of the two are shown.
_EXAMPLES = 3
#: Who joined what no person did.
NAMES, SCORE = "authority", "score"


class Identities(Struct, frozen=True, kw_only=True):
    """Which id stands for which, who said so, what waits for a person (the likeliest first), and what is amiss."""

    of: dict[str, str] = {}
    joined: list[Identity] = []
    proposals: list[Same] = []
    findings: list[Finding] = []


def identities(
    reviewed: Reviewed, entities: Sequence[Entity], settings: ResolveSettings, *, propose: bool = True
) -> Identities:
    """Who is who, whatever the order of the input.

    People's word comes first, and a part blocks every path of joins. Of several ids an entry of the authority file
    stands for all, else the one that was accepted first; two entries are one only if people say so. Without
    `propose` nothing is compared, and only what people and the authority file say counts.
    """
    met = persons_met(reviewed, entities)
    found = _Joining(met, entities, reviewed)
    compared: list[Alike] = alike(as_persons(met, reviewed)) if propose else []
    for pair in compared:
        if pair.score >= settings.join_same < 1:
            found.join(pair.one, pair.other, SCORE)
    return Identities(
        of=found.of(),
        joined=found.joined(),
        proposals=_proposals(found.partition, compared, settings.propose_same, met),
        findings=found.findings,
    )


class _Joining:
    """The partition of all entities, with who put together what."""

    def __init__(self, met: Mapping[str, Met], entities: Sequence[Entity], reviewed: Reviewed) -> None:
        self.entries = {entity.id for entity in entities}
        ages = {entity_id: person.age for entity_id, person in met.items()}
        used = _used(reviewed)
        local = {name: entity for name, entity in by_local_id(entities).items() if name in used}
        decided = {each for pair in (*reviewed.same, *reviewed.different) for each in pair.ids}
        ids = {*met, *self.entries, *local, *decided}
        order: dict[str, tuple[bool, Age, str]] = {
            each: (each not in self.entries, ages.get(each, NEVER), each) for each in ids
        }
        self.partition = Partition(order, reviewed.different)
        self.findings = [_blocked(*pair) for pair in self.partition.join_all(reviewed.same)]
        self.reviewed = reviewed
        self.others: dict[str, set[str]] = defaultdict(set)
        for local_, entity_id in sorted(local.items()):
            self.join(entity_id, local_, NAMES)

    def join(self, one: str, other: str, by: str) -> None:
        """Puts two together, unless a part, or two entries of the authority file, stand against it."""
        groups = [self.partition.members(each) for each in (one, other)]
        if self.partition.together(one, other) or self.partition.parted(one, other):
            return
        if all(any(each in self.entries for each in group) for group in groups):
            return
        self.partition.join(one, other)
        self.others[one].add(by)
        self.others[other].add(by)

    def of(self) -> dict[str, str]:
        """The id that stands for each other one that is not its own."""
        return {each: group[0] for group in self.partition.groups() for each in group[1:]}

    def joined(self) -> list[Identity]:
        """The groups of more than one, sorted by the id that stands for them."""
        found = []
        for group in self.partition.groups():
            if len(group) == 1:
                continue
            within = set(group)
            pairs = [pair for pair in self.reviewed.same if within.issuperset(pair.ids)]
            people = {reviewer for pair in pairs for reviewer in pair.reviewers}
            others = {by for each in group for by in self.others.get(each, ())}
            found.append(
                Identity(
                    id=group[0],
                    ids=sorted(group[1:]),
                    by=[*sorted(people), *sorted(others)],
                    decisions=sorted({decision for pair in pairs for decision in pair.decisions}),
                )
            )
        return sorted(found, key=lambda identity: identity.id)


def _used(reviewed: Reviewed) -> set[str]:
    """All ids that a mention or a claim gives to something."""
    values = {each.record.value for each in reviewed.mentions.values()}
    claims = [each.record for each in reviewed.claims.values()]
    named = {value.entity for claim in claims for value in claim.values if value.entity}
    return values | named | {claim.asserted_by.id for claim in claims}


def _proposals(partition: Partition, compared: Iterable[Alike], least: float, met: Mapping[str, Met]) -> list[Same]:
    """The likeliest pair of each two groups, from the least chance on, where a source names one of the two."""
    shown: set[frozenset[str]] = set()
    found = []
    for pair in compared:
        homes = frozenset((partition.home(pair.one), partition.home(pair.other)))
        named = met[pair.one].age != NEVER or met[pair.other].age != NEVER
        if pair.score < least or len(homes) == 1 or homes in shown or not named:
            continue
        if partition.parted(pair.one, pair.other):
            continue
        shown.add(homes)
        found.append(
            Same(
                id=content_id("same", pair.one, pair.other),
                kind="person",
                sides=[_side(each, met[each]) for each in (pair.one, pair.other)],
                score=pair.score,
                reasons=list(pair.reasons),
            )
        )
    return found


def _side(entity_id: str, person: Met) -> Side:
    """One of the two, with a mention of each source first."""
    ordered = sorted(person.mentions, key=lambda mention: (mention.source, mention.start, mention.id))
    first = {mention.source: mention for mention in reversed(ordered)}
    chosen = [*(first[source] for source in sorted(first)), *ordered]
    examples = list({(mention.source, mention.exact): mention for mention in reversed(chosen)}.values())[::-1]
    entry = person.entry
    lived = f"{entry.born or '?'}–{entry.died or '?'}" if entry and (entry.born or entry.died) else ""
    said = [entry.type, lived, entry.note] if entry else []
    return Side(
        entity=entity_id,
        label=person.label or entity_id,
        forms=person.names,
        mentions=examples[:_EXAMPLES],
        note="; ".join(filter(None, said)),
    )


def _blocked(one: str, other: str) -> Finding:
    return Finding(
        code="resolve.same_blocked",
        level="warning",
        what=f"{one} and {other} are not taken as one",
        why="Names that other joins bring together with these were parted.",
        remedy="Retract the join or the part that is wrong.",
    )
