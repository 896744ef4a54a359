"""What this project decided about a name, as a proposal for the next open mention of it: at once, without training."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from regesta.model.mention import Label, Mention
from regesta.names.fold import fold
from regesta.names.remembered import NAMES, usual
from regesta.review import acts
from regesta.review.act import Act, refuse
from regesta.review.decide import Change
from regesta.review.everywhere import Everywhere, reading_act
from regesta.review.names_met import OPEN, Tally
from regesta.review.naming import named
from regesta.review.queue import Item
from regesta.review.view import View


class Recollection(Struct, frozen=True, kw_only=True):
    """How a name was decided so far, and what that makes of the mention that is shown.

    `answer`: `accept` where it is proposed as remembered, `amend` where otherwise, `reject` where it mostly was no
    name. `times` counts the decisions that speak for this, `otherwise` those that do not.
    """

    answer: Everywhere
    label: Label
    value: str
    title: str
    times: int
    otherwise: int
    reviewers: tuple[str, ...]


def recollection(view: View, shown: Item) -> Recollection | None:
    """What is remembered of the name of an open mention; None where nothing stands out, or it is no open mention."""
    record = shown.record
    if not isinstance(record, Mention) or record.label not in NAMES or shown.status not in OPEN:
        return None
    key = fold(record.exact)
    entry, tally = view.names.remembered(key), view.names.tally(key)
    if entry is None or tally is None:
        return None
    answer: Everywhere = "accept"
    label, value, title = record.label, record.value, record.title
    if (kind := entry.usual()) is not None:
        times = kind.accepted
        value = kind.value or (record.value if record.label == kind.label else "")
        value = value or named(kind.label, "", record.exact, view.project.authority)
        label, title = kind.label, _title(record, tally, kind.label)
        answer = "accept" if (label, value, title) == (record.label, record.value, record.title) else "amend"
    elif entry.is_none():
        times, answer = sum(tally.rejected.values()), "reject"
    else:
        return None
    return Recollection(
        answer=answer,
        label=label,
        value=value,
        title=title,
        times=times,
        otherwise=entry.said - times,
        reviewers=tuple(sorted(tally.by)),
    )


def recalling(view: View, shown: Item, note: str = "") -> Act:
    """The act that decides an open mention as its name was decided before; refused where nothing is remembered."""
    found = recollection(view, shown)
    if found is None:
        raise refuse("nothing is remembered of this", "Accept, amend or reject it.")
    if found.answer == "reject":
        return acts.rejecting(view, shown, note)
    return reading_act(view, shown, Change(label=found.label, value=found.value, title=found.title), note)


def _title(record: Mention, tally: Tally, label: Label) -> str:
    """The title that the name mostly had, where it stands before it here too; else the one that is proposed."""
    titles = Counter[str]()
    for (accepted, _, title), times in tally.accepted.items():
        if accepted == label:
            titles[title] += times
    remembered = usual(titles)
    return remembered if remembered and record.prefix.rstrip().endswith(remembered) else record.title
