"""What a reviewer does to an item as the view has it, as acts that can be saved; each is checked, nothing is saved."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from regesta.model.claim import Claim
from regesta.model.decision import Target
from regesta.model.event import Join
from regesta.model.mention import Mention
from regesta.model.same import Same
from regesta.review import decide, decide_claim
from regesta.review.act import Act, refuse, target
from regesta.review.anchored import anchored
from regesta.review.decide import Change
from regesta.review.decide_claim import ClaimChange, Edit
from regesta.review.naming import completed, named
from regesta.review.queue import Item
from regesta.review.slots import Operation, Typed, filled
from regesta.review.support import lost
from regesta.review.view import View


def accepting(view: View, shown: Item, note: str = "") -> Act:
    """Accept what is proposed; where that has changed since somebody decided, the new proposal."""
    if isinstance(shown.record, Join | Same):
        return decide.join(shown.record, note)
    record = shown.proposal if shown.changed and shown.proposal is not None else shown.record
    return _accepting(view, shown, record, note)


def keeping(view: View, shown: Item, note: str = "") -> Act:
    """Accept the record in force, although something else is proposed now."""
    if isinstance(shown.record, Join | Same):
        raise refuse("a join is accepted or rejected")
    return _accepting(view, shown, shown.record, note)


def taking(view: View, shown: Item, reviewer: str, note: str = "") -> Act:
    """Answer as another reviewer did."""
    rivals = view.rivals(shown)
    if reviewer not in rivals:
        raise refuse(f"{reviewer!r} has not answered this", f"Answered: {' '.join(rivals) or 'nobody'}.")
    record = rivals[reviewer]
    return rejecting(view, shown, note) if record is None else _accepting(view, shown, record, note)


def rejecting(view: View, shown: Item, note: str = "") -> Act:
    """Reject what is shown; of what would join two: say that they are two."""
    if isinstance(shown.record, Join | Same):
        return decide.part(shown.record, note)
    return decide.answer("reject", target_of(view, shown), note)


def amending(view: View, shown: Item, change: Change, note: str = "") -> Act:
    """Accept a mention with changes."""
    if not isinstance(shown.record, Mention):
        raise refuse("this is no mention")
    text = view.text(shown.record.source)
    full = completed(shown.record, text, change, view.project.authority)
    seen = shown.proposal if isinstance(shown.proposal, Mention) else None
    return decide.amend_mention(shown.record, text, full, seen=seen, note=note)


def amending_claim(view: View, shown: Item, change: ClaimChange, note: str = "") -> Act:
    """Accept a claim with changes."""
    if not isinstance(shown.record, Claim):
        raise refuse("this is no claim")
    claim, cited = shown.record, view.cited(shown.record)
    passage = cited.get(claim.passage)
    if passage is None:
        raise refuse("the passage of this claim is not known any more", "Reject the claim.")
    seen = shown.proposal if isinstance(shown.proposal, Claim) else None
    reach = view.reach(passage, claim)
    return decide_claim.amend_claim(claim, change, reach, view.known, cited, seen=seen, note=note)


def filling(view: View, shown: Item, typed: Typed, operation: Operation, note: str = "") -> Act:
    """Fill a slot of a claim with words that were selected; their value is what a mention of them says, or is typed."""
    if not isinstance(shown.record, Claim):
        raise refuse("this is no claim")
    passage = view.cited(shown.record).get(shown.record.passage)
    if passage is None:
        raise refuse("the passage of this claim is not known any more", "Reject the claim.")
    edit = Edit(operation=operation, typed=filled(typed, view.reach(passage, shown.record)))
    return amending_claim(view, shown, ClaimChange(edits=[edit]), note)


def adding(
    view: View,
    source: str,
    span: tuple[int, int],
    label: str,
    value: str = "",
    title: str = "",
    note: str = "",
    beside: Iterable[Act] = (),
) -> Act:
    """Add a mention that nobody proposed; `beside` are those that the same act adds."""
    text = view.text(source)
    start, end = decide.checked_span(text, *span)
    checked = decide.checked_label(label)
    for each in view.mentions_near(source, start, end):
        there = each.record
        same = isinstance(there, Mention) and (there.start, there.end, there.label) == (start, end, checked)
        if same and each.status != "rejected":
            raise refuse(f"“{text[start:end]}” is there already as {checked}", "Accept or amend it when it is asked.")
    made = decide.new_mention(
        source,
        text,
        (start, end),
        checked,
        named(checked, value, text[start:end], view.project.authority),
        reviewer=view.reviewer.name,
        page=view.page_of(source, start),
        title=title,
        taken=_Both({each.target.id for each in beside}, view.state.mentions),
    )
    return decide.add(made, note=note)


def adding_claim(
    view: View,
    source: str,
    span: tuple[int, int],
    event_type: str,
    change: ClaimChange,
    trigger: str = "",
    note: str = "",
) -> Act:
    """Add a claim that rests on the passage around a span, or on the span itself where no passage holds it."""
    reach = view.reach(view.passage(source, span))
    return decide_claim.add_claim(event_type, change, reach, view.known, trigger=trigger, note=note)


class _Both(Collection[str]):
    """Two collections of ids as one, without a copy of either."""

    def __init__(self, one: Collection[str], other: Collection[str]) -> None:
        self._parts = one, other

    def __contains__(self, name: object) -> bool:
        return any(name in part for part in self._parts)

    def __iter__(self) -> Iterator[str]:
        return chain(*self._parts)

    def __len__(self) -> int:
        return sum(map(len, self._parts))


def target_of(view: View, shown: Item) -> Target:
    """The target of an answer that changes nothing in the record."""
    if isinstance(shown.record, Claim):
        return target(shown.record, seen=shown.proposal, cited=view.cited(shown.record).values())
    return target(shown.record, seen=shown.proposal)


def _accepting(view: View, shown: Item, record: Mention | Claim, note: str) -> Act:
    _check_support(view, record)
    cited = view.cited(record).values() if isinstance(record, Claim) else ()
    return decide.answer("accept", target(record, seen=shown.proposal, cited=cited), note)


def _check_support(view: View, record: Mention | Claim) -> None:
    """Refuses to accept a mention whose words are gone, or a claim that rests on words which people rejected."""
    if isinstance(record, Mention):
        if anchored(record, view.text(record.source)) is None:
            raise refuse(f"{lost(record)}, so it cannot be accepted", "Amend its span, or reject it.")
        return
    for name, standing in view.state.cited(record, {}).items():
        if standing.status == "rejected":
            raise refuse(
                f"it cites “{standing.record.exact}” ({name}), which was rejected, so it cannot be accepted",
                "Amend it, and what rests on these words alone goes; or reject it.",
            )
