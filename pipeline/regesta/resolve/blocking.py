"""Which pairs of claims are worth comparing: a month, place, person or name in common, or one about the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regesta.names.fold import fold
from regesta.resolve.kinds import Kinds
from regesta.resolve.profile import Profile

#: A date that spans more months than this gives no key by month; place, person and name have to do.
_MOST_MONTHS = 25

Key = tuple[str, ...]


def pairs(profiles: Sequence[Profile], kinds: Kinds) -> list[tuple[Profile, Profile]]:
    """The pairs that share a key, each once, in the order of age."""
    blocks: dict[Key, list[int]] = {}
    ordered = sorted(profiles, key=lambda each: each.age)
    for index, each in enumerate(ordered):
        for key in dict.fromkeys(_keys(each, kinds)):
            blocks.setdefault(key, []).append(index)
    found = {(a, b) for block in blocks.values() for at, a in enumerate(block) for b in block[at + 1 :]}
    return [(ordered[a], ordered[b]) for a, b in sorted(found)]


def _keys(each: Profile, kinds: Kinds) -> Iterator[Key]:
    kind = kinds.widest(each.claim.type)
    yield ("claim", each.id)
    if each.claim.about:
        yield ("claim", each.claim.about.claim)
    if each.name:
        yield ("name", fold(each.name))
    yield from (("place", kind, place) for place in each.places)
    yield from (("person", kind, person) for person in each.people)
    yield from (("surname", kind, each.claim.source, person.rpartition("-")[2]) for person in each.people)
    for date in each.dates:
        if date.earliest is None or date.latest is None:
            continue
        first = date.earliest.year * 12 + date.earliest.month
        last = date.latest.year * 12 + date.latest.month
        if last - first <= _MOST_MONTHS:
            yield from (("month", kind, str(month)) for month in range(first, last + 1))
