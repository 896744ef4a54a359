"""When a figure of agreement says little or nothing, in words for those who would quote it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from regesta.review.agree.figures import Rated

#: With fewer units, one answer more or less moves every figure by several hundredths.
FEW = 30
#: With fewer, no figure is worth quoting at all.
TOO_FEW = 10
#: A share of one answer from which kappa and alpha fall steeply with every single disagreement.
PREVALENT = 0.9


def cautions(rated: Sequence[Rated], number: int, same: int, kept: int) -> Iterator[str]:
    """What to know before one quotes the figures of these units.

    `number` of them are asked about, `same` is on how many of those the reviewers agree, and `kept` how many of these
    are proposals that all accepted as they were.
    """
    if not number:
        yield "there is nothing that both have looked at"
        return
    yield from few(number)
    said = Counter(answer for unit in rated for answer in unit.ratings.values())
    most, count = max(said.items(), key=lambda each: (each[1], each[0]))
    share = count / sum(said.values())
    if len(said) == 1:
        yield f"all answers are {_named(most)}: kappa and alpha cannot tell that from chance, and are left out"
    elif share >= PREVALENT:
        yield (
            f"at least {PREVALENT:.0%} of the answers are {_named(most)}: kappa and alpha are unstable, and can be low "
            "where people agree nearly always; read the share that is the same, and the differences"
        )
    if kept:
        yield (
            f"{kept} of {same} agreements are proposals that both accepted as they were: they saw the same suggestion, "
            f"so these agreements are not independent; of the other {number - kept} units they agree on {same - kept}"
        )


def few(number: int) -> Iterator[str]:
    """What to know of figures that rest on so few units."""
    if number < TOO_FEW:
        yield f"fewer than {TOO_FEW} units: no figure means anything"
    elif number < FEW:
        yield f"fewer than {FEW} units: one answer more or less moves every figure"


def _named(answer: str) -> str:
    return answer or "“nothing here”"
