"""Two reviewers compared over the mentions that both looked at: all together, by label, by source."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TypeVar

from regesta.model.mention import REVIEWED_LABELS, Label
from regesta.review.agree.caution import cautions
from regesta.review.agree.figures import Rated, alpha, alpha_of, coincidences, f1, kappa, kappa_of, mirrored, table
from regesta.review.agree.interval import interval, passages, summed
from regesta.review.agree.opinions import Mark, Opinion
from regesta.review.agree.result import Difference, Figure, Figures, Kind, Pair
from regesta.review.agree.units import Unit, units

K = TypeVar("K", bound=Hashable)
ALL = "all"
Opinions = Mapping[str, Mapping[str, Opinion]]
#: The sources and labels for which both reviewers marked all that they found.
Whole = Collection[tuple[str, Label]]


def places(opinions: Opinions, reviewers: Collection[str]) -> list[Unit]:
    """The places on which at least two of the reviewers have said something, source by source."""
    found: list[Unit] = []
    for source in sorted(opinions):
        here = {name: opinion for name, opinion in opinions[source].items() if name in reviewers}
        if len(here) > 1:
            found += [unit for unit in units(source, here) if len(unit.answers) > 1]
    return found


def whole(opinions: Opinions, one: str, other: str) -> set[tuple[str, Label]]:
    """The sources and labels that both reviewed to the end, which span F1 needs."""
    return {
        (source, label)
        for source, here in opinions.items()
        if one in here and other in here
        for label in here[one].whole & here[other].whole
    }


class Comparison:
    """The figures of one pair of reviewers, over any of the places that both looked at.

    Kappa and alpha of all places are the library's; those of parts, of which there may be thousands, are worked out
    from tables, which a test holds against the library.
    """

    def __init__(self, one: str, other: str, complete: Whole) -> None:
        self.one = one
        self.other = other
        self.complete = complete

    def figures(self, name: str, here: Sequence[Unit], *, label: str = "", drawn: bool = True) -> Figures:
        """The figures of some places; with a label, of the question whether a place has it.

        `drawn` adds intervals, which take most of the time.
        """
        some = (passages(here) if drawn else []) or [list(here)]
        by_passage = [self._rated(each, label) for each in some]
        rated = [unit for each in by_passage for unit in each]
        asked = [
            self._marks(unit)
            for unit, answers in zip(chain.from_iterable(some), rated, strict=True)
            if not label or any(answers.ratings.values())
        ]
        both = [(one, other) for one, other in asked if one and other and one.label == other.label]
        same = len(both) + sum(one is None and other is None for one, other in asked)
        kept = sum(one.kept and other.kept and one.id == other.id for one, other in both)
        hits = [self._hits(each, label) for each in some]
        met = [table(each, self.one, self.other) for each in by_passage]
        coincided = [mirrored(each) for each in met]
        whole = name == ALL
        return Figures(
            name=name,
            units=len(asked),
            same=_share(same, len(asked)),
            strict=_figure(_f1("strict", summed(hits)), hits, partial(_f1, "strict")),
            relaxed=_figure(_f1("relaxed", summed(hits)), hits, partial(_f1, "relaxed")),
            kappa=_figure(kappa(rated, self.one, self.other) if whole else kappa_of(summed(met)), met, kappa_of),
            alpha=_figure(alpha(rated) if whole else alpha_of(summed(coincided)), coincided, alpha_of),
            values=_share(sum(one.value == other.value for one, other in both), len(both)),
            kept=kept,
            apart=_share(same - kept, len(asked) - kept),
            cautions=list(cautions(rated, len(asked), same, kept if whole else 0)),
        )

    def _marks(self, unit: Unit) -> tuple[Mark | None, Mark | None]:
        return unit.answers[self.one], unit.answers[self.other]

    def _rated(self, here: Iterable[Unit], label: str) -> list[Rated]:
        return [
            Rated(
                source=unit.source,
                start=unit.start,
                ratings={
                    name: mark.label if mark and label in ("", mark.label) else ""
                    for name, mark in zip((self.one, self.other), self._marks(unit), strict=True)
                },
            )
            for unit in here
        ]

    def _hits(self, here: Iterable[Unit], label: str) -> dict[str, float]:
        """Spans that each marked in what both reviewed to the end, and those that are the same, or overlap."""
        found = dict.fromkeys(("one", "other", "strict", "relaxed"), 0.0)
        for unit in here:
            one, other = (
                mark if mark and label in ("", mark.label) and (unit.source, mark.label) in self.complete else None
                for mark in self._marks(unit)
            )
            found["one"] += one is not None
            found["other"] += other is not None
            if one and other and one.label == other.label:
                found["strict"] += (one.start, one.end) == (other.start, other.end)
                found["relaxed"] += one.start < other.end and other.start < one.end
        return found

    def differences(self, here: Iterable[Unit]) -> list[Difference]:
        """The places where the two differ, in the order of the text."""
        found = []
        for unit in here:
            one, other = self._marks(unit)
            kind = _kind(one, other)
            if kind is not None:
                found.append(
                    Difference(
                        reviewers=(self.one, self.other),
                        source=unit.source,
                        start=min(mark.start for mark in (one, other) if mark),
                        end=max(mark.end for mark in (one, other) if mark),
                        kind=kind,
                        answers={self.one: one, self.other: other},
                    )
                )
        return found


def compared(opinions: Opinions, one: str, other: str) -> tuple[Pair, list[Difference]]:
    """Two reviewers over all mentions that both looked at, and where they differ."""
    here = places(opinions, (one, other))
    comparison = Comparison(one, other, whole(opinions, one, other))
    labels = [label for label in REVIEWED_LABELS if any(_has(unit, label) for unit in here)]
    by_source: dict[str, list[Unit]] = {}
    for unit in here:
        by_source.setdefault(unit.source, []).append(unit)
    pair = Pair(
        reviewers=(one, other),
        all=comparison.figures(ALL, here),
        labels=[comparison.figures(label, here, label=label) for label in labels],
        sources=[comparison.figures(source, some, drawn=False) for source, some in by_source.items()],
    )
    return pair, comparison.differences(here)


def together(opinions: Opinions, reviewers: Sequence[str], pairs: Sequence[Pair]) -> Figures:
    """All reviewers at once: alpha over all, who each may have left places out; the rest is the mean of the pairs."""
    rated = [
        Rated(
            source=unit.source,
            start=unit.start,
            ratings={name: mark.label if mark else "" for name, mark in sorted(unit.answers.items())},
        )
        for unit in places(opinions, reviewers)
    ]
    same = sum(len(set(unit.ratings.values())) == 1 for unit in rated)
    measured = [pair.all for pair in pairs if pair.all.units]
    return Figures(
        name=ALL,
        units=len(rated),
        same=_share(same, len(rated)),
        strict=_mean([each.strict for each in measured]),
        relaxed=_mean([each.relaxed for each in measured]),
        kappa=_mean([each.kappa for each in measured]),
        alpha=_figure(alpha(rated), [coincidences(some) for some in passages(rated)], alpha_of),
        cautions=list(cautions(rated, len(rated), same, 0)),
    )


def _mean(figures: Iterable[Figure | None]) -> Figure | None:
    values = [each.value for each in figures if each is not None]
    return Figure(value=round(sum(values) / len(values), 4)) if values else None


def _has(unit: Unit, label: Label) -> bool:
    return any(mark is not None and mark.label == label for mark in unit.answers.values())


def _kind(one: Mark | None, other: Mark | None) -> Kind | None:
    if one is None or other is None:
        return None if one is other else "missing"
    if one.label != other.label:
        return "label"
    if (one.start, one.end) != (other.start, other.end):
        return "span"
    return "value" if one.value != other.value else None


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _f1(kind: str, counts: Mapping[str, float]) -> float | None:
    """F1 of spans, from the counts of `_hits`; none where nobody marked any."""
    return f1(counts[kind], counts["one"], counts["other"]) if counts["one"] + counts["other"] else None


def _figure(
    value: float | None, drawn: Sequence[Mapping[K, float]], measure: Callable[[Mapping[K, float]], float | None]
) -> Figure | None:
    """A figure with its interval, from counts by passage; None where there is none."""
    if value is None:
        return None
    found = interval(drawn, measure)
    low, high = (round(found[0], 4), round(found[1], 4)) if found else (None, None)
    return Figure(value=round(value, 4), low=low, high=high)
