"""One decision about a name wherever it stands: which open mentions bear it, and what the act says of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec
from msgspec import Struct

from regesta.model.mention import Label, Mention
from regesta.names.fold import fold
from regesta.review import acts
from regesta.review.act import Act, refuse
from regesta.review.concordance import Line, line
from regesta.review.decide import Change
from regesta.review.names_met import OPEN
from regesta.review.naming import completed
from regesta.review.queue import Item
from regesta.review.search import places_of
from regesta.review.stale import Stale
from regesta.review.view import View

Scope = Literal["source", "all"]
Everywhere = Literal["accept", "amend", "reject"]


class Preview(Struct, frozen=True, kw_only=True):
    """What an act everywhere would decide, and what of the same name is decided already, and stays as it is."""

    open: list[Item]
    decided: list[Item]


def alike(view: View, shown: Item, scope: Scope = "source", answer: Everywhere = "accept") -> list[Item]:
    """The open mentions of the same folded name, the shown one among them, in the order of sources and texts."""
    return preview(view, shown, scope, answer).open


def preview(view: View, shown: Item, scope: Scope = "source", answer: Everywhere = "accept") -> Preview:
    """The mentions of the same folded name: in the source of the one that is shown, or in all that are at hand.

    Of dates only those that are read alike are the same, since what "May" means hangs on where it stands; but words
    that are no date here are none there either, whatever they were read as.
    """
    record = shown.record
    if not isinstance(record, Mention):
        raise refuse("only a mention stands in several places", "Answer this one.")
    key = fold(record.exact)
    same = [
        [
            each
            for each in map(view.mention, names)
            if each is not None and _is_alike(each.record, record, scope, answer)
        ]
        for names in (view.names.open(key), view.names.decided(key))
    ]
    return Preview(open=sorted(same[0], key=_place), decided=sorted(same[1], key=_place))


def unmarked(view: View, words: str, label: Label, sources: Iterable[str]) -> list[Line]:
    """The places in these sources where the words stand as whole words and nothing with this label is marked."""
    found = []
    for source in sources:
        text = view.text(source)
        for start, end in places_of(text, words):
            there = [each for each in view.mentions_near(source, start, end) if each.status != "rejected"]
            labels = {each.record.label for each in there if isinstance(each.record, Mention)}
            if label not in labels:
                found.append(line(source, text, (start, end), view.page_of(source, start)))
    return found


def concordance(view: View, items: Sequence[Item]) -> list[Line]:
    """The mentions in one line of context each, in the order given."""
    records = [each.record for each in items if isinstance(each.record, Mention)]
    return [line(each.source, view.text(each.source), (each.start, each.end), each.page) for each in records]


def alike_acts(
    view: View, shown: Item, items: Sequence[Item], answer: Everywhere, change: Change, note: str
) -> list[Act]:
    """The acts that decide the items as the shown one is read, with a change; refused where one is not open."""
    record = shown.record
    if not isinstance(record, Mention) or change.span is not None:
        raise refuse("everywhere means the same words with the same label, value or title", "Amend the span here only.")
    check_open(view, items)
    if answer == "reject":
        return [acts.rejecting(view, each, note) for each in items]
    full = completed(record, view.text(record.source), change, view.project.authority)
    label = record.label if full.label is None else full.label
    value = record.value if full.value is None else full.value
    reading = msgspec.structs.replace(full, label=label, value=value)
    return [reading_act(view, each, reading, note) for each in items]


def check_open(view: View, items: Sequence[Item]) -> None:
    """Refuses what has changed since it was shown, or is not open: a batch never overrides what somebody decided."""
    for each in items:
        now = view.item(each.key)
        if now is None or now.status not in OPEN or now.digest != each.digest:
            raise Stale(each, now)


def reading_act(view: View, each: Item, reading: Change, note: str) -> Act:
    """Accepts a mention that is read like this already, and amends another."""
    record = each.record
    if not isinstance(record, Mention):
        raise refuse("this is no mention")
    same = (
        reading.label in (None, record.label),
        reading.value in (None, record.value),
        reading.title in (None, record.title),
    )
    return acts.accepting(view, each, note) if all(same) else acts.amending(view, each, reading, note)


def _is_alike(record: object, shown: Mention, scope: Scope, answer: Everywhere) -> bool:
    if not isinstance(record, Mention) or (scope == "source" and record.source != shown.source):
        return False
    if answer == "reject":
        return record.label == shown.label
    dates = "DATE" in (record.label, shown.label)
    return not dates or (record.label, record.value) == (shown.label, shown.value)


def _place(item: Item) -> tuple[str, int, int, str]:
    record = item.record
    return (record.source, record.start, record.end, item.id) if isinstance(record, Mention) else ("", 0, 0, item.id)
