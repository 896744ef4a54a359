"""From a span that a rule or a person marked to a mention with selector, page and id."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from regesta.anchor.pages import page_at
from regesta.anchor.selector import context
from regesta.model.ids import mention_ids
from regesta.model.mention import Alternative, By, Label, Link, LinkOf, Mention, Part
from regesta.model.source import Page


class Argument(Struct, frozen=True):
    """The span of another draft that a trigger or cue is linked to, and how."""

    start: int
    end: int
    label: Label
    property: LinkOf
    role: str
    pattern: str


class Draft(Struct, frozen=True, kw_only=True):
    """A span with what is known of it; `anchor` is the index of another draft of the same batch."""

    start: int
    end: int
    label: Label
    value: str
    by: By
    parts: list[Part] = []
    rule: str = ""
    anchor: int | None = None
    alternatives: list[Alternative] = []
    title: str = ""
    arguments: list[Argument] = []


def mentions(source_id: str, text: str, pages: Sequence[Page], drafts: Sequence[Draft]) -> list[Mention]:
    """The mentions of a source in the order of the text, with their ids; of two drafts for one span the first stays.

    All drafts of a source belong into one call, since identical selectors are told apart by their ordinal.
    """
    first: dict[tuple[int, int, Label], int] = {}
    for index, draft in enumerate(drafts):
        first.setdefault(_key(draft), index)
    kept = sorted(first.values(), key=lambda index: _key(drafts[index]))
    contexts = {index: context(text, drafts[index].start, drafts[index].end) for index in kept}
    ids = mention_ids(
        (source_id, draft.label, prefix, text[draft.start : draft.end], suffix)
        for draft, (prefix, suffix) in ((drafts[index], contexts[index]) for index in kept)
    )
    id_at = dict(zip(kept, ids, strict=True))
    return [
        Mention(
            id=id_at[index],
            source=source_id,
            start=draft.start,
            end=draft.end,
            exact=text[draft.start : draft.end],
            prefix=contexts[index][0],
            suffix=contexts[index][1],
            page=page_at(pages, draft.start),
            label=draft.label,
            value=draft.value,
            by=draft.by,
            parts=draft.parts,
            rule=draft.rule,
            anchor="" if draft.anchor is None else id_at[first[_key(drafts[draft.anchor])]],
            alternatives=draft.alternatives,
            title=draft.title,
            links=[
                Link(mention=id_at[first[key]], property=each.property, role=each.role, pattern=each.pattern)
                for each in draft.arguments
                if (key := (each.start, each.end, each.label)) in first
            ],
        )
        for index, draft in ((index, drafts[index]) for index in kept)
    ]


def _key(draft: Draft) -> tuple[int, int, Label]:
    return draft.start, draft.end, draft.label
