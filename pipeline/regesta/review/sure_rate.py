"""How often proposals of a kind turn out to be right: as measured before, and as people decide in this project.

A kind is a label, what proposed it (of a date the rule that read it, else the component), and a band of scores. Scores
alone do not tell, since two components that both are certain are not right equally often.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from msgspec import Struct

from regesta.model.digest import digest
from regesta.model.mention import Mention
from regesta.model.reviewed import Standing

#: So many decisions of this project weigh as much as all that was measured before.
_PRIOR = 10
#: The lower ends of the bands of scores.
BANDS = (1.0, 0.95, 0.9, 0.8, 0.7, 0.6, 0.0)

Sort = tuple[str, str, float]


class Rate(Struct):
    """Of so many decided proposals, so many were right as proposed."""

    right: int = 0
    decided: int = 0


def sort_of(proposal: Mention) -> Sort:
    """The kind of a proposal; what has no score is in the lowest band."""
    score = round(proposal.by.score or 0.0, 2)
    by = proposal.rule if proposal.label == "DATE" else proposal.by.component
    return proposal.label, by, next(band for band in BANDS if score >= band)


class SureRate:
    """The share of right proposals by kind, kept up with each decision."""

    def __init__(self, measured: Mapping[Sort, Rate] | None = None) -> None:
        self._measured = _shipped() if measured is None else measured
        self._rates: dict[Sort, Rate] = {}
        self._filed: dict[str, tuple[Sort, bool]] = {}

    def file(self, name: str, standing: Standing[Mention] | None, *, seen: bool) -> None:
        """Files a mention as it stands now; `seen`: a person looked at it by itself, or at its line in a preview."""
        before = self._filed.pop(name, None)
        if before is not None:
            self._count(*before, -1)
        if standing is None or standing.proposal is None or standing.status not in ("accepted", "rejected") or not seen:
            return
        right = standing.status == "accepted" and digest(standing.record) == digest(standing.proposal)
        self._filed[name] = sort_of(standing.proposal), right
        self._count(*self._filed[name], 1)

    def decided(self, name: str) -> bool:
        """Whether somebody looked at this mention and decided it."""
        return name in self._filed

    def error(self, proposal: Mention) -> float:
        """The share of proposals of this kind that is expected to be wrong."""
        sort = sort_of(proposal)
        measured, here = self._measured.get(sort, Rate()), self._rates.get(sort, Rate())
        # Nothing was measured: one in two, as if a single one had been seen.
        share = (measured.right + 0.5) / (measured.decided + 1)
        weight = min(_PRIOR, measured.decided + 1)
        return 1 - (here.right + share * weight) / (here.decided + weight)

    def _count(self, sort: Sort, right: bool, by: int) -> None:
        rate = self._rates.setdefault(sort, Rate())
        rate.decided += by
        rate.right += by * right


@cache
def _shipped() -> dict[Sort, Rate]:
    """What `tests/benchmarks/sure.py` measured on texts that nothing is scored on."""
    rows = tomllib.loads(files("regesta.review").joinpath("sure.toml").read_text("utf-8"))["kind"]
    return {
        (row["label"], row["by"], float(row["score"])): Rate(right=row["right"], decided=row["decided"]) for row in rows
    }
