"""Proposals that are surely right: all of a page in one act, after a few of them were shown and answered singly.

Sure is a proposal of a kind that was right so often (`sure_rate`), and one that reads as people read this name before.
The sample is drawn by a hash of the ids, so it is the same on every machine, and nobody chooses it. What people answer
counts at once: a kind that turns out wrong is not sure any more, and what rests on it is no longer offered.
"""

from __future__ import annotations

import re

from msgspec import Struct

from regesta.model.ids import sha256_hex
from regesta.model.mention import Mention
from regesta.review.act import refuse
from regesta.review.memory import recollection
from regesta.review.names_met import OPEN
from regesta.review.queue import Item
from regesta.review.stretches import Stretch, mentions_of, stretch
from regesta.review.view import View

#: The share of wrong ones above which a kind of proposals, or the rest of a page, is not offered. It was measured on
#: annotations that leave out names which a careful person would mark: in a project, fewer are wrong.
BOUND = 0.10
#: One in so many is shown first, at least one and at most MOST a page.
ONE_IN = 8
MOST = 5


_GRADE = re.compile(r"\bplace (exact|close|none)\b")


class Sure(Struct, frozen=True, kw_only=True):
    """What is surely right on a page: those to answer singly first, the rest, and what the rest is expected to err.

    `answered` and `wrong`: how many of the sure ones on this page a person has looked at, and found wrong.
    """

    where: Stretch
    sample: list[Item]
    rest: list[Item]
    expected_error: float
    answered: int = 0
    wrong: int = 0

    @property
    def is_offered(self) -> bool:
        """Whether the rest can be accepted now: the sample is answered, and few errors are to be expected."""
        return bool(self.rest) and not self.sample and self.expected_error <= BOUND

    @property
    def note(self) -> str:
        """The error rate of the sample, as the log keeps it."""
        return (
            f"surely right: {self.answered} looked at, {self.wrong} wrong, "
            f"{len(self.rest)} accepted, {self.expected_error:.1%} expected to be wrong"
        )


def sure(view: View, source: str, page: int | Stretch) -> Sure:
    """The open proposals on a page that are surely right.

    A number is that of a page, or of one of the `stretches` of a source without pages; a face that divides sources
    otherwise says where.
    """
    where = stretch(view, source, page) if isinstance(page, int) else page
    by_score: list[Item] = []
    remembered: list[Item] = []
    answered = wrong = 0
    for each in mentions_of(view, where):
        proposal = each.proposal
        if not isinstance(proposal, Mention):
            continue
        kind_is_sure = view.rate.error(proposal) <= BOUND and is_one_thing(proposal)
        if each.status in OPEN:
            if _as_remembered(view, each):
                remembered.append(each)
            elif kind_is_sure:
                by_score.append(each)
        elif kind_is_sure and view.rate.decided(each.id):
            answered += 1
            wrong += each.status == "rejected" or each.record != proposal
    wanted = min(MOST, -(-(len(by_score) + answered) // ONE_IN)) if by_score else 0
    drawn = sorted(by_score, key=lambda each: sha256_hex(each.id.encode("utf-8")))[: max(0, wanted - answered)]
    chosen = {each.id for each in drawn}
    rest = [each for each in by_score if each.id not in chosen]
    errors = [view.rate.error(each.proposal) for each in rest if isinstance(each.proposal, Mention)]
    return Sure(
        where=where,
        sample=[each for each in by_score if each.id in chosen],
        rest=sorted([*rest, *remembered], key=_place),
        expected_error=sum(errors) / (len(errors) + len(remembered)) if errors else 0.0,
        answered=answered,
        wrong=wrong,
    )


def is_one_thing(proposal: Mention) -> bool:
    """Whether nothing but one value comes into question: a place is graded exact, or has no rivals at all."""
    grade = _GRADE.search(proposal.rule)
    return not proposal.alternatives if grade is None else grade[1] == "exact"


def checked(view: View, offered: Sure) -> list[Item]:
    """The rest of a page as it stands now; refused where it is not offered, or the sample has to be answered first."""
    now = sure(view, offered.where.source, offered.where)
    if now.sample:
        raise refuse(f"{len(now.sample)} of them are to be looked at first", "Answer these singly.")
    if not now.is_offered:
        raise refuse("too few of them are surely right", "Answer them singly.")
    there = {each.id: each.digest for each in now.rest}
    kept = [each for each in offered.rest if there.get(each.id) == each.digest]
    if len(kept) != len(offered.rest):
        raise refuse("some of them have changed since they were shown", "Look at the page again.")
    return kept


def _as_remembered(view: View, each: Item) -> bool:
    found = recollection(view, each)
    return found is not None and found.answer == "accept" and not found.otherwise


def _place(item: Item) -> tuple[int, int]:
    record = item.record
    return (record.start, record.end) if isinstance(record, Mention) else (0, 0)
