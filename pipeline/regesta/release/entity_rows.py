"""The rows of `entities`: every place, person and organisation that the release names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

import msgspec

from regesta.model.claim import Claim, Value
from regesta.model.entity import Entity, EntityKind
from regesta.model.mention import Mention
from regesta.model.same import Identity
from regesta.model.tables import EntityRow
from regesta.release.chosen import Chosen

T = TypeVar("T", bound=str)

_NAMES = ("PLACE", "PERSON", "ORG")
_KIND_OF_LABEL: dict[str, EntityKind] = {"PLACE": "place", "PERSON": "person", "ORG": "organisation"}
_KIND_OF_PREFIX: dict[str, EntityKind] = {"place": "place", "person": "person", "org": "organisation"}


class _Met:
    """How the cited words name one entity."""

    def __init__(self) -> None:
        self.forms: Counter[str] = Counter()
        self.kinds: Counter[EntityKind] = Counter()
        self.called = ""


def entity_rows(
    chosen: Chosen, authority: Iterable[Entity], identities: Mapping[str, Identity] = MappingProxyType({})
) -> list[EntityRow]:
    """One row for each entity that a claim of the release names, sorted by id."""
    known = {entity.id: entity for entity in authority}
    met: dict[str, _Met] = {}
    for standing in chosen.claims:
        claim = standing.record
        for value in claim.values:
            if value.entity is not None:
                _meet(met.setdefault(value.entity, _Met()), value, chosen.mentions)
        _meet_asserter(met, claim, chosen.mentions)
    for event in chosen.events:
        for held in event.values:
            if held.entity is not None:
                met.setdefault(held.entity, _Met())
    rows = [_row(entity_id, met[entity_id], known.get(entity_id)) for entity_id in sorted(met)]
    return [_joined(row, identities[row.entity_id]) if row.entity_id in identities else row for row in rows]


def _joined(row: EntityRow, joined: Identity) -> EntityRow:
    return msgspec.structs.replace(row, joined_ids=";".join(joined.ids), joined_by=";".join(joined.by))


def _meet(met: _Met, value: Value, mentions: Mapping[str, Mention]) -> None:
    cited = [mentions[cite] for cite in value.cites if cite in mentions]
    names = [mention for mention in cited if mention.label in _NAMES]
    meant = [mention for mention in names if mention.value == value.entity]
    _count(met, meant or (names if len(names) == 1 else []))


def _meet_asserter(met: dict[str, _Met], claim: Claim, mentions: Mapping[str, Mention]) -> None:
    asserter = claim.asserted_by
    if asserter.kind == "source" or not asserter.id:
        return
    known = met.setdefault(asserter.id, _Met())
    known.called = known.called or asserter.label
    known.kinds["person" if asserter.kind == "person" else "organisation"] += 1
    _count(
        known, [mentions[cite] for cite in asserter.cites if cite in mentions and mentions[cite].value == asserter.id]
    )


def _count(met: _Met, mentions: Iterable[Mention]) -> None:
    for mention in mentions:
        met.forms[" ".join(mention.exact.split()).replace(";", ",")] += 1
        if mention.label in _KIND_OF_LABEL:
            met.kinds[_KIND_OF_LABEL[mention.label]] += 1


def _row(entity_id: str, met: _Met, entity: Entity | None) -> EntityRow:
    forms = ";".join(sorted(met.forms)) or None
    if entity is None:
        return EntityRow(
            entity_id=entity_id,
            kind=_kind(entity_id, met),
            label=_commonest(met.forms) or met.called or entity_id.partition(":")[2] or entity_id,
            names=forms,
            wikidata=None,
            geonames=None,
            viaf=None,
            gnd=None,
            joined_ids=None,
            joined_by=None,
            match="none",
            lat=None,
            lon=None,
            geo_precision=None,
        )
    is_place = entity.kind == "place"
    return EntityRow(
        entity_id=entity_id,
        kind=entity.kind,
        label=entity.label or entity_id,
        names=forms,
        wikidata=entity.wikidata or None,
        geonames=entity.geonames or None,
        viaf=entity.viaf or None,
        gnd=entity.gnd or None,
        match="exact" if entity.wikidata or entity.geonames or entity.viaf or entity.gnd else "none",
        lat=entity.lat,
        lon=entity.lon,
        geo_precision=entity.geo_precision if is_place else None,
        joined_ids=None,
        joined_by=None,
    )


def _kind(entity_id: str, met: _Met) -> EntityKind:
    return _KIND_OF_PREFIX.get(entity_id.partition(":")[0]) or _commonest(met.kinds) or "organisation"


def _commonest(counted: Counter[T]) -> T | None:
    return min(counted, key=lambda form: (-counted[form], form), default=None)
