"""What comes out of a comparison of reviewers; as JSON, too."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from regesta.review.agree.opinions import Mark


class Figure(Struct, frozen=True, kw_only=True):
    """A figure with its 95 % interval, which is left out where there are too few passages to draw from."""

    value: float
    low: float | None = None
    high: float | None = None


class Figures(Struct, frozen=True, kw_only=True):
    """How two reviewers, or all, agree on some units; what cannot be said is None, and `cautions` say why.

    `same` is the share of units to which they give the same label, or both none. `strict` and `relaxed` are F1 of
    spans. `values` is the share of marks with the same label that have the same value, too. Of the units on which they
    agree, `kept` are proposals that both accepted as they were; `apart` is the share of all others that are the same.
    """

    name: str
    units: int
    same: float | None = None
    strict: Figure | None = None
    relaxed: Figure | None = None
    kappa: Figure | None = None
    alpha: Figure | None = None
    values: float | None = None
    kept: int = 0
    apart: float | None = None
    cautions: list[str] = []


class Pair(Struct, frozen=True, kw_only=True):
    """Two reviewers: all their mentions together, then by label and by source; what they say of claims and joins."""

    reviewers: tuple[str, str]
    all: Figures
    labels: list[Figures] = []
    sources: list[Figures] = []
    claims: list[Figures] = []
    joins: list[Figures] = []


Kind = Literal["label", "span", "value", "missing", "claim", "join"]


class Difference(Struct, frozen=True, kw_only=True):
    """A place where two reviewers differ, with the text around it.

    `answers` has a mark, or None for nothing; of claims and joins, words. `about` names the claim, or the two that were
    to be joined.
    """

    reviewers: tuple[str, str]
    source: str
    start: int
    end: int
    kind: Kind
    answers: dict[str, Mark | str | None]
    about: str = ""
    before: str = ""
    quote: str = ""
    after: str = ""


class Agreement(Struct, frozen=True, kw_only=True):
    """All of it. `overall` is of all reviewers at once, where more than one pair has something in common.

    `lengths` has the code points of each source in which they differ.
    """

    reviewers: list[str]
    pairs: list[Pair]
    overall: Figures | None = None
    differences: list[Difference] = []
    lengths: dict[str, int] = {}
