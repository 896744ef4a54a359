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
    waiting = undecided(standings, labels)
    if waiting:
        first = waiting[0].record
        raise refuse(
            f"{len(waiting)} of its mentions wait for a decision, such as {first.label} “{first.exact}”",
            f"Decide them first with `regesta review {first.source}`.",
        )
    whole = set(labels) >= set(REVIEWED_LABELS)
    words = WORD if whole else " ".join([WORD, *(label for label in REVIEWED_LABELS if label in labels)])
    return answer("note", target(standings[0].record), words)


def undecided(
    standings: Iterable[Standing[Mention]], labels: Sequence[Label] = REVIEWED_LABELS
) -> list[Standing[Mention]]:
    """The mentions with these labels that stand against the mark, since they wait or reviewers differ."""
    settled = ("accepted", "rejected")
    return [each for each in standings if each.record.label in labels and each.status not in settled]


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
    for decision, source in marks(ledger):
        found.setdefault(decision.reviewer, {}).setdefault(source, set()).update(labels_of(decision))
    return found


def marks(ledger: Ledger) -> list[tuple[Decision, str]]:
    """The marks that nobody took back, each with its source."""
    histories = (ledger.history(("mention", name)) for name in ledger.keys("mention"))
    notes = (each for history in histories for each in history if each.answer == "note" and is_mark(each.note))
    return [(each, each.target.mention.source) for each in notes if each.target.mention is not None]


def labels_of(marked: Decision) -> Sequence[Label]:
    """The labels for which a mark says that all is found."""
    match = _MARK.fullmatch(marked.note)
    return [cast("Label", label) for label in (match[1] if match else "").split() if label in LABELS] or REVIEWED_LABELS
