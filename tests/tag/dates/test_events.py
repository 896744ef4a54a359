"""Phrases that count from an event take its date from their own clause, or stay open."""

from __future__ import annotations

import pytest

from regesta.tag.dates.recognise import Pin, dates


def phrase(text: str, words: str, **told: list[Pin]) -> tuple[str, str, str]:
    """The value and rule of the phrase with these words, and the words that it counts from."""
    found = dates(text, **told)
    (one,) = (date for date in found if text[date.start : date.end] == words)
    anchor = None if one.anchor is None else found[one.anchor]
    return one.value, one.rule, text[anchor.start : anchor.end] if anchor else ""


@pytest.mark.parametrize(
    ("text", "words", "value", "anchor"),
    [
        (
            "Two days after the fight at Rye on 5 May 1864, they left.",
            "Two days after",
            "1864-05-07",
            "5 May 1864",
        ),
        ("In 1945 it ended. Eight days after the truce on 9 May he fled.", "Eight days after", "1945-05-17", "9 May"),
        ("The day after the truce of 9 May 1945 he fled.", "The day after", "1945-05-10", "9 May 1945"),
        ("Three months after the coup of May 1926 it fell.", "Three months after", "1926-08", "May 1926"),
        ("Two years after the end of the war in 1918 it fell.", "Two years after", "1920", "1918"),
    ],
)
def test_the_clause_names_the_date_of_the_event(text, words, value, anchor):
    assert phrase(text, words) == (value, "offset", anchor)


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 1945 it began. Eight days after the truce, he fled.",
        "On 3 May 1945 it began. Eight days after the truce they fled on 9 May.",
        "On 3 May 1945 it began. Eight days after the truce, on 9 May, he fled.",
        "On 3 May 1945 it began. Eight days after the truce the army marched on 9 May.",
        "Eight days after the end of the war in 1945 he fled.",
    ],
)
def test_an_event_whose_date_the_clause_does_not_name_stays_open(text):
    assert phrase(text, "Eight days after") == ("", "event", "")


def test_a_phrase_follows_the_date_of_the_event_as_people_decided_it():
    text = "Eight days after the truce on 9 May 1945 he fled."
    start = text.index("9 May")
    pin = Pin(start=start, end=start + len("9 May 1945"), value="1945-05-08")
    assert phrase(text, "Eight days after", pins=[pin])[0] == "1945-05-16"
