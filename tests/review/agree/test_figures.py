"""Kappa and alpha against worked examples from the literature, and the fast forms against the library."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.review.agree.figures import Rated, alpha, alpha_of, coincidences, f1, kappa, kappa_of, mirrored, table


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


def test_kappa_of_cohen_s_two_hundred_patients() -> None:
    """Cohen's table of proportions, and that he "reports .492": help of `cohen.kappa` in the R package psych."""
    units = met({"aa": 88, "ab": 14, "ac": 18, "ba": 10, "bb": 40, "bc": 10, "ca": 2, "cb": 6, "cc": 12})
    assert kappa(units, "r0", "r1") == pytest.approx(0.492, abs=0.0005)


def test_kappa_of_artstein_and_poesio() -> None:
    """The data that NLTK's documentation of `AnnotationTask` takes from their survey: observed .88, pi .79953, S .82.

    The kappa is what the Rust crate nltk_metrics tests for the same file.
    """
    cells = {"ss": 46, "si": 6, "ii": 32, "ci": 6, "cc": 10}
    assert sum(count for (one, other), count in cells.items() if one == other) == 88
    both = {name: sum(count * pair.count(name) for pair, count in cells.items()) / 200 for name in "sic"}
    chance = sum(share * share for share in both.values())
    assert (0.88 - chance) / (1 - chance) == pytest.approx(0.79953, abs=0.000005)
    assert kappa(met(cells), "r0", "r1") == pytest.approx(0.8013245033)


def test_alpha_of_two_observers_and_two_values() -> None:
    """Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), A: 0.095, of the coincidences 10 4 / 4 2."""
    units = rated("0100000010", "1110010000")
    assert coincidences(units) == {("0", "0"): 10, ("0", "1"): 4, ("1", "0"): 4, ("1", "1"): 2}
    assert alpha(units) == pytest.approx(0.095, abs=0.0005)


def test_alpha_of_four_observers_with_gaps() -> None:
    """The same, C, which NLTK's own tests have as `test_advanced`, and the package krippendorff in its docstring."""
    units = rated("123321412***", "1233224125*3", "*3332342251*", "12332441251*")
    assert alpha(units) == pytest.approx(0.743421052632)


def test_alpha_of_three_coders_who_each_left_much_out() -> None:
    """Wikipedia, "Krippendorff's alpha", the computational example: 0.691; also `sample.py` of krippendorff."""
    units = rated("*****34121133*3", "1*213343*******", "**21344*21133*4")
    assert alpha(units) == pytest.approx(0.691, abs=0.0005)


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


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(*[st.sampled_from("abc")] * 2), max_size=30))
def test_the_matrix_of_two_is_their_table_both_ways(pairs: list[tuple[str, str]]) -> None:
    units = [Rated(source="s", start=at, ratings=dict(zip("xy", pair, strict=True))) for at, pair in enumerate(pairs)]
    assert mirrored(table(units, "x", "y")) == coincidences(units)


def test_of_very_many_units_the_figures_come_from_tables() -> None:
    units = rated("ab" * 1500, "a" * 2999 + "b")
    assert kappa(units, "r0", "r1") == kappa_of(table(units, "r0", "r1"))
    assert alpha(units) == alpha_of(coincidences(units))
