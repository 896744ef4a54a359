"""The ids in the decisions about corrected texts, and where what they name stands now."""

from __future__ import annotations

from regesta.model.decision import Decision
from regesta.model.mention import REVIEWED_LABELS, Mention
from regesta.review.amended import amended
from regesta.review.carried import Text, mentions_of
from regesta.stages.corrected import corrected_texts
from regesta.stages.decided import Decided
from regesta.stages.memory import Memory
from regesta.tag.carried import Kept
from regesta.workspace.workspace import Workspace


def kept_ids(ws: Workspace, decided: Decided, memory: Memory) -> dict[str, list[Kept]]:
    """By citekey, the ids that the tagger has to keep; none for a source whose text was never corrected."""
    texts = corrected_texts(ws, sorted(decided.sources))
    found: dict[str, dict[tuple[str, str, int, int], Kept]] = {citekey: {} for citekey in texts}
    accepted = {each.record.id for citekey in texts for each in memory.settled(citekey)}
    for decision in decided.logged:
        for mention in _named(decision):
            text = texts.get(mention.source)
            kept = _kept(mention, text, mention.id in accepted) if text else None
            if kept is not None:
                found[mention.source].setdefault((kept.id, kept.label, kept.start, kept.end), kept)
    return {citekey: [kept[key] for key in sorted(kept)] for citekey, kept in found.items() if kept}


def _named(decision: Decision) -> list[Mention]:
    """The mentions that a decision speaks of, also as it amends them."""
    target = decision.target
    return [*mentions_of(target), *([amended(target.mention, decision.set)] if target.mention else [])]


def _kept(mention: Mention, text: Text, accepted: bool) -> Kept | None:
    outcome = text.outcome(mention)
    now = outcome.mention
    if outcome.tier == "lost":
        return None
    asked = accepted and outcome.tier == "fuzzy" and now.label in REVIEWED_LABELS
    return Kept(
        id=now.id,
        label=now.label,
        start=now.start,
        end=now.end,
        untouched=outcome.untouched,
        proposal=now if asked else None,
    )
