"""How sure a figure is: an interval from bootstrap samples of passages, the same on every machine."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

from regesta.model.draws import draws

#: Code points that are one passage: the sentences of a passage hang together, and whole sources are too few.
PASSAGE = 2000
#: Neighbouring passages are put together until there are no more than this: more take time and narrow nothing.
MOST = 100
#: With fewer passages, an interval would say more about the drawing than about the reviewers.
FEWEST = 5


class Placed(Protocol):
    """What stands somewhere in a source."""

    @property
    def source(self) -> str:
        """The citekey."""

    @property
    def start(self) -> int:
        """Code points from the start of the text."""


P = TypeVar("P", bound=Placed)
K = TypeVar("K", bound=Hashable)


def passages(units: Iterable[P]) -> list[list[P]]:
    """The units by passage, in the order of sources and texts."""
    found: dict[tuple[str, int], list[P]] = {}
    for unit in sorted(units, key=lambda each: (each.source, each.start)):
        found.setdefault((unit.source, unit.start // PASSAGE), []).append(unit)
    groups = list(found.values())
    step = -(-len(groups) // MOST) or 1
    return [[unit for group in groups[at : at + step] for unit in group] for at in range(0, len(groups), step)]


def interval(
    counts: Sequence[Mapping[K, float]], measure: Callable[[Mapping[K, float]], float | None]
) -> tuple[float, float] | None:
    """The 95 % interval of a measure of counts, which are given passage by passage; None where they are too few."""
    if len(counts) < FEWEST:
        return None
    columns = {name: [each.get(name, 0) for each in counts] for name in summed(counts)}
    values = []
    for sample in _samples(len(counts)):
        value = measure({name: sum(map(column.__getitem__, sample)) for name, column in columns.items()})
        if value is not None:
            values.append(value)
    values.sort()
    if not values:
        return None
    return values[int(0.025 * len(values))], values[int(0.975 * len(values))]


def summed(counts: Iterable[Mapping[K, float]]) -> dict[K, float]:
    """All counts added up."""
    found: dict[K, float] = {}
    for each in counts:
        for name, count in each.items():
            found[name] = found.get(name, 0) + count
    return found


@lru_cache(maxsize=4)
def _samples(size: int) -> list[list[int]]:
    return list(draws(size))
