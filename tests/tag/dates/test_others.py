"""Time expressions that are no date."""

from __future__ import annotations

import pytest

from regesta.tag.dates.others import others
from regesta.tag.dates.recognise import dates


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They talked for several weeks.", "several weeks", "PXW"),
        ("They talked for two days.", "two days", "P2D"),
        ("It took more than 20 years.", "more than 20 years", "P20Y"),
        ("A ten-day truce held.", "ten-day", "P10D"),
        ("It held for a week.", "a week", "P1W"),
        ("It had held for a decade.", "a decade", "P10Y"),
        ("A few months later it broke.", "A few months later", "FUTURE_REF"),
        ("They are now at home.", "now", "PRESENT_REF"),
        ("The former king wept.", "former", "PAST_REF"),
        ("They met daily.", "daily", "XXXX-XX-XX"),
        ("At that time nobody knew.", "that time", "PRESENT_REF"),
    ],
)
def test_how_long_and_how_often(text, words, value):
    assert [(text[one.start : one.end], one.value) for one in others(text, dates(text))] == [(words, value)]
    assert dates(text) == []


def test_what_is_a_date_is_not_told_twice():
    text = "They met on 5 May 1911 and stayed for the next two days."
    assert others(text, dates(text)) == []
