"""How well spans were found, label by label, with an interval from bootstrap samples; the same on every machine."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from regesta.model.draws import draws
from regesta.model.mention import REVIEWED_LABELS, Label
from regesta.model.training import Marked, Score

ALL = "ALL"
#: A stretch of text is one unit of the bootstrap: whole documents are too few, sentences hang together.
STRETCH = 2000


class Counts(NamedTuple):
    """Spans of one label in one unit: found exactly, found by overlap, marked by people, answered by the pipeline."""

    exact: int = 0
    overlapping: int = 0
    reviewed: int = 0
    proposed: int = 0


Unit = dict[str, Counts]


def units(
    reviewed: Mapping[str, Collection[Marked]],
    answers: Sequence[Mapping[str, Collection[Marked]]],
    labels: Sequence[Label],
) -> list[list[Unit]]:
    """For each pipeline's answers, the counts of each stretch of each document; all over the same stretches."""
    found: list[list[Unit]] = [[] for _ in answers]
    for source in sorted(reviewed):
        groups = [
            _by_stretch(reviewed[source], labels),
            *(_by_stretch(each.get(source, ()), labels) for each in answers),
        ]
        for number in sorted({number for group in groups for number in group}):
            marked = groups[0].get(number, [])
            for made, group in zip(found, groups[1:], strict=True):
                made.append(_counted(marked, group.get(number, []), labels))
    return found


def _by_stretch(spans: Collection[Marked], labels: Sequence[Label]) -> dict[int, list[Marked]]:
    stretches: dict[int, list[Marked]] = {}
    for span in sorted(set(spans)):
        if span.label in labels:
            stretches.setdefault(span.start // STRETCH, []).append(span)
    return stretches


def _counted(reviewed: list[Marked], proposed: list[Marked], labels: Sequence[Label]) -> Unit:
    exact = set(reviewed) & set(proposed)
    unit: Unit = {}
    for label in labels:
        mine = [span for span in reviewed if span.label == label]
        theirs = [span for span in proposed if span.label == label]
        hits = sum(span.label == label for span in exact)
        unit[label] = Counts(hits, _overlapping(mine, theirs), len(mine), len(theirs))
    unit[ALL] = Counts(*(sum(counts) for counts in zip(*(unit[label] for label in labels), strict=True)))
    return unit


def _overlapping(mine: list[Marked], theirs: list[Marked]) -> int:
    """How many spans find a partner that they overlap with, each at most once, in the order of the text."""
    matched = at = 0
    for span in mine:
        while at < len(theirs) and theirs[at].end <= span.start:
            at += 1
        if at < len(theirs) and theirs[at].start < span.end:
            matched += 1
            at += 1
    return matched


def scores(found: Sequence[Unit], labels: Sequence[Label] = REVIEWED_LABELS) -> list[Score]:
    """The score of each label that occurs, and of all together."""
    samples = list(draws(len(found)))
    return [
        _score(label, [unit[label] for unit in found], samples)
        for label in (*labels, ALL)
        if label == ALL or any(unit[label].reviewed or unit[label].proposed for unit in found)
    ]


def gain(before: Sequence[Unit], after: Sequence[Unit], label: str = ALL) -> tuple[float, float]:
    """The 95 % interval of the gain in strict F1 from one pipeline to another over the same stretches, paired."""
    if not before:
        return (0.0, 0.0)
    pairs = list(zip((unit[label] for unit in before), (unit[label] for unit in after), strict=True))
    gains = sorted(
        _f1([pairs[at][1] for at in sample]) - _f1([pairs[at][0] for at in sample]) for sample in draws(len(pairs))
    )
    return _interval(gains)


def _score(label: str, counts: list[Counts], samples: list[list[int]]) -> Score:
    exact, overlapping, reviewed, proposed = (
        (sum(column) for column in zip(*counts, strict=True)) if counts else [0] * 4
    )
    precision, recall, f1 = _measures(exact, reviewed, proposed)
    relaxed = _measures(overlapping, reviewed, proposed)
    low, high = _interval(sorted(_f1([counts[at] for at in sample]) for sample in samples)) if counts else (0.0, 0.0)
    return Score(
        label=label,
        reviewed=reviewed,
        proposed=proposed,
        precision=precision,
        recall=recall,
        f1=f1,
        low=low,
        high=high,
        relaxed_precision=relaxed[0],
        relaxed_recall=relaxed[1],
        relaxed_f1=relaxed[2],
    )


def _measures(hits: int, reviewed: int, proposed: int) -> tuple[float, float, float]:
    f1 = 2 * hits / (reviewed + proposed) if reviewed + proposed else 0.0
    return round(hits / proposed if proposed else 0.0, 4), round(hits / reviewed if reviewed else 0.0, 4), round(f1, 4)


def _f1(counts: Sequence[Counts]) -> float:
    both = sum(each.reviewed + each.proposed for each in counts)
    return 2 * sum(each.exact for each in counts) / both if both else 0.0


def _interval(values: Sequence[float]) -> tuple[float, float]:
    return round(values[int(0.025 * len(values))], 4), round(values[int(0.975 * len(values))], 4)
