"""How the dates of the sources came by their values, from the mentions that were proposed last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from regesta.errors import fail
from regesta.model.mention import Alternative, Mention
from regesta.tag.dates.rules import in_words
from regesta.workspace.corpus import citekeys
from regesta.workspace.jsonl import read_records
from regesta.workspace.workspace import Workspace


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """One date: its words and value, the rule with what it says, and the words and value of what it was read from."""

    id: str
    source: str
    start: int
    end: int
    page: int | None
    words: str
    value: str
    score: float | None
    rule: str
    why: str
    anchor_words: str = ""
    anchor_value: str = ""
    alternatives: list[Alternative] = []


def explain(ws: Workspace, sources: Sequence[str]) -> Iterator[Explained]:
    """The dates of the named sources, or of all that were tagged, in the order of their texts."""
    for citekey in sources or citekeys(ws):
        if not ws.mentions_path(citekey).exists():
            if sources:
                raise fail(
                    "tag.none",
                    f"the source {citekey!r} has not been tagged",
                    remedy="`regesta tag` proposes its mentions; `regesta status` lists the sources.",
                )
            continue
        mentions = read_records(ws.mentions_path(citekey), Mention)
        by_id = {mention.id: mention for mention in mentions}
        yield from (_explained(mention, by_id.get(mention.anchor)) for mention in mentions if mention.label == "DATE")


def _explained(date: Mention, anchor: Mention | None) -> Explained:
    return Explained(
        id=date.id,
        source=date.source,
        start=date.start,
        end=date.end,
        page=date.page,
        words=date.exact,
        value=date.value,
        score=date.by.score,
        rule=date.rule,
        why=in_words(date.rule),
        anchor_words=anchor.exact if anchor else "",
        anchor_value=anchor.value if anchor else "",
        alternatives=date.alternatives,
    )
