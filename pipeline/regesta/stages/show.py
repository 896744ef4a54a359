"""Finding one source, mention, claim or event, with all that a person needs to read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from regesta.errors import RegestaError, fail
from regesta.model.claim import Claim
from regesta.model.entity import Entity
from regesta.model.event import Event
from regesta.model.mention import Mention
from regesta.model.record import Record
from regesta.model.reviewed import Reviewed, Standing
from regesta.model.same import Identity
from regesta.model.source import Source
from regesta.names.authority import Authority
from regesta.resolve.identities import Identities, identities
from regesta.resolve.unify import unified
from regesta.review.support import cites
from regesta.stages.authorities import outside
from regesta.stages.decided import Decided
from regesta.stages.resolve import resolution
from regesta.workspace.authority import read_entities
from regesta.workspace.corpus import citekeys, read_source, read_text
from regesta.workspace.jsonl import read_records
from regesta.workspace.workspace import Workspace

R = TypeVar("R", bound=Record)


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """An entity: its entry in the authority file, the names met, the ids that are its as well, and who said so."""

    id: str
    entry: Entity | None
    forms: dict[str, int]
    sources: list[str]
    identity: Identity | None


class Shown(msgspec.Struct, kw_only=True):
    """What was found under a name: one of source, mention, claim and event, and what it speaks of."""

    authority: Authority
    source: Source | None = None
    chars: int = 0
    mention: Standing[Mention] | None = None
    claim: Standing[Claim] | None = None
    event: Event | None = None
    person: Named | None = None
    claims: list[Standing[Claim]] = []
    mentions: dict[str, Mention] = {}

    @property
    def record(self) -> Record | Named:
        """The record itself, as JSON would print it."""
        found = self.source or self.event or self.person
        if found is not None:
            return found
        standing = self.mention or self.claim
        if standing is None:
            raise ValueError("nothing was found, and nobody said so")
        return standing.record

    def entity_label(self, entity: str) -> str:
        """The name of an entity; its id where the authority files do not know it."""
        found = self.authority.get(entity) or next(iter(outside({entity: ()})), None)
        return found.label if found else entity


def show(ws: Workspace, name: str) -> Shown:
    """The record with this id, or the source with this citekey; raises RegestaError where there is none."""
    authority = Authority(read_entities(ws)[0])
    kind, _, rest = name.partition("-")
    if kind in ("m", "c", "e") and len(rest) == 16 and name not in citekeys(ws):
        found = {"m": _mention, "c": _claim, "e": _event}[kind](ws, name, authority)
        if found is None:
            raise _nothing(name)
        return found
    if ":" in name or authority.get(name) is not None:
        return _entity(ws, name, authority)
    source = read_source(ws, name)
    reviewed = Decided(ws).reviewed([name])
    claims = [standing for standing in reviewed.claims.values() if standing.record.source == name]
    mentions = _cited(reviewed, claims)
    claims.sort(key=lambda standing: _place(standing.record, mentions))
    chars = len(read_text(ws, name))
    return Shown(authority=authority, source=source, chars=chars, claims=claims, mentions=mentions)


def _mention(ws: Workspace, name: str, authority: Authority) -> Shown | None:
    reviewed = _reviewed(ws, name, ws.mentions_path("x").parent)
    standing = reviewed.mentions.get(name)
    return None if standing is None else Shown(authority=authority, mention=standing)


def _claim(ws: Workspace, name: str, authority: Authority) -> Shown | None:
    reviewed = _reviewed(ws, name, ws.claims_path("x").parent)
    standing = reviewed.claims.get(name)
    if standing is None:
        return None
    return Shown(authority=authority, claim=standing, mentions=_cited(reviewed, [standing]))


def _entity(ws: Workspace, name: str, authority: Authority) -> Shown:
    """An entity under any of its ids, with the names by which accepted mentions call it."""
    who, reviewed = _known(ws, Decided(ws).reviewed(citekeys(ws)), authority)
    name = who.of.get(name, name)
    met = [
        standing.record
        for standing in reviewed.mentions.values()
        if standing.status == "accepted" and standing.record.value == name
    ]
    entry = authority.get(name) or next(iter(outside({name: ()})), None)
    identity = next((each for each in who.joined if each.id == name), None)
    if not met and entry is None and identity is None:
        raise _nothing(name)
    forms = Counter(" ".join(mention.exact.split()) for mention in met)
    named = Named(
        id=name,
        entry=entry,
        forms={form: forms[form] for form in sorted(forms, key=lambda form: (-forms[form], form))},
        sources=sorted({mention.source for mention in met}),
        identity=identity,
    )
    return Shown(authority=authority, person=named)


def _known(ws: Workspace, reviewed: Reviewed, authority: Authority) -> tuple[Identities, Reviewed]:
    """Who is who, and the fold in which each goes by one id."""
    settings = ws.settings.resolve
    who = identities(reviewed, authority.entities, settings, propose=settings.join_same < 1)
    return who, unified(reviewed, who.of)


def _event(ws: Workspace, name: str, authority: Authority) -> Shown | None:
    """An event as it was resolved; else one that there would be if all that waits were accepted."""
    decided = Decided(ws)
    there = set(citekeys(ws))
    event = _named(read_records(ws.events_path, Event), name)
    _, reviewed = _known(ws, decided.reviewed(decided.sources & there if event else there), authority)
    if event is None:
        event = _named(resolution(ws, reviewed, authority.entities, unreviewed=True).events, name)
    if event is None:
        return None
    claims = [reviewed.claims[claim] for claim in event.claims if claim in reviewed.claims]
    return Shown(authority=authority, event=event, claims=claims, mentions=_cited(reviewed, claims))


def _named(events: Sequence[Event], name: str) -> Event | None:
    return next((event for event in events if event.id == name or name in event.redirects), None)


def _reviewed(ws: Workspace, name: str, folder: Path) -> Reviewed:
    """The fold over the sources of which a proposal or a decision bears the id."""
    wanted = name.encode("ascii")
    held = {path.stem for path in sorted(folder.glob("*.jsonl")) if wanted in path.read_bytes()}
    decided = Decided(ws)
    return decided.reviewed((held | decided.sources) & set(citekeys(ws)))


def _cited(reviewed: Reviewed, claims: Sequence[Standing[Claim]]) -> dict[str, Mention]:
    """The mentions that some claims rest on, by id."""
    found: dict[str, Mention] = {}
    for claim in (standing.record for standing in claims):
        for cite in cites(claim):
            mention = reviewed.cited.get(cite)
            if mention is not None:
                found[cite] = mention
    return found


def _place(claim: Claim, mentions: Mapping[str, Mention]) -> tuple[int, int, str]:
    """Where a claim stands in its text: its passage, and the word in it that says what happened."""
    passage, what = (
        mentions[cite].start if cite in mentions else 0 for cite in (claim.passage, claim.values[0].cites[0])
    )
    return passage, what, claim.id


def _nothing(name: str) -> RegestaError:
    return fail(
        "show.none",
        f"there is nothing of the name {name!r}",
        remedy="Give a citekey, or the id of a mention (m-…), a claim (c-…), an event (e-…) or an entity (person:…).",
    )
