"""The entities that are named beyond the project's own authority files: of the list that ships and of the gazetteer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from regesta.model.claim import Claim
from regesta.model.entity import Entity
from regesta.model.mention import Mention
from regesta.names.gazetteer import PREFIX, entities
from regesta.names.places import KnownPlace, known_places, states_of
from regesta.names.ranking import meant
from regesta.stages.report import Progress
from regesta.workspace.gazetteer import SqliteGazetteer, gazetteer


@cache
def opened() -> SqliteGazetteer | None:
    """The gazetteer, opened once a process; it is compiled first where it is not there."""
    return gazetteer()


def prepare(progress: Progress) -> None:
    """Compiles the gazetteer where it is not there yet, and says so: it takes a quarter of a minute, once a machine."""
    building: list[bool] = []

    def say() -> None:
        building.append(True)
        progress("gazetteer", 0, 1)

    made = gazetteer(building=say)
    if made is not None:
        made.close()
    if building:
        progress("gazetteer", 1, 1)


def outside(named: Mapping[str, Iterable[str]]) -> list[Entity]:
    """The records for those ids that are no entries of the project's, sorted by id; with the forms met as names."""
    known = known_places()
    found = [_listed(known[entity_id]) for entity_id in sorted(named) if entity_id in known]
    if numbers := sorted(entity_id for entity_id in named if entity_id.startswith(PREFIX)):
        sites = opened()
        found += entities(numbers, sites) if sites is not None else []
    return [
        msgspec.structs.replace(entity, names=list(dict.fromkeys([*entity.names, *sorted(named[entity.id])])))
        for entity in sorted(found, key=lambda entity: entity.id)
    ]


def _listed(place: KnownPlace) -> Entity:
    """The record of a listed place, with the states of today and before that hold it."""
    within = [] if place.type == "former state" or place.whole else states_of(place.countries)
    return msgspec.structs.replace(place.entity, within=within)


def place_of(name: str) -> str:
    """The id of the listed place or the place of the gazetteer that a typed name means; empty where it is not sure."""
    return meant(name, opened())


def forms(mentions: Iterable[Mention], claims: Iterable[Claim] = ()) -> dict[str, set[str]]:
    """The ids that mentions and claims give to places, each with the forms in which it was met."""
    met: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.label == "PLACE" and mention.value:
            met[mention.value].add(" ".join(mention.exact.split()))
    for claim in claims:
        for value in claim.values:
            if value.entity:
                met[value.entity].update(())
    return dict(met)
