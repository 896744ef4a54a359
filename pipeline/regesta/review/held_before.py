"""Claims that people accepted and that nothing proposes any more, beside what is proposed in their place."""

from __future__ import annotations

from regesta.model.claim import Claim, Value
from regesta.review.queue import Item
from regesta.review.view import View

#: Code points before a passage within which a longer passage may begin that holds it.
_BEFORE = 2000


def held_before(view: View, shown: Item) -> list[Item]:
    """The accepted claims of the same type, in words that overlap, in place of which an open claim is proposed now.

    A claim that is still proposed stands for itself: one passage can tell of two meetings.
    """
    claim = shown.record
    passage = view.passage_of(shown.id) if isinstance(claim, Claim) else None
    if not isinstance(claim, Claim) or passage is None or shown.status not in ("open", "skipped"):
        return []
    found = []
    for other in view.claims_near(claim.source, max(0, passage.start - _BEFORE), passage.end):
        where = view.passage_of(other.id)
        gone = other.status == "accepted" and other.proposal is None and other.id != shown.id
        same = isinstance(other.record, Claim) and other.record.type == claim.type
        if gone and same and where is not None and where.end > passage.start:
            found.append(other)
    return found


def differing(one: Claim, other: Claim) -> list[Value]:
    """The values of the other claim that the one does not have."""
    own = {_said(value) for value in one.values}
    return [value for value in other.values if _said(value) not in own]


def _said(value: Value) -> tuple[object, ...]:
    return value.property, value.role, value.edtf, value.entity, value.count, value.event, value.text
