"""The logs, read once: which decisions speak of which source, and the fold over them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from regesta.model.claim import Claim
from regesta.model.decision import Decision, Target
from regesta.model.mention import Mention
from regesta.model.reviewed import Reviewed
from regesta.review.fold import fold
from regesta.stages.corrected import carried
from regesta.stages.receipt import key_of
from regesta.workspace.corpus import read_text
from regesta.workspace.jsonl import read_records
from regesta.workspace.logs import read_decisions
from regesta.workspace.workspace import Workspace


class Decided:
    """All decisions of a workspace, and the findings of reading them.

    `decisions` reads as of today, where the text of a source was corrected since; `logged` as the logs have it.
    """

    def __init__(self, ws: Workspace) -> None:
        self.ws = ws
        self.logged, self.findings = read_decisions(ws)
        self.decisions = carried(ws, self.logged)
        self._by_id = {decision.id: decision for decision in self.decisions}

    @property
    def digest(self) -> str:
        """A hash of all that was decided, in whatever order the logs were read."""
        return key_of(sorted(self._by_id))

    @property
    def sources(self) -> set[str]:
        """The citekeys of all sources of which some decision speaks."""
        return {citekey for decision in self.decisions for citekey in _sources(self._root(decision))}

    def about_mentions(self) -> dict[str, list[Decision]]:
        """By citekey, the decisions on mentions, with those that take one back."""
        found: dict[str, list[Decision]] = {}
        for decision in self.decisions:
            target = self._root(decision)
            if target.kind == "mention":
                for citekey in _sources(target):
                    found.setdefault(citekey, []).append(decision)
        return found

    def reviewed(self, citekeys: Collection[str]) -> Reviewed:
        """The fold over all logs, against what is proposed now in these sources."""
        mentions: list[Mention] = []
        claims: list[Claim] = []
        texts: dict[str, str] = {}
        for citekey in sorted(citekeys):
            mentions += read_records(self.ws.mentions_path(citekey), Mention)
            claims += read_records(self.ws.claims_path(citekey), Claim)
            text = read_text(self.ws, citekey)
            if text:
                texts[citekey] = text
        return fold(self.decisions, mentions, claims, texts, self.ws.settings.review.adjudicators)

    def _root(self, decision: Decision) -> Target:
        """What a decision speaks of; one that takes another back speaks of what that one does."""
        seen: set[str] = set()
        while decision.target.kind == "decision" and decision.id not in seen:
            seen.add(decision.id)
            decision = self._by_id.get(decision.target.id, decision)
        return decision.target


def in_force(
    decisions: Sequence[Decision], mentions: Iterable[Mention], source: str, text: str, adjudicators: Collection[str]
) -> list[Mention]:
    """The mentions of one source as they stand: as people decided where they did, without those they rejected.

    Of words that were corrected since, what is proposed in their place; nothing where nothing is.
    """
    reviewed = fold(decisions, mentions, [], {source: text}, adjudicators)
    records = (
        standing.record if _stands(standing.record, text) else standing.proposal
        for standing in reviewed.mentions.values()
        if standing.status != "rejected"
    )
    return [record for record in records if record is not None]


def _stands(mention: Mention, text: str) -> bool:
    return text[mention.start : mention.end] == mention.exact


def _sources(target: Target) -> set[str]:
    records = [record for record in (target.mention, target.claim, *target.cited) if record is not None]
    return {record.source for record in records}
