"""What holds for every text whatsoever."""

from __future__ import annotations

import gc
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.edtf import is_valid, parse
from regesta.tag.dates.pins import Pin
from regesta.tag.dates.recognise import dates
from regesta.tag.dates.words import languages, lexicon

WORDS = [
    "the",
    "a",
    "of",
    "in",
    "on",
    "from",
    "to",
    "between",
    "and",
    "until",
    "same",
    "that",
    "this",
    "next",
    "following",
    "previous",
    "later",
    "before",
    "after",
    "early",
    "mid-",
    "late",
    "end",
    "beginning",
    "first",
    "half",
    "quarter",
    "13th",
    "5th",
    "last",
    "two",
    "several",
    "days",
    "week",
    "month",
    "year",
    "years",
    "century",
    "decade",
    "spring",
    "winter",
    "January",
    "May",
    "march",
    "Sept.",
    "Monday",
    "Sunday",
    "6",
    "7",
    "31",
    "1939",
    "1940",
    "480",
    "BC",
    "AD",
    "1930s",
    "19th",
    "Christmas",
    "Easter",
    "D-Day",
    "night",
    "morning",
    "–",
    "-",
    "/",
    ",",
    ".",
    "(",
    ")",
    '"',
    ":",
    "\n",
    "\n\n",
    "#",
    "=",
    "6.12.1939",
    "5/6/40",
    "1939-12-06",
    "of",
    "that",
    "year",
    "about",
    "since",
    "Zakopane",
    "was",
    "turn",
    "first",
    "six",
    "months",
    "century",
    "after",
    "Q3",
    "8-5-45",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=120))
def test_any_text_gives_valid_values_with_ordered_bounds_and_exact_offsets(text):
    end = 0
    found = dates(text)
    for index, date in enumerate(found):
        assert end <= date.start < date.end <= len(text)
        assert text[date.start : date.end].strip() == text[date.start : date.end]
        end = date.end
        assert 0 <= date.score <= 1
        assert date.anchor is None or (0 <= date.anchor < len(found) and date.anchor != index)
        for value in (date.value, *(rival.value for rival in date.rivals), *(part.value for part in date.parts)):
            if value:
                bounds = parse(value)
                assert bounds.earliest is None or bounds.latest is None or bounds.earliest <= bounds.latest
        for part in date.parts:
            assert date.start <= part.start < part.end <= date.end
            assert is_valid(part.value)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(languages()),
    st.data(),
    st.sampled_from(["", "1939-12-06", "1939", "-0479-04"]),
)
def test_any_text_in_any_language_with_any_pins_gives_dates_in_order(language, data, issued):
    words = [*lexicon(language).codes, *WORDS]
    text = data.draw(st.lists(st.sampled_from(words), max_size=30).map(" ".join))
    spots = st.integers(0, max(0, len(text) - 1))
    values = st.sampled_from(["1940-05", "1940-05-06", "1939/1941", "../1940", "", "no date", "-0479", "1940-24"])
    drawn = st.lists(st.tuples(spots, st.integers(1, 9), values, st.booleans()), max_size=4 if text else 0)
    pins = [
        Pin(start=start, end=min(len(text), start + length), value=value, is_date=is_date)
        for start, length, value, is_date in data.draw(drawn)
    ]
    found = dates(text, language=language, issued=issued, pins=pins)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(not date.value or is_valid(date.value) for date in found)
    assert found == dates(text, language=language, issued=issued, pins=pins)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join))
def test_the_same_text_gives_the_same_dates(text):
    assert dates(text) == dates(text)


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "1 ",
            "1",
            "1-",
            "1939 ",
            "1939-",
            "May ",
            "the ",
            "(",
            '"',
            "\n",
            "1.1.",
            "' ",
            "$1,",
            "A.",
            "x",
            "é",
            "13th ",
        ),
        *(
            "a day later ",
            "In May ",
            "from 1 to ",
            "the end of ",
            "5 May (",
            "# 1939\n",
            "between ",
            "in 1939, in May, ",
            "| 3 May ",
            "| 1939 |\n|--|\n",
            "|-",
            "twenty-five ",
            "nineteen forty-one, ",
            "May 5, 1350 men ",
            "May 5, 6, 7 and ",
            "anno 1 ",
            "third year of ",
            "3 Brumaire an ",
            "5 May 1711/",
            "half a year and ",
            "in 871, ",
            "two days after the fall of ",
            "the first six months of ",
            "the turn of the ",
            "8-5-45-",
        ),
    ],
)
def test_the_work_grows_with_the_length_and_not_faster(piece):
    def cost(characters: int) -> float:
        text = piece * (characters // len(piece))
        best = float("inf")
        for _ in range(2):
            started = time.process_time()
            dates(text)
            best = min(best, time.process_time() - started)
        return best

    # Eight times the text: about 8 where the work is linear, 64 where it grows with the square. Without the collector,
    # whose rounds take longer the more there is.
    gc.disable()
    try:
        assert cost(8_000) <= 22 * max(cost(1_000), 0.001)
    finally:
        gc.enable()
