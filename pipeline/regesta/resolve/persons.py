"""The persons whom people accepted in the sources, with all that tells them from each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from regesta import edtf
from regesta.model.claim import Claim
from regesta.model.entity import Entity
from regesta.model.mention import Mention
from regesta.model.reviewed import Reviewed
from regesta.names.fold import fold
from regesta.names.likeness import Person
from regesta.names.person import person_name

#: The first acceptance of an entity as (clock, reviewer, device, seq); later than any for one that nobody accepted.
Age = tuple[int, str, str, int]
NEVER: Age = (2**62, "", "", 0)
#: Entities whose names stand within so many code points are in each other's company.
_NEAR = 300
_NAMES = ("PERSON", "PLACE", "ORG")
#: What stands between two names that a text sets beside each other as two.
_AND = re.compile(r"\s*(?:,|;|/|\+|and|und|et|i|a|y|e|oraz|и|&|as well as|or|with|sowie|mit|with)\s*", re.IGNORECASE)


class Met(msgspec.Struct):
    """One person as met: the forms, how often each, the mentions, and what the authority file has."""

    forms: Counter[str] = msgspec.field(default_factory=Counter)
    titles: set[str] = msgspec.field(default_factory=set)
    mentions: list[Mention] = msgspec.field(default_factory=list)
    born: set[int] = msgspec.field(default_factory=set)
    died: set[int] = msgspec.field(default_factory=set)
    age: Age = NEVER
    entry: Entity | None = None

    @property
    def label(self) -> str:
        """The name in the authority file, else the form met most often."""
        if self.entry is not None:
            return self.entry.label
        return min(self.forms, key=lambda form: (-self.forms[form], form), default="")

    @property
    def names(self) -> list[str]:
        """All names, of the authority file and of the sources."""
        listed = [self.entry.label, *self.entry.names] if self.entry is not None else []
        return list(dict.fromkeys([*listed, *sorted(self.forms)]))


def persons_met(reviewed: Reviewed, entities: Iterable[Entity]) -> dict[str, Met]:
    """By id, the persons of accepted mentions and claims, and those of the authority file, sorted."""
    listed = {entity.id: entity for entity in entities if entity.kind == "person"}
    met: dict[str, Met] = defaultdict(Met)
    for standing in reviewed.mentions.values():
        mention = standing.record
        if standing.status == "accepted" and mention.label == "PERSON" and mention.value:
            person = met[mention.value]
            person.forms[" ".join(mention.exact.split())] += 1
            person.titles.update([fold(mention.title)] if mention.title else [])
            person.mentions.append(mention)
            person.age = min(person.age, standing.first or NEVER)
    for claimed in reviewed.claims.values():
        if claimed.status == "accepted":
            _meet_claim(met, claimed.record, claimed.first or NEVER, reviewed.cited, listed)
    for entity_id, entity in listed.items():
        met[entity_id].entry = entity
    return {entity_id: met[entity_id] for entity_id in sorted(met)}


def _meet_claim(
    met: dict[str, Met], claim: Claim, age: Age, cited: Mapping[str, Mention], listed: Mapping[str, Entity]
) -> None:
    """Takes in the persons whom an accepted claim names, with the years of birth and death that it gives."""
    for entity_id, label, cites in _named(claim, listed):
        person = met[entity_id]
        person.age = min(person.age, age)
        mentions = [cited[cite] for cite in cites if cite in cited and cited[cite].value == entity_id]
        known = {mention.id for mention in person.mentions}
        person.mentions += [mention for mention in mentions if mention.id not in known]
        forms = [" ".join(mention.exact.split()) for mention in mentions] or [label]
        person.forms.update(form for form in forms if form and form not in person.forms)
        if claim.type in ("birth", "death"):
            (person.born if claim.type == "birth" else person.died).update(_years(claim))


def _named(claim: Claim, listed: Mapping[str, Entity]) -> Iterator[tuple[str, str, Sequence[str]]]:
    """The persons of a claim: id, the words that stand for a missing quote, and the cites."""
    for value in claim.values:
        if value.entity and value.property == "who" and (value.entity.startswith("person:") or value.entity in listed):
            yield value.entity, value.entity.partition(":")[2].replace("-", " "), value.cites
    asserter = claim.asserted_by
    if asserter.kind == "person" and asserter.id:
        yield asserter.id, asserter.label, asserter.cites


def _years(claim: Claim) -> Iterator[int]:
    for value in claim.values:
        if value.property == "when" and value.edtf:
            yield from _year(value.edtf)


def _year(written: str) -> Iterator[int]:
    """The year of a date that stays within one; none otherwise."""
    date = edtf.parse(written) if edtf.is_valid(written) else None
    if date is not None and date.earliest and date.latest and date.earliest.year == date.latest.year:
        yield date.earliest.year


def as_persons(met: Mapping[str, Met], reviewed: Reviewed) -> list[Person]:
    """The persons with what stands around them, for the comparison of their names."""
    company, beside = _surroundings(reviewed)
    found = []
    for entity_id, person in met.items():
        entry = person.entry
        born = {*person.born, *(_year(entry.born) if entry and entry.born else ())}
        died = {*person.died, *(_year(entry.died) if entry and entry.died else ())}
        found.append(
            Person(
                id=entity_id,
                names=tuple(dict.fromkeys(person_name(name) for name in person.names)),
                sources=frozenset(mention.source for mention in person.mentions),
                company=frozenset(company.get(entity_id, ())),
                beside=frozenset(beside.get(entity_id, ())),
                titles=frozenset(person.titles),
                born=born.pop() if len(born) == 1 else None,
                died=died.pop() if len(died) == 1 else None,
            )
        )
    return found


def _surroundings(reviewed: Reviewed) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """By entity, those that are named close by, and the persons whom a text sets right beside it as others."""
    by_source: dict[str, list[Mention]] = defaultdict(list)
    for standing in reviewed.mentions.values():
        mention = standing.record
        if mention.label in _NAMES and mention.value and standing.status != "rejected":
            by_source[mention.source].append(mention)
    company: dict[str, set[str]] = defaultdict(set)
    beside: dict[str, set[str]] = defaultdict(set)
    for mentions in by_source.values():
        mentions.sort(key=lambda mention: (mention.start, mention.end, mention.id))
        for at, one in enumerate(mentions):
            for place in range(at + 1, len(mentions)):
                other = mentions[place]
                if other.start - one.end > _NEAR:
                    break
                if one.value == other.value:
                    continue
                company[one.value].add(other.value)
                company[other.value].add(one.value)
                if place == at + 1 and one.label == other.label == "PERSON" and _as_two(one, other):
                    beside[one.value].add(other.value)
    return company, beside


def _as_two(one: Mention, other: Mention) -> bool:
    """Whether nothing but "and" or a comma stands between two names, and the title of the second."""
    between = one.suffix[: max(0, other.start - one.end)]
    if len(between) < other.start - one.end:
        return False
    bare = between.replace(other.title, "") if other.title else between
    return _AND.fullmatch(bare) is not None
