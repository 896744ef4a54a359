"""Kappa and alpha against worked examples from the literature, and the fast forms against the library."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.review.agree.figures import Rated, alpha, alpha_of, coincidences, f1, kappa, kappa_of, table


def rated(*rows: str) -> list[Rated]:
    """One string a reviewer, one character a unit; `*` where the reviewer said nothing."""
    return [
        Rated(source="s", start=at, ratings={f"r{row}": said for row, said in enumerate(unit) if said != "*"})
        for at, unit in enumerate(zip(*rows, strict=True))
    ]


def met(cells: dict[str, int]) -> list[Rated]:
    """Two reviewers, from how often each two ratings met."""
    ones = "".join(pair[0] * count for pair, count in cells.items())
    others = "".join(pair[1] * count for pair, count in cells.items())
    return rated(ones, others)


def test_kappa_of_cohen_1960_table_2() -> None:
    """Cohen, "A coefficient of agreement for nominal scales" (1960): po = .70, pc = .41, kappa = .492."""
    units = met({"aa": 88, "ab": 14, "ac": 18, "ba": 10, "bb": 40, "bc": 10, "ca": 2, "cb": 6, "cc": 12})
    assert kappa(units, "r0", "r1") == pytest.approx(0.492, abs=0.0005)


def test_kappa_of_artstein_and_poesio_2008() -> None:
    """Artstein and Poesio, "Inter-Coder Agreement for Computational Linguistics" (2008): 0.88 − 0.396 / 1 − 0.396."""
    units = met({"ss": 46, "si": 6, "ii": 32, "ci": 6, "cc": 10})
    assert kappa(units, "r0", "r1") == pytest.approx(0.801, abs=0.0005)


def test_alpha_of_krippendorff_2011_binary() -> None:
    """Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), A: two observers, two values, 0.095."""
    assert alpha(rated("0100000010", "1110010000")) == pytest.approx(0.095, abs=0.0005)


def test_alpha_of_krippendorff_2011_nominal() -> None:
    """The same, B: two observers, five values, no gaps, alpha = 0.692."""
    assert alpha(rated("aabbdcccedda", "babbbcccEddd".lower())) == pytest.approx(0.692, abs=0.0005)


def test_alpha_of_krippendorff_2011_with_gaps() -> None:
    """The same, C: four observers, twelve units, some not rated, alpha = 0.743."""
    units = rated("123321412***", "1233224125*3", "*3332342251*", "12332441251*")
    assert alpha(units) == pytest.approx(0.743, abs=0.0005)


def test_with_one_rating_alone_agreement_cannot_be_told_from_chance() -> None:
    units = rated("aaaa", "aaaa")
    assert (kappa(units, "r0", "r1"), alpha(units)) == (None, None)
    assert (kappa_of(table(units, "r0", "r1")), alpha_of(coincidences(units))) == (None, None)


def test_f1_is_the_same_whoever_is_taken_for_right() -> None:
    assert f1(3, 4, 6) == f1(3, 6, 4) == pytest.approx(0.6)
    assert f1(0, 0, 0) == 0


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(*[st.sampled_from("abc")] * 2), min_size=2, max_size=30))
def test_the_fast_kappa_is_the_library_s(pairs: list[tuple[str, str]]) -> None:
    units = rated(*("".join(side) for side in zip(*pairs, strict=True)))
    slow, fast = kappa(units, "r0", "r1"), kappa_of(table(units, "r0", "r1"))
    assert fast == (slow if slow is None else pytest.approx(slow))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(*[st.sampled_from("ab*")] * 3), min_size=2, max_size=30))
def test_the_fast_alpha_is_the_library_s(rows: list[tuple[str, str, str]]) -> None:
    units = [unit for unit in rated(*("".join(side) for side in zip(*rows, strict=True))) if len(unit.ratings) > 1]
    slow, fast = alpha(units), alpha_of(coincidences(units))
    assert fast == (slow if slow is None else pytest.approx(slow))
