"""Whether a decided claim still rests on what it cites."""

from __future__ import annotations

from collections.abc import Mapping

from regesta.model.claim import Claim, Value
from regesta.model.mention import Mention
from regesta.model.reviewed import Standing


def cites(claim: Claim) -> list[str]:
    """The ids of all mentions that a claim cites, its passage first, each once."""
    found = [claim.passage, *claim.asserted_by.cites]
    for value in claim.values:
        found += value.cites
    return list(dict.fromkeys(found))


def fault(claim: Claim, cited: Mapping[str, Standing[Mention]], seen: Mapping[str, Mention]) -> str:
    """Why a claim does not rest on what it cites, in words; empty where it does.

    `cited` has the standing of each mention that the claim cites, `seen` the mentions as they were when the claim
    was decided: what people knew then needs no second look.
    """
    for mention_id in cites(claim):
        standing = cited.get(mention_id)
        if standing is None:
            return f"it cites {mention_id}, which is neither proposed nor in any log"
        if standing.status == "rejected":
            return f"it cites “{standing.record.exact}”, which {' and '.join(standing.reviewers)} rejected"
        if standing.stale and standing.why.startswith(LOST):
            return standing.why
    for value in claim.values:
        for mention_id in value.cites:
            if _differs(value, cited[mention_id], seen.get(mention_id)):
                mention = cited[mention_id].record
                return f"people read “{mention.exact}” as {mention.value or 'open'}, the claim does not"
    return ""


#: How the reason begins where a quote is no longer in its text.
LOST = "the words"


def lost(mention: Mention, proposal: Mention | None = None) -> str:
    """The reason for a quote that is no longer in its text; what is proposed in its place has other words."""
    if proposal is not None and proposal.exact != mention.exact:
        return f"{LOST} “{mention.exact}” were corrected and read “{proposal.exact}” now"
    return f"{LOST} “{mention.exact}” no longer stand in the text of {mention.source}"


def _differs(value: Value, standing: Standing[Mention], seen: Mention | None) -> bool:
    """Whether people read the mention otherwise than the claim does, and otherwise than when the claim was decided."""
    mention = standing.record
    held = value.edtf if mention.label == "DATE" else value.entity
    if standing.status != "accepted" or held is None or mention.value == held:
        return False
    before = seen if seen is not None else standing.proposal
    return before is None or before.value != mention.value
