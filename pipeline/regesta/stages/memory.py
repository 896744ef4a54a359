"""What people decided about names, as the tagger of one source takes it: no more than what can touch that source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from regesta.model.entity import Entity
from regesta.model.mention import Mention
from regesta.model.reviewed import Standing
from regesta.names.remembered import Remembered
from regesta.resolve.identities import identities
from regesta.resolve.unify import unified
from regesta.review.anchored import anchored
from regesta.review.fold import fold
from regesta.stages.decided import Decided
from regesta.tag.memory import reaches, remembered, words_in
from regesta.tag.settled import Settled
from regesta.workspace.corpus import read_text
from regesta.workspace.replace import replace_bytes
from regesta.workspace.workspace import Workspace


class Memory:
    """The decisions about mentions, folded once for all sources, without what is proposed now.

    A name that people joined with another is remembered as the one that stands for both.

    A source is stale when an entry changes whose first word stands in it, not with every decision: which words stand
    in a text is kept in `.regesta/words`, under the hash of the text.
    """

    def __init__(self, ws: Workspace, decided: Decided, entities: Sequence[Entity]) -> None:
        self.ws = ws
        reviewed = fold(decided.decisions, [], [], None, ws.settings.review.adjudicators)
        who = identities(reviewed, entities, ws.settings.resolve, propose=False)
        known = unified(reviewed, who.of).mentions.values()
        self._entries = remembered(known) if ws.settings.tag.memory else []
        self._settled = _settled(reviewed.mentions, decided)

    def entries(self, citekey: str, text_sha256: str) -> list[Remembered]:
        """What is remembered of names that can stand in a source."""
        if not self._entries:
            return []
        words = self._words(citekey, text_sha256)
        return [entry for entry in self._entries if reaches(entry, words)]

    def settled(self, citekey: str) -> list[Settled]:
        """The mentions that people accepted in a source."""
        return self._settled.get(citekey, [])

    def _words(self, citekey: str, text_sha256: str) -> frozenset[str]:
        path = self.ws.cache / "words" / text_sha256[:2] / text_sha256
        try:
            return msgspec.msgpack.decode(path.read_bytes(), type=frozenset[str])
        except (OSError, msgspec.DecodeError):
            words = words_in(read_text(self.ws, citekey))
            replace_bytes(path, msgspec.msgpack.encode(sorted(words)))
            return words


def _settled(standings: Mapping[str, Standing[Mention]], decided: Decided) -> dict[str, list[Settled]]:
    shown = {decision.id: decision.target.mention for decision in decided.decisions}
    found: dict[str, list[Settled]] = {}
    for standing in standings.values():
        if standing.status == "accepted":
            before = shown.get(standing.decisions[-1]) or standing.record
            found.setdefault(standing.record.source, []).append(Settled(record=standing.record, shown=before))
    return found


def digest_parts(entries: Sequence[Remembered], settled: Sequence[Settled]) -> list[object]:
    """What of it decides the mentions of a source, for the key of the work; nothing where nobody decided anything."""
    if not entries and not settled:
        return []
    spans = [[each.shown.id, each.record.id, each.record.start, each.record.end, each.record.label] for each in settled]
    return [list(entries), spans]


def in_text(settled: Sequence[Settled], text: str) -> list[Settled]:
    """The accepted mentions at the places where their words stand in the text; without those whose words are gone."""
    placed = [(each, anchored(each.record, text)) for each in settled]
    return [msgspec.structs.replace(each, record=record) for each, record in placed if record is not None]
