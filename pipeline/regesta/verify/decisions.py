"""Decisions: who is said to have accepted a claim did so in a log, and every decision that is named is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from regesta.errors import Finding
from regesta.model.codec import CodecError, decode
from regesta.model.decision import Decision
from regesta.verify.faults import row_fault
from regesta.verify.inputs import Release

_YES = ("accept", "amend", "add")
_ONE = ("join", "accept")
#: What may stand for a reviewer who joined two names: the authority file, or the chance that they are one's.
_NO_PERSON = ("authority", "score")


def check_decisions(release: Release, logs: Mapping[str, bytes]) -> list[Finding]:
    """Reviewers and decisions of the tables that no log bears out."""
    known: set[str] = set()
    joined: dict[str, set[str]] = defaultdict(set)
    said_yes: dict[str, set[str]] = defaultdict(set)
    for decision in _decisions(logs):
        known.add(decision.id)
        if decision.target.kind == "claim" and decision.answer in _YES:
            said_yes[decision.target.id].add(decision.reviewer)
        if decision.target.same is not None and decision.answer in _ONE:
            for one in decision.target.same.entities:
                joined[one].add(decision.reviewer)
    findings = []
    for index, claim in enumerate(release.claims):
        for reviewer in _split(claim.reviewers):
            if reviewer not in said_yes[claim.claim_id]:
                what = f"{reviewer} has accepted the claim {claim.claim_id} in no log"
                findings.append(row_fault("decision", what, "claims", index))
    for index, entity in enumerate(release.entities):
        said = {name for each in (entity.entity_id, *_split(entity.joined_ids)) for name in joined[each]}
        for reviewer in _split(entity.joined_by):
            if reviewer not in said and reviewer not in _NO_PERSON:
                what = f"{reviewer} has joined {entity.entity_id} with another name in no log"
                findings.append(row_fault("decision", what, "entities", index))
    for index, change in enumerate(release.changes):
        for decision_id in _split(change.decision_ids):
            if decision_id not in known:
                findings.append(row_fault("decision", f"{decision_id} is in no log", "changes", index))
    return findings


def _decisions(logs: Mapping[str, bytes]) -> Iterator[Decision]:
    """All that can be read; what cannot is for the check of the chains to tell."""
    for name in sorted(logs):
        for line in logs[name].split(b"\n"):
            try:
                yield decode(line, Decision)
            except CodecError:
                continue


def _split(cell: str | None) -> list[str]:
    return cell.split(";") if cell else []
