"""Where each source stands, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from regesta.errors import Finding
from regesta.model.claim import Claim
from regesta.model.counts import counted
from regesta.model.event import Event, Join
from regesta.model.mention import REVIEWED_LABELS, Mention
from regesta.model.reviewed import Reviewed, Standing
from regesta.model.same import Same
from regesta.stages import extract, resolve, tag
from regesta.stages.decided import Decided
from regesta.stages.per_source import Plan, is_fresh
from regesta.stages.state import CLAIMS, MENTIONS, ORIGINAL, TEXT, Known, details, load
from regesta.stages.survey import Survey
from regesta.stages.workload import Progress, workload
from regesta.workspace.assignments import read_assignments
from regesta.workspace.authority import read_entities
from regesta.workspace.jsonl import read_records
from regesta.workspace.logs import broken_chains
from regesta.workspace.workspace import Workspace

Freshness = Literal["fresh", "stale", "missing", "failed", "not held"]


class Counts(msgspec.Struct, kw_only=True):
    """How far people have come with one kind of record."""

    decided: int = 0
    total: int = 0
    stale: int = 0
    disagreed: int = 0

    @property
    def open(self) -> int:
        """How many wait for an answer."""
        return self.total - self.decided


class SourceStatus(msgspec.Struct, kw_only=True):
    """Where one source stands."""

    source: str
    ingested: Freshness
    tagged: Freshness
    extracted: Freshness
    mentions: Counts
    claims: Counts
    reviewers: list[Progress] = []
    next: str = ""


class Status(msgspec.Struct, kw_only=True):
    """Where the workspace stands; `next` is the command that brings it on."""

    sources: list[SourceStatus]
    events: Freshness
    next: str
    why: str
    findings: list[Finding]

    @property
    def people(self) -> list[Progress]:
        """How far each reviewer is with all that was handed out to them."""
        sums: dict[str, Progress] = {}
        for progress in (each for source in self.sources for each in source.reviewers):
            found = sums.setdefault(progress.reviewer, Progress(reviewer=progress.reviewer, part=""))
            found.mentions = (found.mentions[0] + progress.mentions[0], found.mentions[1] + progress.mentions[1])
            found.claims = (found.claims[0] + progress.claims[0], found.claims[1] + progress.claims[1])
        return [sums[name] for name in sorted(sums)]


def status(ws: Workspace) -> Status:
    """Looks at everything and changes nothing."""
    remembered = details(load(ws))
    survey = Survey(ws, remembered)
    entities, findings = read_entities(ws)
    decided = Decided(ws)
    tagging, extracting = tag.plan(ws, survey, decided, entities), extract.plan(ws, survey, decided)
    reviewed = decided.reviewed(survey.sources.keys())
    counts = _count(reviewed)
    sources = [
        _status(citekey, known, tagging, extracting, counts.get(citekey, (Counts(), Counts())))
        for citekey, known in survey.sources.items()
    ]
    assignments, more = read_assignments(ws)
    handed = workload(assignments, decided.decisions, reviewed)
    for source in sources:
        source.reviewers = handed.get(source.source, [])
    events: Freshness = "missing" if not ws.events_path.exists() else "stale"
    if resolve.is_fresh(ws, survey, resolve.key(ws, survey, decided, entities)):
        events = "fresh"
    pairs = len(read_records(ws.joins_path, Join)) + len(read_records(ws.same_path, Same))
    rivals = sum(bool(event.waiting) for event in read_records(ws.events_path, Event))
    next_, why = _next(sources, events, pairs, rivals, settles=bool(ws.settings.review.adjudicators))
    failed = [finding for known in survey.sources.items() for finding in _failures(*known, tagging, extracting)]
    found = [*findings, *more, *decided.findings, *broken_chains(ws)]
    found += [*sorted(failed, key=str), *remembered.findings.get(resolve.STAGE, ())]
    found += _outdated(ws, reviewed)
    return Status(sources=sources, events=events, next=next_, why=why, findings=found)


def _status(citekey: str, known: Known, tagging: Plan, extracting: Plan, counts: tuple[Counts, Counts]) -> SourceStatus:
    mentions, claims = counts
    found = SourceStatus(
        source=citekey,
        ingested=_ingested(known),
        tagged=_freshness(citekey, known, tagging, MENTIONS),
        extracted=_freshness(citekey, known, extracting, CLAIMS),
        mentions=mentions,
        claims=claims,
    )
    found.next = _next_for(found)
    return found


def _failures(citekey: str, known: Known, *plans: Plan) -> Iterable[Finding]:
    """Why stages failed on a source, where they would work on the same input again."""
    now = {plan.stage: plan.keys.get(citekey) for plan in plans}
    for stage, failure in known.failed.items():
        if stage not in now or failure.key == now[stage]:
            yield failure.finding


def _ingested(known: Known) -> Freshness:
    if "ingest" in known.failed:
        return "failed"
    if not known.hashes[TEXT]:
        return "missing" if known.hashes[ORIGINAL] else "not held"
    return "fresh"


def _freshness(citekey: str, known: Known, plan: Plan, slot: int) -> Freshness:
    key = plan.keys.get(citekey)
    failure = known.failed.get(plan.stage)
    if failure is not None and failure.key == key:
        return "failed"
    if not known.hashes[slot]:
        return "missing" if known.hashes[ORIGINAL] else "not held"
    return "fresh" if key is not None and is_fresh(known, plan, key) else "stale"


def _count(reviewed: Reviewed) -> dict[str, tuple[Counts, Counts]]:
    """By citekey, how far the review of its mentions and of its claims has come."""
    counts: dict[str, tuple[Counts, Counts]] = {}
    _add(counts, 0, (each for each in reviewed.mentions.values() if each.record.label in REVIEWED_LABELS))
    _add(counts, 1, reviewed.claims.values())
    return counts


def _add(
    counts: dict[str, tuple[Counts, Counts]], kind: int, standings: Iterable[Standing[Mention] | Standing[Claim]]
) -> None:
    for standing in standings:
        found = counts.setdefault(standing.record.source, (Counts(), Counts()))[kind]
        found.total += 1
        found.decided += standing.status in ("accepted", "rejected")
        found.stale += standing.stale
        found.disagreed += standing.status == "disagreed"


def _outdated(ws: Workspace, reviewed: Reviewed) -> list[Finding]:
    """A note for each decided mention that is proposed with another value now, such as a date whose anchor changed."""
    return [
        Finding(
            code="review.outdated",
            level="note",
            what=f"“{standing.record.exact}” was decided as {standing.record.value or 'open'} and is now proposed as "
            f"{standing.proposal.value or 'open'} ({standing.record.id})",
            path=ws.relative(ws.mentions_path(standing.record.source)),
            why="What it was read from has changed since; the decision still counts.",
            remedy=f"Look at it again with `regesta review {standing.record.source}`.",
        )
        for standing in reviewed.mentions.values()
        if standing.stale and standing.proposal is not None and standing.proposal.value != standing.record.value
    ]


def _next_for(source: SourceStatus) -> str:
    """The command that brings one source on; empty where nothing is left to do."""
    if source.ingested == "not held":
        return ""
    if source.ingested != "failed" and "failed" in (source.tagged, source.extracted):
        return "regesta run --retry"
    if {source.ingested, source.tagged, source.extracted} != {"fresh"}:
        return "regesta run"
    if any(counts.open or counts.stale for counts in (source.mentions, source.claims)):
        return f"regesta review {source.source}"
    return ""


def _next(sources: list[SourceStatus], events: Freshness, pairs: int, rivals: int, *, settles: bool) -> tuple[str, str]:
    """The command that brings the workspace on, and why; `pairs` may be one, and wait for a person to say so.

    `rivals` counts the events with values that a person has still to rank. `settles`: the settings name somebody who
    settles disagreements.
    """
    if not sources:
        return "regesta ingest FILES", "there is no source yet"
    if any(source.ingested == "failed" for source in sources):
        return "regesta run", "after the files of a source are mended, as its finding says"
    if any(source.next == "regesta run" for source in sources):
        return "regesta run", "something is stale"
    if any(source.next == "regesta run --retry" for source in sources):
        return "regesta run --retry", "a source failed; its finding says why"
    every = [counts for source in sources for counts in (source.mentions, source.claims)]
    stale = sum(counts.stale for counts in every)
    disagreed = sum(counts.disagreed for counts in every)
    waiting = sum(counts.open for counts in every)
    if stale:
        return "regesta review", f"{counted(stale, 'decision')} {'is' if stale == 1 else 'are'} stale"
    if disagreed:
        command = "regesta adjudicate" if settles else "regesta review"
        return command, f"reviewers disagree about {counted(disagreed, 'proposal')}"
    if waiting:
        return "regesta review", f"{counted(waiting, 'proposal')} {'waits' if waiting == 1 else 'wait'} for a decision"
    if events != "fresh":
        return "regesta run", "the events are stale"
    if pairs:
        said = "pair of claims or names waits" if pairs == 1 else "pairs of claims or names wait"
        return "regesta review", f"{pairs} {said} for a decision"
    if rivals:
        return "regesta review", f"rival values of {counted(rivals, 'event')} wait to be ranked"
    return "regesta release VERSION", "everything is decided"
