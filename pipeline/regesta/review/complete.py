"""The mark that a source is reviewed to the end: a note with a set word, by which what is not marked is nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import cast

from regesta.model.decision import Decision
from regesta.model.mention import LABELS, REVIEWED_LABELS, Label, Mention
from regesta.model.reviewed import Standing
from regesta.review.act import Act, refuse, target
from regesta.review.decide import answer
from regesta.review.ledger import Ledger

#: The word that begins such a note; the labels that were looked for follow it, all of them where none does.
WORD = "complete"
_MARK = re.compile(rf"{WORD}((?: [A-Z]+)*)")


def mark(standings: Sequence[Standing[Mention]], labels: Sequence[Label] = REVIEWED_LABELS) -> Act:
    """Says of a source that all its mentions with these labels are found and decided; taken back like any answer.

    Refused while one of them waits for a decision, or reviewers differ about it. The note hangs on the first mention
    of the source, since decisions are about records.
    """
    if not standings:
        raise refuse("nothing is proposed or added in it, so there is nothing to hang the mark on")
    waiting = [
        standing
        for standing in standings
        if standing.record.label in labels and standing.status not in ("accepted", "rejected")
    ]
    if waiting:
        first = waiting[0].record
        raise refuse(
            f"{len(waiting)} of its mentions wait for a decision, such as {first.label} “{first.exact}”",
            f"Decide them first with `regesta review {first.source}`.",
        )
    whole = set(labels) >= set(REVIEWED_LABELS)
    words = WORD if whole else " ".join([WORD, *(label for label in REVIEWED_LABELS if label in labels)])
    return answer("note", target(standings[0].record), words)


def is_mark(note: str) -> bool:
    """Whether a note is such a mark."""
    return _MARK.fullmatch(note) is not None


def complete(decisions: Iterable[Decision]) -> dict[str, tuple[Label, ...]]:
    """By source, the labels for which somebody marked it as complete and did not take that back."""
    found: dict[str, set[Label]] = {}
    for marked in completed_by(Ledger(decisions)).values():
        for source, labels in marked.items():
            found.setdefault(source, set()).update(labels)
    return {source: tuple(each for each in REVIEWED_LABELS if each in found[source]) for source in sorted(found)}


def completed_by(ledger: Ledger) -> dict[str, dict[str, set[Label]]]:
    """By reviewer and source, the labels for which each has marked it as complete and did not take that back."""
    found: dict[str, dict[str, set[Label]]] = {}
    for name in ledger.keys("mention"):
        for decision in ledger.history(("mention", name)):
            match = _MARK.fullmatch(decision.note) if decision.answer == "note" else None
            if match and decision.target.mention is not None:
                labels = [cast("Label", label) for label in match[1].split() if label in LABELS] or REVIEWED_LABELS
                by_source = found.setdefault(decision.reviewer, {})
                by_source.setdefault(decision.target.mention.source, set()).update(labels)
    return found
