"""What reviewers differ about, place by place: answers to one item, or spans that overlap, as one conflict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from regesta.model.claim import Claim
from regesta.model.event import Join
from regesta.model.mention import REVIEWED_LABELS, Label, Mention
from regesta.model.same import Same
from regesta.review import acts
from regesta.review.act import Act, refuse
from regesta.review.complete import completed_by
from regesta.review.decide import Change
from regesta.review.decide_claim import ClaimChange
from regesta.review.ledger import JOINING, Pairing, last_answers
from regesta.review.queue import Item
from regesta.review.view import View

#: What a reviewer holds of an item: a record; None for one who rejected it, keeps a pair apart, or said nothing of it.
Held = Mention | Claim | Pairing | None
#: By reviewer and source, the labels for which they have found all that there is.
Complete = Mapping[str, Mapping[str, set[Label]]]


class Conflict(Struct, frozen=True, kw_only=True):
    """Items about one place, and what each reviewer holds of each of them, by the item's id.

    `silent` are the sides that have not answered, but marked the source as reviewed to the end: they found nothing.
    """

    items: tuple[Item, ...]
    sides: dict[str, dict[str, Held]]
    silent: frozenset[str] = frozenset()

    @property
    def source(self) -> str:
        """The source in which it stands; of a pair, none."""
        record = self.items[0].record
        return record.source if isinstance(record, Mention | Claim) else ""


def conflicts(view: View, sources: Iterable[str] = ()) -> list[Conflict]:
    """All that is in conflict and that nobody has settled: mentions in the order of the text, then claims, then pairs.

    Mentions of different reviewers that overlap, of which no one holds both, are one conflict: they mark the same
    thing otherwise, although each stands alone in the logs. So is what one has added in a source that others, too,
    have marked as reviewed to the end: these say that there is nothing.
    """
    wanted = frozenset(sources)
    state = view.state
    complete = completed_by(state.ledger)
    found: list[Conflict] = []
    standing = sorted(
        (each.record.source, each.record.start, each.record.end, name)
        for name, each in state.mentions.touched()
        if each.status in ("accepted", "disagreed") and each.reviewers and each.record.label in REVIEWED_LABELS
        if not wanted or each.record.source in wanted
    )
    for group in _touching(standing):
        if len(group) > 1 or _is_doubtful(view, group[0], complete):
            found += _in_group(view, group, complete)
    for name in sorted(state.claims):
        claim = state.claims[name]
        if claim.status == "disagreed" and (not wanted or claim.record.source in wanted):
            shown = view.item(("claim", name))
            if shown is not None:
                found.append(_conflict(view, [shown], {}))
    for key in sorted(view.joins):
        shown = view.item(key)
        if shown is not None and shown.status == "disagreed" and (not wanted or wanted & _sources(view, shown.record)):
            found.append(_conflict(view, [shown], {}))
    return found


def order(item: Item) -> tuple[int, str, int, int, str]:
    """By what conflicts follow each other: mentions in the order of the text, then claims, then pairs."""
    record = item.record
    if isinstance(record, Mention):
        return 0, record.source, record.start, record.end, item.id
    return 1 if isinstance(record, Claim) else 2, "", 0, 0, " ".join(item.key)


def _sources(view: View, pairing: object) -> set[str]:
    """The sources in which the two of a pair stand."""
    if isinstance(pairing, Same):
        return {mention.source for side in pairing.sides for mention in side.mentions}
    claims = map(view.claim, pairing.claims) if isinstance(pairing, Join) else ()
    return {claim.source for claim in claims if claim is not None}


def _touching(standing: Sequence[tuple[str, int, int, str]]) -> Iterable[list[str]]:
    """The ids of mentions in groups that do not overlap each other."""
    group: list[str] = []
    last, source_before = -1, ""
    for source, start, end, name in standing:
        if group and (source != source_before or start >= last):
            yield group
            group, last = [], -1
        group.append(name)
        last, source_before = max(last, end), source
    if group:
        yield group


def _in_group(view: View, names: Sequence[str], complete: Complete) -> list[Conflict]:
    """The conflicts among mentions that touch each other: connected by overlap without a common holder."""
    items = [item for item in (view.item(("mention", name)) for name in names) if item is not None]
    holders = {each.id: {who for who, held in view.rivals(each).items() if held is not None} for each in items}
    left = list(items)
    found: list[Conflict] = []
    while left:
        group = [left.pop(0)]
        for each in group:
            near = [other for other in left if _overlap(each, other) and not holders[each.id] & holders[other.id]]
            group += near
            left = [other for other in left if other not in near]
        if len(group) > 1 or group[0].status == "disagreed" or _is_missed(view, group[0], holders, complete):
            found.append(_conflict(view, group, complete))
    return found


def _is_doubtful(view: View, name: str, complete: Complete) -> bool:
    """Whether a mention that touches no other can be in conflict at all; most cannot, and are passed over at once."""
    standing = view.state.mentions[name]
    if standing.status == "disagreed":
        return True
    return any(standing.record.source in marked for marked in complete.values()) and _is_added(view, name)


def _is_added(view: View, name: str) -> bool:
    return any(each.answer == "add" for each in view.state.ledger.history(("mention", name)))


def _is_missed(view: View, item: Item, holders: Mapping[str, set[str]], complete: Complete) -> bool:
    """Whether somebody added it in what others have reviewed to the end as well, and none of them has it.

    An adjudicator who has it has settled that already.
    """
    who = holders[item.id]
    record = item.record
    if not isinstance(record, Mention) or who & view.state.adjudicators or not _silent(view, [item], complete):
        return False
    whole = any(record.label in complete.get(name, {}).get(record.source, ()) for name in who)
    return whole and _is_added(view, item.id)


def _silent(view: View, items: Sequence[Item], complete: Complete) -> set[str]:
    """Who has found all that there is where these stand, and answered none of them."""
    records = [each.record for each in items if isinstance(each.record, Mention)]
    answered = {name for each in items for name in view.rivals(each)}
    return {
        name
        for name, marked in complete.items()
        if name not in answered and any(each.label in marked.get(each.source, ()) for each in records)
    }


def _overlap(one: Item, other: Item) -> bool:
    first, second = one.record, other.record
    if not isinstance(first, Mention) or not isinstance(second, Mention):
        return False
    return first.start < second.end and second.start < first.end


def _conflict(view: View, items: Sequence[Item], complete: Complete) -> Conflict:
    rivals = {each.id: _answers(view, each) for each in items}
    silent = _silent(view, items, complete)
    names = sorted({name for answers in rivals.values() for name in answers} | silent)
    return Conflict(
        items=tuple(items),
        sides={name: {each.id: rivals[each.id].get(name) for each in items} for name in names},
        silent=frozenset(silent),
    )


def _answers(view: View, item: Item) -> Mapping[str, Held]:
    """What each reviewer who answered holds of an item; of a pair, the pair itself for those who make one of it."""
    record = item.record
    if not isinstance(record, Join | Same):
        return view.rivals(item)
    said = last_answers(view.state.ledger.history(item.key))
    return {each.reviewer: record if each.answer in JOINING else None for each in said}


def take(view: View, conflict: Conflict, reviewer: str, each: Item, note: str = "") -> Act:
    """The act on one item of a conflict that takes a reviewer's side: as they hold it, or not at all."""
    if reviewer not in conflict.sides:
        raise refuse(f"{reviewer!r} has not answered this", f"Answered: {' '.join(conflict.sides)}.")
    held = conflict.sides[reviewer][each.id]
    if held is None:
        return acts.rejecting(view, each, note)
    if isinstance(held, Join | Same):
        return acts.accepting(view, each, note)
    return acts.taking(view, each, reviewer, note)


def take_all(view: View, conflict: Conflict, each: Item, note: str = "") -> Act:
    """The act on one item that keeps it beside the others: as the first holds it who does."""
    if len(conflict.items) < 2:
        raise refuse("there is only one thing here", "Take one side, or amend it.")
    holder = next((name for name, held in conflict.sides.items() if held[each.id] is not None), "")
    return take(view, conflict, holder, each, note)


def amend(view: View, conflict: Conflict, change: Change | ClaimChange, each: Item, note: str = "") -> Act:
    """The act on one item where the first is amended and takes the place of the others."""
    if each.key != conflict.items[0].key:
        return acts.rejecting(view, each, note)
    if isinstance(change, ClaimChange):
        return acts.amending_claim(view, each, change, note)
    return acts.amending(view, each, change, note)


def held_by(side: Mapping[str, Held]) -> list[Mention | Claim | Pairing]:
    """The records that a side holds, in order; nothing for one who says that there is nothing here."""
    return [record for record in side.values() if record is not None]
