"""Line-end hyphens go where the word was broken and stay where the word has one."""

from __future__ import annotations

import pytest

from regesta.ingest.pdf.hyphens import Ending, Vocabulary, ending
from regesta.ingest.read import read


@pytest.mark.parametrize(
    ("word", "following", "elsewhere", "expected"),
    [
        ("confer-", "ence", "", Ending.JOINED),
        ("German-", "Soviet", "", Ending.KEPT),
        ("co-", "operation", "a cooperation", Ending.JOINED),
        ("co-", "operation", "the co-operation", Ending.KEPT),
        ("co-", "operation", "co-operation cooperation cooperation", Ending.JOINED),
        ("well-", "known", "a known man", Ending.KEPT),
        ("mid-", "dle", "", Ending.JOINED),
        ("1939-", "40", "", Ending.KEPT),
        ("GER-", "MANY", "", Ending.JOINED),
        ("Vor-", "und", "", Ending.SPACE),
        ("Gestapo–", "NKVD", "", Ending.KEPT),
        ("war—", "and", "", Ending.KEPT),
        ("and/", "or", "", Ending.KEPT),
        ("pris\u00ad", "oners", "", Ending.JOINED),
        ("confer‐", "ence", "", Ending.JOINED),
        ("Austro-Hun-", "garian", "", Ending.JOINED),
        ("said", "nothing", "", Ending.SPACE),
        ("会議は", "十二月", "", Ending.KEPT),
        ("-", "nothing", "", Ending.SPACE),
        ("–", "nothing", "", Ending.SPACE),
        ("1939-", "(", "", Ending.SPACE),
    ],
)
def test_the_documents_own_usage_decides_then_the_letters(word, following, elsewhere, expected):
    assert ending(word, following, Vocabulary(elsewhere.split())) is expected


@pytest.fixture
def reading(sheet, settings):
    made = sheet()
    made.lines(60, 120, ["The first confer-", "ence was about the German-", "Soviet border."])
    return read(made.bytes(), "hyphens.pdf", settings)


def test_a_broken_word_is_whole_in_the_text(reading):
    assert reading.text == "The first conference was about the German-Soviet border.\n"


def test_a_broken_word_has_two_boxes_with_adjoining_offsets(reading):
    first, second = [
        word for word in reading.layout[0].words if reading.text[word.start : word.end] in ("confer", "ence")
    ]
    assert first.end == second.start
    assert first.bottom < second.bottom
    assert second.x0 < first.x0


def test_a_word_is_whole_across_a_page_break(sheet, settings):
    made = sheet()
    made.lines(60, 140, ["Nobody knows who came to the second one of the two long confer-"])
    made.add_page()
    made.lines(60, 140, ["ences in that year, and nobody has asked."])
    reading = read(made.bytes(), "break.pdf", settings)
    assert "two long conferences in that year" in reading.text
    assert reading.layout[0].end == reading.layout[1].start
