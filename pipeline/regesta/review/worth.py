"""How much a decision settles: what to ask first where time is short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from regesta.model.mention import Mention
from regesta.names.fold import fold
from regesta.review.ledger import Key
from regesta.review.names_met import OPEN
from regesta.review.state import State
from regesta.review.support import cites


def by_worth(state: State, keys: Iterable[Key]) -> list[Key]:
    """The keys, what settles most first; among equals the order is kept.

    Mentions before claims before joins. A mention is worth more the more open ones bear its name, then the more
    claims cite it, then the less its proposer was sure of it; of claims and joins the least sure come first.
    """
    waiting: Counter[str] = Counter()
    citing: Counter[str] = Counter()
    for standing in state.mentions.values():
        if standing.status in OPEN:
            waiting[fold(standing.record.exact)] += 1
    for claim in state.claims.values():
        citing.update(cites(claim.record))
    rank = {"mention": 0, "claim": 1}

    def worth(key: Key) -> tuple[int, int, str, int, float]:
        kind, name = key
        standing = state.mentions.get(name) if kind == "mention" else state.claims.get(name)
        if standing is None:
            return rank.get(kind, 2), 0, "", 0, 0.0
        record = standing.record
        score = 0.0 if record.by.score is None else record.by.score
        if not isinstance(record, Mention):
            return rank[kind], 0, "", 0, score
        folded = fold(record.exact)
        # Those of one name stay together: who has just read one reads the next at a glance.
        return rank[kind], -waiting[folded], folded, -citing[name], score

    return sorted(keys, key=worth)
