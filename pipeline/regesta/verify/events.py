"""Events: preferred values that claims assert, and counts that can be counted again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from regesta.errors import Finding
from regesta.model.tables import ClaimRow, EntityRow, EventRow
from regesta.verify.faults import row_fault
from regesta.verify.inputs import Release


def check_events(release: Release) -> list[Finding]:
    """Every event that says something that its claims do not."""
    of_event: dict[str, list[ClaimRow]] = defaultdict(list)
    disputing: dict[str, set[str]] = defaultdict(set)
    event_of = {row.claim_id: row.event_id for row in release.claims}
    for row in release.claims:
        if row.event_id is not None:
            of_event[row.event_id].append(row)
        if row.about_relation == "disputes" and row.about_claim_id is not None:
            disputing[event_of.get(row.about_claim_id) or ""].add(f"{row.claim_id} {row.about_claim_id}")
    entities = {row.entity_id: row for row in release.entities}
    findings = []
    for index, event in enumerate(release.events):
        claims = of_event[event.event_id]
        faults = [
            *_values(event, [row for row in claims if row.rank == "preferred"], entities),
            *_place(event, entities),
            *_counts(event, claims, len(disputing[event.event_id])),
        ]
        findings += [row_fault("event", f"{event.event_id}: {what}", "events", index) for what in faults]
    return findings


def _values(event: EventRow, preferred: list[ClaimRow], entities: Collection[str]) -> Iterator[str]:
    """What the row prefers must be what its claims prefer; of several that agree, one.

    Participants without a name stand in the claims alone.
    """
    for name, said in (("when", event.when_edtf), ("where", event.where_id)):
        found = {row.value for row in preferred if row.property == name}
        if (said is None and found) or (said is not None and said not in found):
            yield f"its {name} {said or '(none)'} is not a preferred value of its claims"
    said_who = set(event.who_ids.split(";")) if event.who_ids else set()
    found_who = {row.value for row in preferred if row.property == "who" and row.value in entities}
    if not said_who <= found_who or (found_who and not said_who):
        yield "who_ids are not preferred participants of its claims"
    types = {row.value for row in preferred if row.property == "type"}
    if types and event.type not in types:
        yield f"its type {event.type} is not a preferred value of its claims"
    counts = {(row.low, row.best, row.high, row.unit) for row in preferred if row.property == "count"}
    count = (event.count_low, event.count_best, event.count_high, event.count_unit)
    if (count == (None, None, None, None) and counts) or (
        any(held is not None for held in count) and count not in counts
    ):
        yield "its count is not a preferred value of its claims"


def _place(event: EventRow, entities: dict[str, EntityRow]) -> Iterator[str]:
    place = entities.get(event.where_id or "")
    said = (event.where_label, event.lat, event.lon, event.where_precision)
    found = (place.label, place.lat, place.lon, place.geo_precision or "unknown") if place else (None,) * 4
    if said != found:
        yield "the place is not as entities has it"


def _counts(event: EventRow, claims: list[ClaimRow], n_disputing: int) -> Iterator[str]:
    n_claims, n_sources = len({row.claim_id for row in claims}), len({row.source_id for row in claims})
    said = (event.n_claims, event.n_sources, event.n_disputing)
    if said != (n_claims, n_sources, n_disputing):
        yield f"claims, sources and disputing claims are {n_claims}, {n_sources}, {n_disputing}, not {said}"
    unreviewed = any(row.reviewers is None for row in claims)
    if unreviewed != (event.status == "unreviewed"):
        yield f"its status is {event.status}, and {'some' if unreviewed else 'none'} of its claims are unreviewed"
