"""Datelines: where and when a report was sent."""

from __future__ import annotations

import pytest

from regesta.edtf.dateline import datelines, is_of_dateline


@pytest.mark.parametrize(
    "text",
    [
        "LUND, Sweden, 12 May 2014 (Agency) - Masked men",
        "LUND (Agency) - Masked men",
        "LUND, 4 March 2022 – The mayor",
        "LUND, Sweden (AP), Friday, May 11 - Two men",
        "LUND, March 3 (AFP) -- Police",
    ],
)
def test_a_line_that_begins_with_one_is_found(text: str) -> None:
    assert datelines(f"{text} came.\n\nThen they left.") == [0]


@pytest.mark.parametrize(
    "text", ["THE WAR - volume 2", "He came to Lund - in 1921 - and left.", "LUND was taken in 1921 - by Danes."]
)
def test_other_lines_begin_with_none(text: str) -> None:
    assert datelines(text) == []


def test_each_report_of_a_text_has_its_own() -> None:
    text = "Two reports\n\nLUND, 4 March 1922 - One.\n\nMore.\n\nYSTAD, 5 March 1922 - Two."
    assert [text[at : at + 4] for at in datelines(text)] == ["LUND", "YSTA"]


def test_its_date_is_told_from_others() -> None:
    assert is_of_dateline("LUND, ", " – The mayor")
    assert not is_of_dateline("The mayor came to Lund on ", " and left")
