"""Foreign text goes to a terminal without its power over it."""

from __future__ import annotations

import pytest

from regesta.cli.common import safe


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Przemyśl 𝔘 é", "Przemyśl 𝔘 é"),
        ("\x1b[31mred", "\\u001b[31mred"),
        ("a\u202eb", "a\\u202eb"),
        ("line\nnext\ttab", "line\nnext\ttab"),
        ("\ud800", "\\ud800"),
    ],
)
def test_control_and_bidi_characters_are_written_out(text: str, shown: str) -> None:
    assert safe(text) == shown
