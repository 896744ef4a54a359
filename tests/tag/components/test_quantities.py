"""How many of what, as the words bound it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regesta.model.mention import Mention

Tag = Callable[..., list[Mention]]


@pytest.mark.parametrize(
    ("text", "exact", "value"),
    [
        (
            "They took a total of 3,217 Danish prisoners of war.",
            "a total of 3,217 Danish prisoners of war",
            "3217 prisoner of war",
        ),
        ("Some 60,000 refugees crossed.", "Some 60,000 refugees", "60000~ refugee"),
        ("He saw between 20 and 30 officers there.", "between 20 and 30 officers", "20..30 officer"),
        ("At least forty people died.", "At least forty people", "40.. person"),
        ("Up to 200 armed men came.", "Up to 200 armed men", "..200 man"),
        ("Several thousand civilians fled.", "Several thousand civilians", "2000..9999 civilian"),
        ("Two hundred and fifty Jews were taken.", "Two hundred and fifty Jews", "250 Jew"),
        ("About 15 to 20 houses burnt.", "About 15 to 20 houses", "15..20~ house"),
        ("They lost 900 Pakistanis.", "900 Pakistanis", "900 Pakistani"),
        ("That day 42 were killed.", "42", "42 person"),
    ],
)
def test_a_quantity(tag: Tag, text: str, exact: str, value: str) -> None:
    assert [(mention.exact, mention.value) for mention in tag(text, "QUANTITY")] == [(exact, value)]


@pytest.mark.parametrize(
    "text",
    [
        "On 12 May 1921 officers came.",
        "It lay 40 miles away.",
        "After three years he left.",
        "See page 12 officers' list.",
        "One man came.",
    ],
)
def test_what_counts_nothing(tag: Tag, text: str) -> None:
    assert tag(text, "QUANTITY") == []
