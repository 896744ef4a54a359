"""Numbers in figures and words."""

from __future__ import annotations

import pytest

from regesta.tag.numbers import value_of


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("42,492", 42_492),
        ("1.200", 1_200),
        ("12 000", 12_000),
        ("3.5 million", 3_500_000),
        ("15 thousand", 15_000),
        ("twenty-five", 25),
        ("two hundred and fifty", 250),
        ("a hundred", 100),
        ("three dozen", 36),
        ("four thousand two hundred", 4_200),
        ("3.75", None),
        ("several", None),
    ],
)
def test_the_value_of_a_number(written: str, value: int | None) -> None:
    assert value_of(written) == value
