"""The values of turns, stretches, quarters and millennia."""

from __future__ import annotations

import pytest

from regesta.tag.dates.recognise import dates


def read(text: str, **told: str) -> list[tuple[str, str]]:
    return [(text[date.start : date.end], date.value) for date in dates(text, **told)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # the turn of what is named is its beginning
        ("It was built at the turn of the twentieth century.", "the turn of the twentieth century", "1890/1909"),
        ("It was built at the turn of the fifth century BC.", "the turn of the fifth century BC", "-0509/-0490"),
        ("It was built at the turn of the 1930s.", "the turn of the 1930s", "1929/1930"),
        ("He left at the turn of 1940.", "the turn of 1940", "1939-12/1940-01"),
        ("He left at the turn of the year 1939/40.", "the turn of the year 1939/40", "1939-12/1940-01"),
        (
            "It changed at the turn of the 19th and 20th centuries.",
            "the turn of the 19th and 20th centuries",
            "1890/1909",
        ),
        # so many days, months or years from the beginning or the end
        ("Exports rose in the first six months of 1958.", "the first six months of 1958", "1958-01/1958-06"),
        ("Exports rose in the last three months of 1958.", "the last three months of 1958", "1958-10/1958-12"),
        ("It rained in the first ten days of May 1958.", "the first ten days of May 1958", "1958-05-01/1958-05-10"),
        ("It rained in the last two weeks of May 1958.", "the last two weeks of May 1958", "1958-05-18/1958-05-31"),
        ("It rained in the first five years of the 1930s.", "the first five years of the 1930s", "1930/1934"),
        ("It rained in the last years of the 1930s.", "the last years of the 1930s", "1937/1939"),
        ("It rained in the early years of the 19th century.", "the early years of the 19th century", "1800/1833"),
        ("It rained in the closing days of May 1940.", "the closing days of May 1940", "1940-05-21/1940-05-31"),
        ("It fell in the first half of 1941.", "the first half of 1941", "1941-40"),
        ("It fell in Q3 1942.", "Q3 1942", "1942-35"),
        ("It fell in Q4 of 1942.", "Q4 of 1942", "1942-36"),
        ("It fell in 1942 Q3.", "1942 Q3", "1942-35"),
        # millennia
        ("It was built in the second millennium BC.", "the second millennium BC", "-1XXX"),
        ("It was built in the third millennium.", "the third millennium", "2XXX"),
        ("It was built in the early first millennium BC.", "the early first millennium BC", "-0999/-0666"),
        # figures with hyphens
        ("Entry: 31-12-45", "31-12-45", "1945-12-31"),
        ("Entry: 12-31-45", "12-31-45", "1945-12-31"),
    ],
)
def test_what_the_words_say(text, words, value):
    assert read(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In 1878 he came. It was built at the turn of the century.", "1890/1909"),
        ("In 1932 he came. Nothing was built since the turn of the century.", "1890/1909"),
        ("In May 1939 he came. At the turn of the year he left.", "1939-12/1940-01"),
        ("In January 1939 he came. At the turn of the year he had been ill.", "1938-12/1939-01"),
        ("In 1845 he came. He left by the end of the decade.", "1847/1849"),
        ("In 1845 he came. He left by the end of the century.", "1867/1899"),
        ("In 1845 he came. He left in the last months of that year.", "1845-09/1845-12"),
        ("In 1845 he came. He left in the first six months of the year.", "1845-01/1845-06"),
    ],
)
def test_what_the_story_says(text, value):
    assert read(text)[-1][1] == value


def test_a_turn_of_an_unnamed_century_stays_open_without_a_story():
    assert read("At the turn of the century it was quiet.") == [("the turn of the century", "")]


def test_figures_with_hyphens_stand_in_the_order_of_the_language():
    (english,), (american,) = dates("Entry: 8-5-45"), dates("Entry: 8-5-45", language="en-US")
    assert (english.value, [rival.value for rival in english.rivals]) == ("1945-05-08", ["1945-08-05"])
    assert (american.value, american.rivals) == ("1945-08-05", ())


@pytest.mark.parametrize(
    "text",
    ["Call 555-12-11-45.", "Lot 22-31-45.", "The first six members came.", "Q3 was hard.", "Late century art."],
)
def test_what_only_looks_like_a_date(text):
    assert read(text) == []
