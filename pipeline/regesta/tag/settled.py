"""Proposals beside what people have decided in the same text: nothing is asked twice, and no answer is unsettled."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from regesta.model.mention import REVIEWED_LABELS, Mention


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """A mention that people accepted: the record in force, and the proposal that they were shown, under one id."""

    record: Mention
    shown: Mention


#: Components that propose by what people decided; their word must not make a decision look outdated.
_MEMORY = "regesta_memory"


def beside(proposed: Sequence[Mention], settled: Sequence[Settled]) -> list[Mention]:
    """The proposals without those that would ask again what is settled.

    The words of an accepted mention under another label, and other words under its label that overlap with it, are
    not proposed: a new model may see them otherwise, but the person has spoken. The accepted mention itself stays
    proposed under its id where the machine still sees it, with the value that was shown where only the memory of the
    decisions has changed it. What was taken from a proposal that falls away is taken from the accepted one.
    """
    by_id = {each.shown.id: each for each in settled} | {each.record.id: each for each in settled}
    ordered = sorted(settled, key=lambda each: (each.record.start, each.record.end, each.record.id))
    kept: list[Mention] = []
    instead: dict[str, str] = {}
    at = 0
    for mention in proposed:
        if mention.label not in REVIEWED_LABELS:
            kept.append(mention)
            continue
        own = by_id.get(mention.id)
        if own is not None:
            kept.append(_as_shown(mention, own.shown))
            continue
        while at < len(ordered) and ordered[at].record.end <= mention.start:
            at += 1
        holder = _holder(mention, ordered, at)
        if holder is None:
            kept.append(mention)
        else:
            instead[mention.id] = holder.record.id
    return [_anchored(mention, instead) for mention in kept]


def _holder(mention: Mention, ordered: Sequence[Settled], at: int) -> Settled | None:
    """The accepted mention whose place a proposal would take."""
    for each in ordered[at:]:
        record = each.record
        if record.start >= mention.end:
            return None
        same = (record.start, record.end) == (mention.start, mention.end)
        if record.end > mention.start and (same or record.label == mention.label):
            return each
    return None


def _as_shown(mention: Mention, shown: Mention) -> Mention:
    if not mention.by.component.startswith(_MEMORY):
        return mention
    return msgspec.structs.replace(
        mention, value=shown.value, title=shown.title, rule=shown.rule, alternatives=shown.alternatives
    )


def _anchored(mention: Mention, instead: dict[str, str]) -> Mention:
    anchor = instead.get(mention.anchor, mention.anchor)
    return mention if anchor == mention.anchor else msgspec.structs.replace(mention, anchor=anchor)
