"""Accepted claims become events: what speaks of one happening is joined, and rival values stay side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import get_args

from msgspec import Struct

from regesta.errors import Finding
from regesta.model.claim import Claim, Property
from regesta.model.entity import Entity
from regesta.model.event import Event, EventValue, Join, Rank
from regesta.model.ids import content_id
from regesta.model.mention import Mention
from regesta.model.reviewed import Pair, Ranked, Standing
from regesta.model.settings import ResolveSettings
from regesta.resolve.blocking import pairs
from regesta.resolve.clusters import Edge, cluster, proposals
from regesta.resolve.grouping import Group, groups, said_of
from regesta.resolve.known import Known
from regesta.resolve.labels import label_of
from regesta.resolve.likeness import likeness
from regesta.resolve.profile import Profile, profile
from regesta.resolve.ranking import Ranking, rank

_PROPERTIES: tuple[Property, ...] = get_args(Property)


class Resolution(Struct, frozen=True, kw_only=True):
    """The events sorted by id, the joins that wait for a person, the most likely first, and what was found amiss."""

    events: list[Event]
    joins: list[Join]
    findings: list[Finding]


def resolve(
    claims: Sequence[Standing[Claim]],
    cited: Mapping[str, Mention],
    entities: Iterable[Entity],
    joined: Iterable[Pair],
    parted: Iterable[Pair],
    ranks: Mapping[str, Ranked],
    settings: ResolveSettings,
    places: Iterable[Entity] = (),
    broader: Mapping[str, str] = MappingProxyType({}),
) -> Resolution:
    """The events that accepted claims speak of; claims that stand otherwise are passed over.

    People's joins and parts win over likeness, and a part blocks every path of joins between its two claims. The
    result does not depend on the order of the input. `places` are entries beyond the project's own, that say which
    place holds which; `broader` names, for a type of events, the type of which it is a kind.
    """
    known = Known(entities, cited, places, broader)
    profiles = [profile(standing, known) for standing in claims if standing.status == "accepted"]
    edges = [Edge(one, other, likeness(one, other, known)) for one, other in pairs(profiles, known.kinds)]
    clusters, findings = cluster(profiles, edges, joined, parted, known, settings.join)
    members = clusters.profiles()
    event_ids = {each.id: _event_id(claims_of_event) for claims_of_event in members for each in claims_of_event}
    events = [_event(claims_of_event, event_ids, ranks, known) for claims_of_event in members]
    return Resolution(
        events=sorted(events, key=lambda event: event.id),
        joins=proposals(clusters, edges, settings.propose),
        findings=findings,
    )


def _event_id(cluster: Sequence[Profile]) -> str:
    return content_id("event", cluster[0].id)


def _event(
    cluster: Sequence[Profile], event_ids: Mapping[str, str], ranks: Mapping[str, Ranked], known: Known
) -> Event:
    values: list[EventValue] = []
    rankings: dict[Property, Ranking] = {}
    for prop in _PROPERTIES:
        found = groups(said_of(cluster, prop), known)
        if found:
            rankings[prop] = rank(prop, found, ranks, known)
            values += [
                _value(group, given, event_ids) for group, given in zip(found, rankings[prop].ranks, strict=True)
            ]
    kinds = [value.text for value in values if value.property == "type" and value.rank == "preferred" and value.text]
    kind = kinds[0] if kinds else cluster[0].claim.type
    return Event(
        id=_event_id(cluster),
        type=kind,
        label=label_of(cluster, kind, values, known),
        claims=[each.id for each in cluster],
        values=values,
        contested=[prop for prop, ranking in rankings.items() if ranking.contested],
        waiting=[prop for prop, ranking in rankings.items() if ranking.waiting],
        redirects=[content_id("event", each.id) for each in cluster[1:]],
    )


def _value(group: Group, rank: Rank, event_ids: Mapping[str, str]) -> EventValue:
    value = group.value
    return EventValue(
        property=value.property,
        rank=rank,
        stances=list(dict.fromkeys(said.profile.claim.stance for said in group.said)),
        claims=group.claims,
        values=list(dict.fromkeys(said.value.id for said in group.said)),
        cites=list(dict.fromkeys(cite for said in group.said for cite in said.value.cites)),
        role=value.role,
        edtf=value.edtf,
        entity=value.entity,
        count=value.count,
        event=event_ids.get(value.event, value.event) if value.event else None,
        text=value.text,
    )
