"""The rows of `events`: the preferred values of each event, and how much stands behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from regesta.edtf import Edtf, parse
from regesta.errors import Finding
from regesta.model.claim import Count, Property
from regesta.model.event import Event, EventValue
from regesta.model.tables import ClaimRow, EntityRow, EventRow, EventStatus
from regesta.release.chosen import Chosen
from regesta.release.previous import Previous

#: The closest comes first.
_DATES = ("day", "range", "month", "season", "year", "decade", "wider", "unknown")
_PLACES = ("exact", "town", "district", "region", "country", "unknown")
_ROLES = ("", "at", "to", "from")


def event_rows(
    chosen: Chosen,
    claims: Sequence[ClaimRow],
    entities: Mapping[str, EntityRow],
    previous: Previous,
    version: str,
    winter: str,
) -> list[EventRow]:
    """The rows, sorted by id."""
    disputed = Counter(
        claim for claim, _ in {(row.about_claim_id, row.claim_id) for row in claims if row.about_relation == "disputes"}
    )
    accepted = {standing.record.id for standing in chosen.claims if standing.status == "accepted"}
    source_of = {standing.record.id: standing.record.source for standing in chosen.claims}
    first_release = previous.first_release
    rows = []
    for event in chosen.events:
        date, place, count = _when(event, winter), _where(event, entities), _count(event)
        row = EventRow(
            event_id=event.id,
            type=event.type,
            label=event.label or event.type,
            when_edtf=str(date) if date else None,
            when_earliest=str(date.earliest) if date and date.earliest else None,
            when_latest=str(date.latest) if date and date.latest else None,
            when_precision=date.precision if date else None,
            when_contested="when" in event.contested,
            where_id=place.entity_id if place else None,
            where_label=place.label if place else None,
            lat=place.lat if place else None,
            lon=place.lon if place else None,
            where_precision=(place.geo_precision or "unknown") if place else None,
            where_contested="where" in event.contested,
            who_ids=";".join(sorted({value.entity for value in _preferred(event, "who") if value.entity})) or None,
            count_low=count.low if count else None,
            count_best=count.best if count else None,
            count_high=count.high if count else None,
            count_unit=count.unit if count else None,
            n_claims=len(event.claims),
            n_sources=len({source_of[claim] for claim in event.claims}),
            n_disputing=sum(disputed[claim] for claim in event.claims),
            status=_status(event, accepted),
            first_release=version,
            changed_release=version,
        )
        rows.append(_dated_by_releases(row, first_release.get(event.id, version), previous))
    return rows


def waiting(events: Sequence[Event]) -> list[Finding]:
    """Events whose rival values no person has ranked yet."""
    return [
        Finding(
            code="release.waiting",
            level="warning",
            what=f"the event {event.id} ({event.label or event.type}) waits for a rank: {', '.join(event.waiting)}",
            why="Its sources contradict each other, and the release prefers none of their values.",
            remedy="Rank the values in `regesta review`.",
        )
        for event in events
        if event.waiting
    ]


def _preferred(event: Event, wanted: Property) -> list[EventValue]:
    return [value for value in event.values if value.property == wanted and value.rank == "preferred"]


def _when(event: Event, winter: str) -> Edtf | None:
    """Of several preferred dates, which then agree, the closest."""
    dates = [parse(value.edtf, winter) for value in _preferred(event, "when") if value.edtf]
    return min(dates, key=lambda date: _DATES.index(date.precision), default=None)


def _where(event: Event, entities: Mapping[str, EntityRow]) -> EntityRow | None:
    """Of several preferred places the one at which it happened, and of a town and its region the town."""

    def closeness(found: tuple[str, EntityRow]) -> tuple[int, int]:
        role, place = found
        return _ROLES.index(role) if role in _ROLES else len(_ROLES), _PLACES.index(place.geo_precision or "unknown")

    places = [(value.role, entities[value.entity]) for value in _preferred(event, "where") if value.entity]
    return min(places, key=closeness)[1] if places else None


def _count(event: Event) -> Count | None:
    return next((value.count for value in _preferred(event, "count") if value.count), None)


def _status(event: Event, accepted: set[str]) -> EventStatus:
    if not accepted.issuperset(event.claims):
        return "unreviewed"
    return "waiting" if event.waiting else "reviewed"


def _dated_by_releases(row: EventRow, first: str, previous: Previous) -> EventRow:
    """The row with the release in which it first stood, and the one in which it last changed."""
    row = msgspec.structs.replace(row, first_release=first)
    before = previous.rows["events"].get(row.event_id)
    if before and previous.same_but(row, before, "changed_release"):
        return msgspec.structs.replace(row, changed_release=before["changed_release"])
    return row
