"""The stage `resolve`: the claims that people accepted become events, and joins that wait for a person."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from regesta.errors import Finding
from regesta.model.entity import Entity
from regesta.model.event import Event, Join
from regesta.model.reviewed import Reviewed
from regesta.resolve.events import Resolution, resolve
from regesta.resolve.identities import Identities, identities
from regesta.resolve.unify import unified
from regesta.stages.authorities import forms, outside
from regesta.stages.codes import code_digest
from regesta.stages.decided import Decided
from regesta.stages.receipt import key_of
from regesta.stages.report import Done
from regesta.stages.state import CLAIMS, MENTIONS, SOURCE, TEXT, Made
from regesta.stages.survey import Survey, sha256_of
from regesta.workspace.jsonl import write_records
from regesta.workspace.replace import replace_bytes
from regesta.workspace.settings import broader_types
from regesta.workspace.workspace import Workspace

STAGE = "resolve"


def key(ws: Workspace, survey: Survey, decided: Decided, entities: Sequence[Entity]) -> str:
    """A hash of all that the events rest on."""
    known = [(citekey, survey.sources[citekey]) for citekey in sorted(decided.sources) if citekey in survey.sources]
    files = [[citekey, [each.hashes[slot] for slot in (SOURCE, TEXT, MENTIONS, CLAIMS)]] for citekey, each in known]
    settings = ws.settings
    return key_of(
        STAGE,
        code_digest(STAGE),
        settings.resolve,
        settings.review.adjudicators,
        entities,
        decided.digest,
        files,
        broader_types(ws.event_types),
    )


def is_fresh(ws: Workspace, survey: Survey, now: str) -> bool:
    """Whether the events on disk are what the stage would make."""
    made = survey.details.made.get(STAGE)
    return made is not None and made.key == now and made.hashes == _hashes(ws)


def bring_up_to_date(ws: Workspace, survey: Survey, decided: Decided, entities: Sequence[Entity]) -> Done:
    """Makes events and joins anew where they are stale."""
    now = key(ws, survey, decided, entities)
    if is_fresh(ws, survey, now):
        return Done(stage=STAGE, fresh=1, findings=survey.details.findings.get(STAGE, []))
    found = resolution(ws, decided.reviewed(decided.sources & survey.sources.keys()), entities)
    replace_bytes(ws.events_path, write_records(found.events))
    replace_bytes(ws.joins_path, write_records(found.joins))
    replace_bytes(ws.same_path, write_records(found.identities.proposals))
    survey.details.made[STAGE] = Made(now, _hashes(ws))
    survey.details.findings[STAGE] = found.findings
    return Done(stage=STAGE, made=[ws.relative(ws.events_path)], findings=found.findings)


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """What the decisions come to: each entity under one id, and the events of the claims that name them."""

    reviewed: Reviewed
    identities: Identities
    resolution: Resolution

    @property
    def events(self) -> list[Event]:
        """The events, sorted by id."""
        return self.resolution.events

    @property
    def joins(self) -> list[Join]:
        """The joins of claims that wait for a person."""
        return self.resolution.joins

    @property
    def findings(self) -> list[Finding]:
        """What was found amiss."""
        return [*self.identities.findings, *self.resolution.findings]


def resolution(ws: Workspace, reviewed: Reviewed, entities: Sequence[Entity], *, unreviewed: bool = False) -> Resolved:
    """What the accepted claims come to, with people's joins, partings and ranks.

    With `unreviewed`, claims that nobody has settled count as if they were accepted; rejected ones never do.
    """
    who = identities(reviewed, entities, ws.settings.resolve)
    reviewed = unified(reviewed, who.of)
    claims = [
        msgspec.structs.replace(standing, status="accepted") if unreviewed else standing
        for standing in reviewed.claims.values()
        if standing.status == "accepted" or (unreviewed and standing.status != "rejected")
    ]
    named = forms((), (standing.record for standing in claims))
    own = {entity.id for entity in entities}
    places = outside({entity_id: met for entity_id, met in named.items() if entity_id not in own})
    found = resolve(
        claims,
        reviewed.cited,
        entities,
        reviewed.joined,
        reviewed.parted,
        reviewed.ranks,
        ws.settings.resolve,
        places,
        broader_types(ws.event_types),
    )
    return Resolved(reviewed=reviewed, identities=who, resolution=found)


def _hashes(ws: Workspace) -> list[str]:
    return [sha256_of(path) for path in (ws.events_path, ws.joins_path, ws.same_path)]
