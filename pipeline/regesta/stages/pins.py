"""What people decided about the dates of a source, as the tagger takes it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from regesta.model.decision import Decision
from regesta.review.fold import fold
from regesta.tag.dates.pins import Pin


def date_pins(decisions: Sequence[Decision], source: str, text: str, adjudicators: Collection[str]) -> list[Pin]:
    """The dates that were accepted, amended, added or rejected, in the order of the text.

    The fold is taken over the decisions alone, without what is proposed now: the proposals rest on the pins, and may
    not be what the pins rest on. What is skipped, disagreed about or no longer in the text is no pin.
    """
    reviewed = fold(decisions, [], [], {source: text}, adjudicators)
    by_id = {decision.id: decision for decision in decisions}
    pins: list[Pin] = []
    for standing in reviewed.mentions.values():
        record = standing.record
        if record.source != source or standing.stale or standing.status not in ("accepted", "rejected"):
            continue
        if record.label == "DATE":
            is_date = standing.status == "accepted"
            pins.append(Pin(start=record.start, end=record.end, value=record.value, is_date=is_date))
            continue
        shown = by_id[standing.decisions[-1]].target.mention if standing.decisions else None
        if shown is not None and shown.label == "DATE":
            pins.append(Pin(start=record.start, end=record.end, value=shown.value, is_date=False))
    return pins
