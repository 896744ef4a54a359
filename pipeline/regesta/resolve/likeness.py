"""How likely two claims speak of one event: a sum of evidence, each part with its reason in words."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from regesta import edtf
from regesta.names.fold import fold
from regesta.resolve.known import Known
from regesta.resolve.profile import Profile

_ABOUT = 0.95
_TYPE = 0.2
#: A source that is less exact about what happened is still about as likely to mean it.
_KIND_OF = 0.15
_NAME = 0.35
_SAME_DATE = 0.4
#: Weight of a date that holds the other, by the days that the wider one leaves open.
_HOLDS = ((31, 0.35), (92, 0.28), (366, 0.2))
_HOLDS_LONGER = 0.1
_OVERLAP = 0.2
_SAME_PLACE = 0.25
_NEAR_PLACE = 0.22
_OTHER_PLACE = -0.35
_WHO_ALL = 0.2
_WHO_SOME = 0.15
_WHO_OTHER = -0.1
_SAME_COUNT = 0.2
_ONE_SOURCE = 0.05
#: Smaller numbers are the same by chance.
_TELLING = 20
_ONCE = 0.45
_ONCE_APART = 0.15
#: What happens to a person once: two claims of it may speak of one event, whatever their dates.
ONCE_IN_A_LIFE = frozenset({"birth", "death", "burial", "baptism"})


class Likeness(Struct, frozen=True):
    """A score from 0 to 1 with its reasons."""

    score: float
    reasons: tuple[str, ...] = ()


def likeness(one: Profile, other: Profile, known: Known) -> Likeness:
    """How alike two claims are; the order of the two does not count."""
    first, second = sorted((one, other), key=lambda each: each.age)
    relation = _relation(first, second)
    if relation:
        return Likeness(_ABOUT, (f"one {relation} the other",))
    if _same_passage(first, second):
        return Likeness(0.0, ("one passage tells them apart",))
    same_name = bool(first.name) and fold(first.name) == fold(second.name)
    if not known.kinds.agree(first.claim.type, second.claim.type) and not same_name:
        return Likeness(0.0)
    once = _once(first, second, known)
    apart = _apart(first, second)
    if apart and not once:
        return Likeness(0.0, ("their dates cannot be one",))
    parts = [
        _kind(first, second, known),
        (_NAME, f"both named {first.name}") if same_name else (0.0, ""),
        (_ONCE_APART if apart else _ONCE, "it happens once to the same person") if once else (0.0, ""),
        _when(first, second),
        _where(first, second, known),
        _who(first, second, known),
        _count(first, second),
        (_ONE_SOURCE, "one source") if first.claim.source == second.claim.source else (0.0, ""),
    ]
    total = round(min(1.0, max(0.0, sum(weight for weight, _ in parts))), 3)
    return Likeness(total, tuple(reason for _, reason in parts if reason))


def cannot_be_one(one: Profile, other: Profile, known: Known) -> bool:
    """Whether two claims cannot speak of one event unless a person or their own words say so.

    One passage tells its happenings apart, and dates that never meet are two events, except where one of the claims
    was put forward against another.
    """
    if _relation(one, other) or one.disputes or other.disputes:
        return False
    told_apart = _same_passage(one, other) and not (one.claim.about or other.claim.about)
    return told_apart or (_apart(one, other) and not _once(one, other, known))


def _relation(one: Profile, other: Profile) -> str:
    """What one of two claims does to the other; empty where neither speaks of the other."""
    for speaker, subject in ((one, other), (other, one)):
        about = speaker.claim.about
        if about and about.claim == subject.id:
            return about.relation
    return ""


def _same_passage(one: Profile, other: Profile) -> bool:
    return (one.claim.source, one.claim.passage) == (other.claim.source, other.claim.passage)


def _once(one: Profile, other: Profile, known: Known) -> bool:
    same_kind = one.claim.type == other.claim.type and one.claim.type in ONCE_IN_A_LIFE
    return same_kind and bool(_same_people(one, other, known))


def _apart(one: Profile, other: Profile) -> bool:
    """Whether both have dates and none of one's can be any of the other's."""
    return bool(one.dates and other.dates) and not any(edtf.overlap(a, b) for a in one.dates for b in other.dates)


def _kind(one: Profile, other: Profile, known: Known) -> tuple[float, str]:
    if one.claim.type == other.claim.type:
        return _TYPE, f"both {one.claim.type}"
    for wider, narrower in ((one, other), (other, one)):
        if known.kinds.holds(wider.claim.type, narrower.claim.type):
            return _KIND_OF, f"{narrower.claim.type} is a kind of {wider.claim.type}"
    return 0.0, "types differ"


def _when(one: Profile, other: Profile) -> tuple[float, str]:
    pairs = [_date_weight(a, b) for a in one.dates for b in other.dates]
    return max(pairs, default=(0.0, ""))


def _date_weight(one: edtf.Edtf, other: edtf.Edtf) -> tuple[float, str]:
    if str(one) == str(other) or edtf.same_day(one, other):
        return _SAME_DATE, f"the same date, {one}"
    for wider, narrower in ((one, other), (other, one)):
        if edtf.contains(wider, narrower):
            days = _days(wider)
            weight = next((weight for longest, weight in _HOLDS if days <= longest), _HOLDS_LONGER)
            return weight, f"{wider} contains {narrower}"
    if edtf.overlap(one, other):
        return _OVERLAP, f"{min(str(one), str(other))} and {max(str(one), str(other))} overlap"
    return 0.0, ""


def _days(date: edtf.Edtf) -> int:
    if date.earliest is None or date.latest is None:
        return 10**9
    return date.latest.number - date.earliest.number + 1


def _where(one: Profile, other: Profile, known: Known) -> tuple[float, str]:
    if not one.places or not other.places:
        return 0.0, ""
    shared = _shared(one.places, other.places)
    if shared:
        return _SAME_PLACE, f"the same place, {shared[0]}"
    for a in one.places:
        for b in other.places:
            if known.agrees(a, b):
                return _NEAR_PLACE, f"{a} and {b} agree"
    return _OTHER_PLACE, "different places"


def _who(one: Profile, other: Profile, known: Known) -> tuple[float, str]:
    if not one.people or not other.people:
        return 0.0, ""
    shared = _same_people(one, other, known)
    if not shared:
        return _WHO_OTHER, "different participants"
    everyone = len(shared) == min(len(one.people), len(other.people))
    return (_WHO_ALL if everyone else _WHO_SOME), f"shared participants: {', '.join(shared)}"


def _count(one: Profile, other: Profile) -> tuple[float, str]:
    """What the same number of the same things says: 42,492 prisoners are hardly moved twice."""
    numbers = [
        {(value.count.best, value.count.unit.split()[0]) for value in each.claim.values if value.count}
        for each in (one, other)
    ]
    shared = sorted(f"{best} {unit}" for best, unit in numbers[0] & numbers[1] if best and best >= _TELLING)
    return (_SAME_COUNT, f"the same number, {shared[0]}") if shared else (0.0, "")


def _same_people(one: Profile, other: Profile, known: Known) -> list[str]:
    """The participants whom both name; within one source initials stand for names."""
    shared = _shared(one.people, other.people)
    if shared or one.claim.source != other.claim.source:
        return shared
    return sorted(a for a in set(one.people) for b in other.people if known.namesakes(a, b))


def _shared(ones: Iterable[str], others: Iterable[str]) -> list[str]:
    held = set(others)
    return sorted(each for each in set(ones) if each in held)
