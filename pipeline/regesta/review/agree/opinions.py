"""What each reviewer holds to be marked in a source, from that reviewer's own answers alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from msgspec import Struct

from regesta.model.claim import Claim
from regesta.model.decision import Decision
from regesta.model.mention import REVIEWED_LABELS, Label, Mention
from regesta.review.anchored import anchored
from regesta.review.complete import complete
from regesta.review.ledger import Ledger, own_answers
from regesta.review.standing import YES, in_force

T = TypeVar("T", Mention, Claim)

_PERSON = "person:"


class Mark(Struct, frozen=True, kw_only=True, gc=False):
    """A span with a label that a reviewer holds to be right. `kept`: a proposal that was accepted as it was."""

    id: str
    start: int
    end: int
    label: Label
    value: str
    exact: str
    page: int | None = None
    kept: bool = False
    note: str = ""


class Opinion(Struct, kw_only=True):
    """One reviewer on one source.

    `rejected` has the proposals that the reviewer rejected, as they were shown; `whole` the labels for which the
    reviewer has marked the source as reviewed to the end: what is not marked there has none, but for proposals among
    `unanswered`, which the reviewer never answered.
    """

    marks: list[Mark] = []
    rejected: dict[str, Mark] = {}
    unanswered: frozenset[str] = frozenset()
    whole: frozenset[Label] = frozenset()


def opinions(
    decisions: Collection[Decision],
    proposals: Iterable[Mention],
    reviewers: Collection[str],
    text_of: Callable[[str], str],
) -> dict[str, dict[str, Opinion]]:
    """By source and reviewer, what each of them holds; a reviewer who has said nothing about a source is not in it.

    `text_of` gives the text of a source as it is now: marks stand where their words do, and those that are lost do not
    count.
    """
    ledger = Ledger(decisions)
    proposed = {mention.id: mention for mention in proposals if mention.label in REVIEWED_LABELS}
    found: dict[str, dict[str, Opinion]] = {}
    answered: dict[tuple[str, str], set[str]] = {}
    for name in ledger.keys("mention"):
        for answer in own_answers(ledger.history(("mention", name))):
            carried = answer.target.mention or proposed.get(name)
            if carried is None or answer.reviewer not in reviewers:
                continue
            record = anchored(in_force(answer, carried), text_of(carried.source))
            opinion = found.setdefault(carried.source, {}).setdefault(answer.reviewer, Opinion())
            answered.setdefault((carried.source, answer.reviewer), set()).add(name)
            if record is None or record.label not in REVIEWED_LABELS:
                continue
            if answer.answer in YES:
                opinion.marks.append(_mark(answer, record))
            else:
                opinion.rejected[name] = _mark(answer, record)
    _completed(found, decisions)
    of_source: dict[str, set[str]] = {}
    for mention in proposed.values():
        of_source.setdefault(mention.source, set()).add(mention.id)
    for (source, reviewer), ids in answered.items():
        found[source][reviewer].unanswered = frozenset(of_source.get(source, set()) - ids)
    return found


def _mark(answer: Decision, record: Mention) -> Mark:
    return Mark(
        id=answer.target.id,
        start=record.start,
        end=record.end,
        label=record.label,
        value=record.value,
        exact=record.exact,
        page=record.page,
        kept=answer.answer == "accept" and not record.by.component.startswith(_PERSON),
        note=answer.note,
    )


def _completed(found: dict[str, dict[str, Opinion]], decisions: Iterable[Decision]) -> None:
    """Writes down which sources each reviewer has marked as reviewed to the end."""
    own: dict[str, list[Decision]] = {}
    for decision in decisions:
        if decision.answer in ("note", "retract"):
            own.setdefault(decision.reviewer, []).append(decision)
    for reviewer, notes in own.items():
        for source, labels in complete(notes).items():
            if reviewer in found.get(source, {}):
                found[source][reviewer].whole = frozenset(labels)


def held_claims(
    decisions: Iterable[Decision], proposals: Iterable[Claim], reviewers: Collection[str]
) -> dict[str, dict[str, Claim | None]]:
    """By claim and reviewer, the claim as that reviewer holds it; None where it was rejected."""
    ledger = Ledger(decisions)
    proposed = {claim.id: claim for claim in proposals}
    found: dict[str, dict[str, Claim | None]] = {}
    for name in ledger.keys("claim"):
        for answer in own_answers(ledger.history(("claim", name))):
            proposal = answer.target.claim or proposed.get(name)
            if proposal is not None and answer.reviewer in reviewers:
                held = in_force(answer, proposal) if answer.answer in YES else None
                found.setdefault(name, {})[answer.reviewer] = held
    return found
