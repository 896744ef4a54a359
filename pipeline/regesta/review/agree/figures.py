"""The figures of agreement: span F1, Cohen's kappa and Krippendorff's alpha, from the units that reviewers rated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations
from typing import Any

from msgspec import Struct


class Rated(Struct, frozen=True, kw_only=True, gc=False):
    """A unit as the figures need it: where it stands, and what each reviewer who looked says; empty for nothing."""

    source: str
    start: int
    ratings: Mapping[str, str]


#: Two ratings that met in a unit, and how often; or the name of a count.
Cell = tuple[str, str]
Table = Mapping[Cell, float]


#: With more units the library takes seconds; then the figures come from the tables, which a test holds against it.
MOST_FOR_LIBRARY = 2_000


def kappa(rated: Sequence[Rated], one: str, other: str) -> float | None:
    """Cohen's kappa (1960) of two reviewers over units that both rated; None where all ratings are the same."""
    if len(rated) > MOST_FOR_LIBRARY:
        return kappa_of(table(rated, one, other))
    data = [(name, at, unit.ratings[name]) for at, unit in enumerate(rated) for name in (one, other)]
    return float(_task(data).kappa_pairwise(one, other)) if _differ(data) else None


def alpha(rated: Iterable[Rated]) -> float | None:
    """Krippendorff's alpha for nominal ratings, of any number of reviewers who each may have left units out."""
    several = [unit.ratings for unit in rated if len(unit.ratings) > 1]
    if len(several) > MOST_FOR_LIBRARY:
        return alpha_of(coincidences(rated))
    data = [(name, at, said) for at, ratings in enumerate(several) for name, said in sorted(ratings.items())]
    return float(_task(data).alpha()) if _differ(data) else None


def _differ(data: Iterable[tuple[str, int, str]]) -> bool:
    """Whether there are two ratings at all; with one, agreement cannot be told from chance."""
    return len({rating for _, _, rating in data}) > 1


def _task(data: Sequence[tuple[str, int, str]]) -> Any:
    from nltk.metrics.agreement import AnnotationTask  # costs more than a second

    return AnnotationTask(data)


def f1(hits: float, one: float, other: float) -> float:
    """The harmonic mean of precision and recall, the same whichever of the two is taken for right; 0 of nothing."""
    return 2 * hits / (one + other) if one + other else 0.0


def table(rated: Iterable[Rated], one: str, other: str) -> Table:
    """How often each rating of the one met each of the other's."""
    return Counter((unit.ratings[one], unit.ratings[other]) for unit in rated)


def coincidences(rated: Iterable[Rated]) -> Table:
    """Krippendorff's matrix: each two ratings of a unit, both ways, so that a unit weighs as much as it has ratings."""
    found: dict[Cell, float] = {}
    for unit in rated:
        for pair in permutations(unit.ratings.values(), 2):
            found[pair] = found.get(pair, 0) + 1 / (len(unit.ratings) - 1)
    return found


def mirrored(met: Table) -> Table:
    """The matrix of coincidences of two reviewers, from their table."""
    found: dict[Cell, float] = {}
    for (one, other), count in met.items():
        for cell in ((one, other), (other, one)):
            found[cell] = found.get(cell, 0) + count
    return found


def kappa_of(met: Table) -> float | None:
    """Kappa from a table: what `kappa` says, fast enough for the many samples of a bootstrap."""
    number = sum(met.values())
    ones, others = _sums(met, 0), _sums(met, 1)
    chance = sum(count * others.get(rating, 0) for rating, count in ones.items())
    if number * number == chance:
        return None
    same = sum(count for (one, other), count in met.items() if one == other)
    return (number * same - chance) / (number * number - chance)


def alpha_of(met: Table) -> float | None:
    """Alpha from the matrix of coincidences: what `alpha` says, fast enough for the many samples of a bootstrap."""
    totals = _sums(met, 0)
    number = sum(totals.values())
    chance = number * number - sum(count * count for count in totals.values())
    if chance <= 0:
        return None
    differing = sum(count for (one, other), count in met.items() if one != other)
    return 1 - (number - 1) * differing / chance


def _sums(met: Table, side: int) -> dict[str, float]:
    sums: dict[str, float] = {}
    for cell, count in met.items():
        sums[cell[side]] = sums.get(cell[side], 0) + count
    return sums
