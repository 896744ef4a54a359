"""The fold over the logs: the same decisions come to the same state, in whatever order the logs are read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from regesta.model.claim import Claim
from regesta.model.decision import Decision
from regesta.model.mention import Mention
from regesta.model.reviewed import Reviewed
from regesta.review.state import State


def fold(
    decisions: Iterable[Decision],
    mentions: Iterable[Mention],
    claims: Iterable[Claim],
    texts: Mapping[str, str] | None,
    adjudicators: Collection[str],
) -> Reviewed:
    """What all decisions say about what is proposed now.

    `mentions` and `claims` are the present proposals, `texts` the present texts by citekey: where they are given,
    quotes are looked up in them. `adjudicators` are the reviewers whose answer settles a disagreement.
    """
    return State(decisions, mentions, claims, texts, adjudicators).reviewed()
