"""How likely two names met in the sources are one person's: their names weighed with what stands around them.

The weights are those of a logistic regression on the training part of EHRI, the score is the chance that it gives;
`tests/benchmarks/persons.py` fits them and says how good they are on documents that they have not seen.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from math import exp, log1p, sqrt

from msgspec import Struct

from regesta.names.agreement import Agreement, agreement
from regesta.names.person import PersonName
from regesta.names.skeleton import shortened, skeleton

#: What a pair that differs by as many years can still be: a year of birth is often given wrongly by one or two.
_YEARS = 2
#: How given names agree where others of the surname may be meant as well.
_WEAK = ("initial", "missing", "none")
#: Nothing that only names say is certain.
_MOST = 0.99
#: Two that stand beside each other as two are hardly ever one.
_BESIDE = 0.02

WEIGHTS: dict[str, float] = {
    "bias": 1.87,
    "company": 2.38,
    "given form": -0.82,
    "given initial": -0.82,
    "given missing": -1.1,
    "given none": -0.82,
    "given other": 0.02,
    "given spelling": 0.3,
    "more given": 0.48,
    "one source": 1.39,
    "rivals": -2.96,
    "surname letter": -1.14,
    "surname none": -1.37,
    "surname part": -0.03,
    "surname spelling": -0.61,
    "surname turned": 0.6,
    "title": 0.47,
}


class Person(Struct, frozen=True, kw_only=True):
    """Somebody as the sources name them: one entity with all its names, and what stands around them.

    `company` are the entities that are named close by, `beside` those that a text sets beside this one as another
    person ("Hans and Fritz Müller"); `born` and `died` are years.
    """

    id: str
    names: tuple[PersonName, ...]
    sources: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    born: int | None = None
    died: int | None = None


class Alike(Struct, frozen=True, kw_only=True):
    """Two persons who may be one, by their ids in order: what speaks for it, as features and in words; the chance."""

    one: str
    other: str
    features: dict[str, float]
    reasons: tuple[str, ...]
    score: float


def alike(persons: Iterable[Person], weights: Mapping[str, float] | None = None) -> list[Alike]:
    """All pairs of persons whose names can be one person's, the likeliest first; whatever the order of the input."""
    by_id = {person.id: person for person in sorted(persons, key=lambda person: person.id)}
    blocks = _blocks(by_id.values())
    agreeing: dict[tuple[str, str], Agreement] = {}
    for one, other in sorted({pair for block in blocks.values() for pair in _pairs(block)}):
        best = _best(by_id[one], by_id[other])
        if best is not None:
            agreeing[one, other] = best
    surroundings = _Surroundings(by_id, agreeing)
    found = [surroundings.alike(pair, weights or WEIGHTS) for pair in agreeing]
    return sorted(found, key=lambda pair: (-pair.score, pair.one, pair.other))


def _blocks(persons: Iterable[Person]) -> dict[str, list[str]]:
    """The ids of persons by what their surnames nearly are; a given name that may be a surname counts as one."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for person in persons:
        keys: set[str] = set()
        for name in person.names:
            parts = name.surname or name.given
            keys.update(shortened(skeleton("".join(parts))))
            keys.update(skeleton(part) for part in (*parts, *(name.given[:1] if len(name.given) == 1 else ())))
        for key in sorted(keys):
            if len(key) > 1:
                blocks[key].append(person.id)
    return blocks


def _pairs(block: Sequence[str]) -> Iterator[tuple[str, str]]:
    for at, one in enumerate(block):
        for other in block[at + 1 :]:
            yield (one, other) if one < other else (other, one)


def _best(one: Person, other: Person) -> Agreement | None:
    """The closest agreement of any of their names; None where none agree, or where they lived at other times."""
    if _lived_apart(one, other) or one.id == other.id:
        return None
    names = _telling(one.names), _telling(other.names)
    found = [said for a, b in product(*names) if isinstance(said := agreement(a, b), Agreement)]
    return max(found, key=lambda said: (_sum(_of_names(said), WEIGHTS), said.reasons), default=None)


def _telling(names: Sequence[PersonName]) -> list[PersonName]:
    """The names of a person without those of which another says more: "Kolb" and "J. Kolb" beside "Jan Kolb"."""
    full = [name for name in names if name.full]
    return [
        name for name in names if name.full or not any(isinstance(agreement(name, other), Agreement) for other in full)
    ]


def _lived_apart(one: Person, other: Person) -> bool:
    births = one.born is not None and other.born is not None and abs(one.born - other.born) > _YEARS
    deaths = one.died is not None and other.died is not None and abs(one.died - other.died) > _YEARS
    return births or deaths or _died_before(one, other) or _died_before(other, one)


def _died_before(one: Person, other: Person) -> bool:
    return one.died is not None and other.born is not None and one.died < other.born


def _of_names(said: Agreement) -> dict[str, float]:
    features = {f"surname {said.surname}": 1.0, f"given {said.given}": 1.0, "more given": float(min(said.more, 2))}
    return {name: held for name, held in features.items() if held and name not in ("surname same", "given same")}


def _sum(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) * held for name, held in sorted(features.items()))


class _Surroundings:
    """What all persons together say of two of them: how many bear a name, and whom they have in common."""

    def __init__(self, persons: Mapping[str, Person], agreeing: Mapping[tuple[str, str], Agreement]) -> None:
        self.persons = persons
        self.agreeing = agreeing
        self.partners: dict[str, set[str]] = defaultdict(set)
        for one, other in agreeing:
            self.partners[one].add(other)
            self.partners[other].add(one)
        self.heard = Counter(entity for person in persons.values() for entity in person.company)

    def alike(self, pair: tuple[str, str], weights: Mapping[str, float]) -> Alike:
        one, other = (self.persons[entity] for entity in pair)
        said = self.agreeing[pair]
        reasons = list(said.reasons)
        features = {"bias": 1.0, **_of_names(said)}
        rivals = self._rivals(*pair) if said.given in _WEAK else 0
        if rivals:
            features["rivals"] = log1p(rivals)
            reasons.append(f"{rivals} more who cannot be both of them could be one of them")
        shared = (one.company & other.company) - {*pair}
        if shared:
            features["company"] = 1 - exp(-sum(1 / sqrt(self.heard[entity]) for entity in sorted(shared)))
            reasons.append(f"named near both: {_some(sorted(shared, key=lambda entity: (self.heard[entity], entity)))}")
        if one.sources & other.sources:
            features["one source"] = 1.0
            reasons.append("one source has both forms")
        if one.titles & other.titles:
            features["title"] = 1.0
            reasons.append(f"the same title, {min(one.titles & other.titles)}")
        score = min(_MOST, 1 / (1 + exp(-_sum(features, weights))))
        if one.id in other.beside or other.id in one.beside:
            score = min(score, _BESIDE)
            reasons.append("a text sets them beside each other as two")
        return Alike(one=pair[0], other=pair[1], features=features, reasons=tuple(reasons), score=round(score, 3))

    def _rivals(self, one: str, other: str) -> int:
        """How many others could be one of the two, and then not the other as well."""
        return len((self.partners[one] ^ self.partners[other]) - {one, other})


def _some(entities: Sequence[str]) -> str:
    named = [entity.partition(":")[2].replace("-", " ") or entity for entity in entities[:3]]
    return ", ".join(named) + (f" and {len(entities) - 3} more" if len(entities) > 3 else "")
