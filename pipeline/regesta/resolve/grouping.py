"""The values of one property of an event, those that say the same put together, coarse ones under the fine."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from regesta import edtf
from regesta.model.claim import Count, Property, Value
from regesta.resolve.known import Known
from regesta.resolve.profile import Age, Profile

#: Properties of which an event can have several values at once.
MANY: tuple[Property, ...] = ("who", "part_of")
#: An approximate number agrees with one this much smaller or larger.
_ROUGH = 0.1


class Said(Struct, frozen=True):
    """One claim's value."""

    profile: Profile
    value: Value
    order: int

    @property
    def place(self) -> tuple[Age, int]:
        """Where it stands among the values of an event: by the age of its claim, then as the claim has them."""
        return self.profile.age, self.order


class Group(Struct):
    """Values that say the same; `value` is the finest of them."""

    value: Value
    said: list[Said]

    @property
    def affirmed(self) -> bool:
        """Whether any of its claims says that it is so; a claim that only denies it does not."""
        return any(each.profile.claim.stance != "denied" for each in self.said)

    @property
    def undisputed(self) -> bool:
        """Whether a claim put it forward that does not dispute another."""
        return any(not each.profile.disputes and each.profile.claim.stance != "denied" for each in self.said)

    @property
    def claims(self) -> list[str]:
        """The ids of its claims, each once, the oldest first."""
        return list(dict.fromkeys(each.profile.id for each in self.said))


def said_of(cluster: Sequence[Profile], prop: Property) -> list[Said]:
    """All values of a property, in the order of the claims' age."""
    return [
        Said(each, value, order)
        for each in cluster
        for order, value in enumerate(each.claim.values)
        if value.property == prop
    ]


def groups(values: Sequence[Said], known: Known) -> list[Group]:
    """The groups of the values of one property, in the order of the oldest claim of each.

    A value that exactly one finer one refines goes under it ("November" under "21 November"); one that could go
    under several that differ stays apart.
    """
    equal: list[Group] = []
    for said in values:
        home = next((group for group in equal if _same(group.value, said.value, known)), None)
        if home:
            home.said.append(said)
        else:
            equal.append(Group(said.value, [said]))
    finest = [group for group in equal if not _finer(group, equal, known)]
    kept = list(finest)
    for group in equal:
        if group in finest:
            continue
        leaves = [leaf for leaf in finest if _refines(leaf.value, group.value, known)]
        if len(leaves) == 1:
            leaves[0].said += group.said
        else:
            kept.append(group)
    for group in kept:
        group.said.sort(key=lambda said: said.place)
    return sorted(kept, key=lambda group: group.said[0].place)


def exclude_each_other(one: Group, other: Group, known: Known) -> bool:
    """Whether two groups cannot both be true; what one claim says in one breath can."""
    if set(one.claims) & set(other.claims):
        return False
    return not _AGREE[one.value.property](one.value, other.value, known)


def _finer(group: Group, equal: Sequence[Group], known: Known) -> list[Group]:
    return [other for other in equal if other is not group and _refines(other.value, group.value, known)]


def _same(one: Value, other: Value, known: Known) -> bool:
    """Whether two values read the same; of participants and places a role given only by one does not count."""
    if one.entity is not None and other.entity is not None:
        return known.same(one.entity, other.entity) and one.role == other.role
    texts = [
        (value.edtf, value.entity, value.count, value.event, value.text, value.role, value.property)
        for value in (one, other)
    ]
    return texts[0] == texts[1]


def _refines(fine: Value, coarse: Value, known: Known) -> bool:
    """Whether one value says more exactly what the other says, and is not said more exactly by it."""
    if fine.edtf and coarse.edtf:
        return edtf.contains(coarse.edtf, fine.edtf) and not edtf.contains(fine.edtf, coarse.edtf)
    if fine.property == "type" and fine.text and coarse.text:
        return known.kinds.holds(coarse.text, fine.text)
    if fine.entity is None or coarse.entity is None:
        return False
    if known.same(fine.entity, coarse.entity):
        return bool(fine.role) and not coarse.role
    if fine.property != "where" or (coarse.role and fine.role != coarse.role):
        return False
    return known.holds(coarse.entity, fine.entity) or known.fuller(fine.entity, coarse.entity)


def _kinds_agree(one: Value, other: Value, known: Known) -> bool:
    return known.kinds.agree(one.text or "", other.text or "")


def _dates_agree(one: Value, other: Value, _known: Known) -> bool:
    return bool(one.edtf and other.edtf) and edtf.overlap(one.edtf or "", other.edtf or "")


def _places_agree(one: Value, other: Value, known: Known) -> bool:
    return one.role != other.role or known.agrees(one.entity or "", other.entity or "")


def _counts_agree(one: Value, other: Value, _known: Known) -> bool:
    if one.count is None or other.count is None or one.count.unit != other.count.unit:
        return True
    first, second = _bounds(one.count, one.hedge), _bounds(other.count, other.hedge)
    return first[0] <= second[1] and second[0] <= first[1]


def _bounds(count: Count, hedge: str) -> tuple[float, float]:
    known = [number for number in (count.low, count.best, count.high) if number is not None]
    low = float(count.low if count.low is not None else min(known, default=0))
    high = float(count.high if count.high is not None else max(known, default=0))
    rough = _ROUGH if hedge == "approximate" else 0.0
    return low * (1 - rough), high * (1 + rough)


def _equal(one: Value, other: Value, known: Known) -> bool:
    return _same(one, other, known)


def _always(_one: Value, _other: Value, _known: Known) -> bool:
    return True


_AGREE: dict[Property, Callable[[Value, Value, Known], bool]] = {
    "type": _kinds_agree,
    "when": _dates_agree,
    "where": _places_agree,
    "who": _always,
    "count": _counts_agree,
    "outcome": _equal,
    "part_of": _always,
}
