"""A model is kept only where it is better beyond doubt, and no worse on general prose."""

from __future__ import annotations

import pytest

from regesta.tag.training.keep import verdict


@pytest.mark.parametrize(
    ("gain", "general", "kept"),
    [
        ((0.01, 0.1), None, True),
        ((0.01, 0.1), (-0.02, 0.03), True),
        ((0.0, 0.1), None, False),
        ((-0.05, 0.1), (0.1, 0.2), False),
        ((0.01, 0.1), (-0.2, -0.05), False),
    ],
)
def test_the_verdict(gain, general, kept):
    assert verdict(gain, general)[0] is kept


def test_it_says_why():
    assert "worse on general prose (F1 -0.200 to -0.050)" in verdict((0.01, 0.1), (-0.2, -0.05))[1]
