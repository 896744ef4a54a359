"""What the words leave open is decided over the whole document."""

from __future__ import annotations

import pytest

from regesta.tag.dates.recognise import dates


def values(text: str, **told: str) -> list[str]:
    return [date.value for date in dates(text, **told)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the year is the one being told of, and rolls over
        ("The war began on 3 May 1911. On 9 June the town fell.", ["1911-05-03", "1911-06-09"]),
        ("In October 1911 snow fell. In January they gave up.", ["1911-10", "1912-01"]),
        ("By late 1911 it was lost. In February they gave up.", ["1911-09/1911-12", "1912-02"]),
        ("In April and May 1911 it rained.", ["1911-04", "1911-05"]),
        ("It rained from April to June 1911.", ["1911-04/1911-06"]),
        # a heading dates what stands under it
        ("# 1911\n\nIn May war came.\n\n# 1912\n\nIn April it ended.", ["1911", "1911-05", "1912", "1912-04"]),
        ("1911 — The war. Sept. 17: they land. Oct. 6: they win.", ["1911", "1911-09-17", "1911-10-06"]),
        ("# 1911\n\n- Sept.: war\n- 6 Oct.: peace", ["1911", "1911-09", "1911-10-06"]),
        (
            "| Event | 1911 | 1912 |\n|---|---|---|\n| Landing | 3 May | 9 April |\n| Retreat | June | 8 June |",
            ["1911", "1912", "1911-05-03", "1912-04-09", "1911-06", "1912-06-08"],
        ),
        (
            "| Date | Event |\n|:--|---|\n| 3 May 1911 | war |\n| 9 June | siege |\n| 2 January | peace |",
            ["1911-05-03", "1911-06-09", "1912-01-02"],
        ),
        (
            "CHRONICLE\n\n1911\nMay 3 War.\nJune 9 Siege.\n\n1912\nApril 1 Peace.",
            ["1911", "1911-05-03", "1911-06-09", "1912", "1912-04-01"],
        ),
        # parentheses, books and plans are steps aside
        (
            "On 3 May 1911 they met. The house (built in 1850) was cold. In June they met again.",
            ["1911-05-03", "1850", "1911-06"],
        ),
        (
            "In March 1911 he fled. In her 1987 book on the war a historian doubts it. In April he was back.",
            ["1911-03", "1987", "1911-04"],
        ),
        (
            "They met in March 1940. Her uncle, long at war (1914–1918), died. The next summer they parted.",
            ["1940-03", "1914/1918", "1940-22"],
        ),
        (
            "He wrote on 3 May 1911: “It will be over by Christmas.” Two days later it rained.",
            ["1911-05-03", "1911-12-25", "1911-05-05"],
        ),
        (
            "They met on 8 December 1939 and in April 1940.\n\nThe meeting of 8 December was the longest.",
            ["1939-12-08", "1940-04", "1939-12-08"],
        ),
        # relative phrases
        ("They met in 1911. Twenty-five years later they parted.", ["1911", "1936"]),
        ("They met in May 1911. Half a year later they parted.", ["1911-05", "1911-11"]),
        ("They met in May 1911. A year and a half later they parted.", ["1911-05", "1912-11"]),
        ("They met in 1911 and parted on 30 March the following year.", ["1911", "1912-03-30"]),
        ("They met on 5 May 1911. Yesterday, he wrote, it rained.", ["1911-05-05", "1911-05-04"]),
        ("They met in May 1911. On Tuesday, 14 May, they parted.", ["1911-05", "1912-05-14"]),
        ("They met on 31 December 1911 and again a day later.", ["1911-12-31", "1912-01-01"]),
        ("They met in December 1911, and in the following month they parted.", ["1911-12", "1912-01"]),
        ("They met on 5 May 1911 and stayed for the next two days.", ["1911-05-05", "1911-05-06/1911-05-07"]),
        ("They met on 5 May 1911. The same day they parted.", ["1911-05-05", "1911-05-05"]),
        ("They met on 5 May 1911. Later that month they parted.", ["1911-05-05", "1911-05"]),
        ("They met in May 1911. The following spring they parted.", ["1911-05", "1912-21"]),
        ("They met in May 1911. Two years before, they had parted.", ["1911-05", "1909"]),
        ("They met in May 1911. Later in the year they parted.", ["1911-05", "1911"]),
        ("They met in May 1911 and parted at the end of the year.", ["1911-05", "1911-09/1911-12"]),
        ("They met in May 1911 and parted at the end of the month.", ["1911-05", "1911-05-21/1911-05-31"]),
        ("They met on 5 May 1911 and parted on the 9th.", ["1911-05-05", "1911-05-09"]),
        ("They met on 5 May 1911 and parted on 9 June of that year.", ["1911-05-05", "1911-06-09"]),
        ("They met on Monday, 1 May 1911, and parted on Thursday.", ["1911-05-01", "1911-05-04"]),
        ("They met in 480 BC. The following year they parted.", ["-0479", "-0478"]),
        ("They met in May 1911, and two days later they parted.", ["1911-05", "1911-05-XX"]),
    ],
)
def test_context(text, expected):
    assert values(text) == expected


def test_what_nothing_tells_stays_open():
    assert values("We shall meet on 25 December. In May it is warm.") == ["XXXX-12-25", "XXXX-05"]


def test_the_source_s_own_date_tells_the_year_where_the_text_does_not():
    assert values("They were taken on 17 August.", issued="1942-09-01") == ["1942-08-17"]


def test_an_anchor_is_the_date_that_the_year_was_taken_from():
    first, second, third = dates("They met on 3 May 1911. On 9 June they parted. A day later it rained.")
    assert (first.anchor, second.anchor, third.anchor) == (None, 0, 1)
    assert (second.rule, third.rule) == ("same_year", "later")


def test_where_two_readings_are_close_the_other_is_kept_with_a_score():
    text = "In June 1911 they met. In January they had parted."
    _, second = dates(text)
    assert second.rivals
    assert 0 < second.rivals[0].score < second.score < 1


def test_one_digression_does_not_carry_the_rest_with_it():
    text = "In May 1911 war came.\n\nHer memoirs of 1955 are vivid. In June the town fell.\n\nIn July it was over."
    assert values(text) == ["1911-05", "1955", "1911-06", "1911-07"]


def test_a_section_may_go_back_within_the_year_of_its_heading():
    text = "# June 1911: the storm\n\nOver the winter there had been talk. In July it broke."
    assert values(text, winter="january") == ["1911-06", "1911-24", "1911-07"]


def test_a_document_of_many_dates_is_decided_in_blocks_with_one_flow():
    text = "".join(f"On 5 May {year} it began. On 9 June it ended.\n\n" for year in range(1200, 1700))
    found = dates(text)
    assert [date.value for date in found[1::2]] == [f"{year}-06-09" for year in range(1200, 1700)]
    assert [date.anchor for date in found[1::2]] == list(range(0, 1000, 2))


def test_days_after_an_event_stay_open():
    assert values("In 1911 he came, two days after the siege had begun.") == ["1911", ""]


def test_winter_is_named_as_the_settings_say():
    text = "In November 1911 they marched. They rested over the winter."
    assert values(text) == ["1911-11", "1911-24"]
    assert values(text, winter="january") == ["1911-11", "1912-24"]


def test_a_letter_is_read_from_its_own_day():
    text = "Yours of the 28th ult. came yesterday. Last week it rained; next month we go. On Saturday he left."
    assert values(text, issued="1894-05-07") == [
        "1894-04-28",
        "1894-05-06",
        "1894-04-30/1894-05-06",
        "1894-06",
        "1894-05-05",
    ]


def test_what_a_report_tells_of_earlier_years_does_not_carry_its_own_day_along():
    text = "Two men were shot on 3 March. In 2014 the town was shelled. Last week it was quiet."
    assert values(text, issued="2022-03-04") == ["2022-03-03", "2014", "2022-02-21/2022-02-27"]


def test_an_interview_goes_back_to_what_it_tells_of():
    text = "In June 1941 the war came. In September we were taken. In January it snowed."
    assert values(text, issued="1995-11-02") == ["1941-06", "1941-09", "1942-01"]
