"""The same places of a text as several reviewers see them: what each marked there, or that there is nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from regesta.review.agree.opinions import Mark, Opinion


class Unit(Struct, kw_only=True, gc=False):
    """One place, by its first mark, and what each reviewer answers there: a mark, or None for nothing.

    A reviewer who has not looked is not in `answers`: that is unknown, and no disagreement.
    """

    source: str
    start: int
    end: int
    ids: set[str]
    answers: dict[str, Mark | None]

    @property
    def label(self) -> str:
        """The label of the place: of its first mark in the order of the reviewers' names; empty where all said no."""
        return next((mark.label for _, mark in sorted(self.answers.items()) if mark is not None), "")


def units(source: str, opinions: Mapping[str, Opinion]) -> list[Unit]:
    """The places of a source in the order of its text, with the answers of those who looked at each.

    Marks of two reviewers are the same place where they have the same span, else where they overlap, those with the
    same label first; no mark counts twice. A reviewer's silence is an answer only where all marks were looked for.
    """
    made: list[Unit] = []
    for reviewer in sorted(opinions):
        _match(made, source, reviewer, opinions[reviewer].marks)
        made.sort(key=lambda each: (each.start, each.end))
    _add_rejected(made, source, opinions)
    for unit in made:
        for reviewer, opinion in opinions.items():
            if reviewer not in unit.answers and _says_no(opinion, unit):
                unit.answers[reviewer] = None
    return sorted((unit for unit in made if unit.answers), key=lambda each: (each.start, each.end))


def _match(made: list[Unit], source: str, reviewer: str, marks: Iterable[Mark]) -> None:
    """Puts a reviewer's marks to the places that are there, and the rest beside them."""
    left = sorted(marks, key=lambda mark: (mark.start, mark.end, mark.label, mark.id))
    free: dict[tuple[int, int], list[Unit]] = {}
    for unit in made:
        free.setdefault((unit.start, unit.end), []).append(unit)
    for same_label in (True, False):
        left = [mark for mark in left if not _take(free.get((mark.start, mark.end), ()), reviewer, mark, same_label)]
    starts = [unit.start for unit in made]
    longest = max((unit.end - unit.start for unit in made), default=0)
    for same_label in (True, False):
        left = [mark for mark in left if not _take(_near(made, starts, longest, mark), reviewer, mark, same_label)]
    made += [
        Unit(source=source, start=mark.start, end=mark.end, ids={mark.id}, answers={reviewer: mark}) for mark in left
    ]


def _near(made: Sequence[Unit], starts: Sequence[int], longest: int, mark: Mark) -> list[Unit]:
    """The places that overlap with a mark."""
    around = made[bisect_left(starts, mark.start - longest) : bisect_left(starts, mark.end)]
    return [unit for unit in around if unit.end > mark.start]


def _take(candidates: Iterable[Unit], reviewer: str, mark: Mark, same_label: bool) -> bool:
    """Whether the mark found its place: the first that this reviewer has not marked yet."""
    for unit in candidates:
        if reviewer not in unit.answers and (not same_label or unit.label == mark.label):
            unit.answers[reviewer] = mark
            unit.ids.add(mark.id)
            return True
    return False


def _add_rejected(made: list[Unit], source: str, opinions: Mapping[str, Opinion]) -> None:
    """Puts what was rejected to the place of the same words, or beside them where nobody marked anything."""
    by_id = {name: unit for unit in made for name in unit.ids}
    by_span: dict[tuple[int, int], Unit] = {}
    for unit in made:
        by_span.setdefault((unit.start, unit.end), unit)
    for reviewer in sorted(opinions):
        for name, mark in sorted(opinions[reviewer].rejected.items()):
            span = mark.start, mark.end
            there = by_id.get(name) or by_span.get(span)
            unit = there or Unit(source=source, start=mark.start, end=mark.end, ids={name}, answers={})
            if there is None:
                made.append(unit)
                by_span[span] = unit
            by_id[name] = unit
            unit.ids.add(name)
            unit.answers.setdefault(reviewer, None)


def _says_no(opinion: Opinion, unit: Unit) -> bool:
    """Whether a reviewer who has no mark here has said that there is nothing."""
    return unit.label in opinion.whole and not unit.ids & opinion.unanswered
