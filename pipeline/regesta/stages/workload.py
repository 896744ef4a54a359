"""Who has what to review, and how far each is: from what was handed out, and each reviewer's own answers."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from regesta.model.assignment import Assignment
from regesta.model.decision import Decision
from regesta.model.folder_name import folder_name
from regesta.model.mention import REVIEWED_LABELS, Mention
from regesta.model.reviewed import Reviewed
from regesta.review.ledger import Ledger, last_answers


class Progress(msgspec.Struct, kw_only=True):
    """How far one reviewer is with one piece; `mentions` and `claims` are what they have answered, and all there is.

    What others have added is not theirs to answer, and does not count.
    """

    reviewer: str
    part: str
    mentions: tuple[int, int] = (0, 0)
    claims: tuple[int, int] = (0, 0)


def workload(
    assignments: Iterable[Assignment], decisions: Iterable[Decision], reviewed: Reviewed
) -> dict[str, list[Progress]]:
    """By source, who reviews it and how far they are."""
    places = list(assignments)
    if not places:
        return {}
    answered = _answered(decisions)
    mentions: dict[str, list[tuple[str, Mention, bool]]] = {}
    for name, mention in reviewed.mentions.items():
        if mention.record.label in REVIEWED_LABELS:
            row = (name, mention.record, mention.proposal is not None)
            mentions.setdefault(mention.record.source, []).append(row)
    claims: dict[str, list[tuple[str, Mention, bool]]] = {}
    for name, claim in reviewed.claims.items():
        passage = reviewed.cited.get(claim.record.passage)
        if passage is not None:
            claims.setdefault(claim.record.source, []).append((name, passage, claim.proposal is not None))
    found: dict[str, list[Progress]] = {}
    for place in places:
        for reviewer in sorted({folder_name(name) for name in place.reviewers}):
            own = answered.get(reviewer, set())
            found.setdefault(place.source, []).append(
                Progress(
                    reviewer=reviewer,
                    part=place.part,
                    mentions=_counted(place, own, mentions.get(place.source, ())),
                    claims=_counted(place, own, claims.get(place.source, ())),
                )
            )
    return found


def _answered(decisions: Iterable[Decision]) -> dict[str, set[str]]:
    """By reviewer, the ids of the mentions and claims that they have answered."""
    ledger = Ledger(decisions)
    found: dict[str, set[str]] = {}
    for kind in ("mention", "claim"):
        for name in ledger.keys(kind):
            for answer in last_answers(ledger.history((kind, name))):
                found.setdefault(answer.reviewer, set()).add(name)
    return found


def _counted(place: Assignment, own: set[str], rows: Iterable[tuple[str, Mention, bool]]) -> tuple[int, int]:
    here = [(name in own, proposed) for name, mention, proposed in rows if place.holds(mention)]
    return sum(answered for answered, _ in here), sum(answered or proposed for answered, proposed in here)
