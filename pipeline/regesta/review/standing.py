"""Where one mention or claim stands: what its decisions come to, against what the machine proposes now."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeVar, cast

import msgspec

from regesta.model.claim import Claim
from regesta.model.decision import Decision
from regesta.model.digest import digest
from regesta.model.mention import Mention
from regesta.model.reviewed import Standing, Status
from regesta.review.amended import amended
from regesta.review.ledger import last_answers
from regesta.review.settle import Settled, settle

T = TypeVar("T", Mention, Claim)

#: The answers that put a record in force.
YES = ("accept", "amend", "add")
_VERB = {"accept": "accepts", "amend": "amends", "add": "adds", "reject": "rejects"}


def standing(history: Sequence[Decision], proposal: T | None, adjudicators: Collection[str]) -> Standing[T] | None:
    """The standing of one target from what was said about it (oldest first); None where there is nothing to show."""
    if not history:
        return None if proposal is None else Standing(record=proposal, status="open", proposal=proposal)
    seen = "" if proposal is None else digest(proposal)
    answers = [each for each in last_answers(history) if _shown(each, proposal) is not None]
    current = _without_lapsed(answers, seen, proposal)
    settled = settle(current, lambda answer: _outcome(answer, proposal), adjudicators)
    first = next(((each.clock, each.reviewer, each.device, each.seq) for each in history if each.answer in YES), None)
    if settled is None:
        return _undecided(history, proposal, lapsed=answers)
    made = _settled(settled, proposal, seen)
    return msgspec.structs.replace(made, first=first)


def _shown(decision: Decision, proposal: T | None) -> T | None:
    """The record that a decision carries; one that carries none, or another, speaks of the proposal."""
    target = decision.target
    carried = target.mention if target.kind == "mention" else target.claim
    return proposal if carried is None or carried.id != target.id else cast("T", carried)


def in_force(decision: Decision, proposal: T | None) -> T:
    """The record that an answer puts in force; of a rejection, the record that it rejects."""
    shown = _shown(decision, proposal)
    if shown is None:
        raise ValueError(f"the decision {decision.id} speaks of no record")
    return amended(shown, decision.set) if decision.answer in YES else shown


def _outcome(decision: Decision, proposal: T | None) -> str:
    """What an answer comes to: the digest of the record that it puts in force, or nothing for a rejection."""
    return digest(in_force(decision, proposal)) if decision.answer in YES else ""


def _without_lapsed(answers: list[Decision], seen: str, proposal: T | None) -> list[Decision]:
    """The answers without rejections of something that is neither proposed any more nor held by anyone."""
    if proposal is None or all(each.answer in YES or each.target.digest == seen for each in answers):
        return answers
    live = {seen}
    for each in answers:
        if each.answer in YES:
            live |= {each.target.digest, _outcome(each, proposal)}
    return [each for each in answers if each.answer in YES or each.target.digest in live]


def _undecided(history: Sequence[Decision], proposal: T | None, lapsed: list[Decision]) -> Standing[T] | None:
    if proposal is None:
        return None
    why = f"{_names(lapsed)} rejected it, but the proposal has changed since" if lapsed else ""
    skipped = not lapsed and any(each.answer == "skip" for each in history)
    status: Status = "skipped" if skipped else "open"
    return Standing(record=proposal, status=status, why=why, proposal=proposal)


def _settled(settled: Settled, proposal: T | None, seen: str) -> Standing[T]:
    decisions = settled.decisions
    made: Standing[T] = Standing(
        record=in_force(settled.last, proposal),
        status="rejected" if settled.last.answer not in YES else "accepted",
        reviewers=tuple(dict.fromkeys(each.reviewer for each in decisions)),
        decisions=tuple(each.id for each in decisions),
        proposal=proposal,
    )
    if not settled.agreed:
        held = [each for each in decisions if each.answer in YES]
        shown = proposal if proposal is not None else in_force(held[-1], proposal)
        why = ", ".join(f"{each.reviewer} {_VERB[each.answer]} it" for each in decisions)
        return msgspec.structs.replace(made, record=shown, status="disagreed", why=why)
    if made.status == "accepted" and proposal is not None and not _knows(decisions, made.record, seen):
        return msgspec.structs.replace(
            made, stale=True, why=f"the proposal has changed since {_names(decisions)} decided"
        )
    return made


def _knows(decisions: Sequence[Decision], record: Mention | Claim, seen: str) -> bool:
    return any(each.target.digest == seen for each in decisions) or digest(record) == seen


def _names(decisions: Sequence[Decision]) -> str:
    return " and ".join(dict.fromkeys(each.reviewer for each in decisions))
