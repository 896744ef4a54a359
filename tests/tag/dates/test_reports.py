"""Days of the week in news reports: seen from the dateline or from the day of the record."""

from __future__ import annotations

import pytest

from regesta.tag.dates.recognise import dates

REPORTS = {
    "a dateline with its year": (
        "KYIV, 4 March 2022 — Shells killed nine people in Kharkiv on Tuesday. Two others died on Sunday.",
        "",
        ["2022-03-04", "2022-03-01", "2022-02-27"],
    ),
    "what is planned lies ahead": (
        "KYIV, 4 March 2022 — Talks are scheduled for Monday. They met on Monday.",
        "",
        ["2022-03-04", "2022-03-07", "2022-02-28"],
    ),
    "the year of the record": (
        "MOSUL, Iraq (Reuters), May 11 - Gunmen killed nine people on Thursday.",
        "2007",
        ["2007-05-11", "2007-05-10"],
    ),
    "the end of a year": (
        "LUND, 30 December — The bridge fell on Monday.",
        "2002-01-02",
        ["2001-12-30", "2001-12-24"],
    ),
    "an agency behind the date": (
        "PORT-AU-PRINCE, Haiti, 11 May 2007 (AP) — Nine men were freed on Wednesday.",
        "",
        ["2007-05-11", "2007-05-09"],
    ),
    "published": (
        "Nine killed in Lund\n\nPublished: 4 March 2022\n\nA bomb exploded on Tuesday. Yesterday it was quiet.",
        "",
        ["2022-03-04", "2022-03-01", "2022-03-03"],
    ),
    "one report after another": (
        "LUND, 4 March 2022 — It rained on Tuesday.\n\nRIGA, 18 March 2022 — It snowed on Tuesday.",
        "",
        ["2022-03-04", "2022-03-01", "2022-03-18", "2022-03-15"],
    ),
    "the day of the record alone": (
        "Gunmen killed nine people late on Tuesday. Two others were shot on Sunday.",
        "2022-03-04",
        ["2022-03-01", "2022-02-27"],
    ),
    "of the same day": ("A bomb exploded on Friday.", "2022-03-04", ["2022-03-04"]),
    "what was told of earlier keeps its own week": (
        "The siege began on 3 January 2022. On Wednesday the town fell.",
        "2022-03-04",
        ["2022-01-03", "2022-01-05"],
    ),
    "no day is known": ("A bomb exploded on Tuesday.", "2022-03", ["2022-03-XX"]),
    "a story has no dateline": (
        "On 4 March 1922 – a dark day – the siege began. On Tuesday the town fell.",
        "",
        ["1922-03-04", "1922-03-07"],
    ),
}


@pytest.mark.parametrize(("text", "issued", "expected"), REPORTS.values(), ids=REPORTS)
def test_days_of_the_week_in_reports(text, issued, expected):
    assert [date.value for date in dates(text, issued=issued)] == expected


def test_the_dateline_is_the_anchor_and_the_rule_says_so():
    dateline, tuesday = dates("KYIV, 4 March 2022 — Shells killed nine people on Tuesday.")
    assert dateline.anchor is None
    assert (tuesday.anchor, tuesday.rule) == (0, "weekday_of_report")
