"""Words and numbers that only look like dates."""

from __future__ import annotations

import pytest

from regesta.tag.dates.recognise import dates


@pytest.mark.parametrize(
    "text",
    [
        "The troops had to march 286 miles.",
        "Any benefit may follow.",
        "May I ask you to leave?",
        "The Long March was over.",
        "The March on Rome was over.",
        "The fall of the city was near.",
        "They crossed by a spring in the wood.",
        "Order No. 2914 was read out.",
        "See page 1939 and vol. 1812.",
        "A force of 1,939 men was there.",
        "Some 1500 soldiers were there.",
        "They paid $1800 for it.",
        "The train left at 1530 hours.",
        "They were held for several weeks.",
        "He stayed for two days.",
        "The 38th parallel and the 5th Army were far.",
        "The second half was better.",
        "He was 39 and she was 41.",
        "It is kept at https://example.org/1939/09/17/page-1940.html there.",
        "In 12 villages there was no bread.",
        "The Black September group was named.",
        "The October Revolution was named.",
        "The Easter Rising was named.",
        "Mr. Jan Sun sat down.",
        "He sat in the sun on a mar.",
        "It lies 1939 m above the sea.",
        "a 1500-ton ship",
        "3.1415 and 1939.5 and 12%",
        "The 30 February 1921 is no day.",
        "On 31 April 1921 nothing was.",
        "In the second year of the war there was no bread.",
        "He had 300 men, 450 horses and 120 guns. In 500 cases the answer was no.",
        "Bed 1944 and lot 1812 were empty.",
        "The song is called “Yesterday”.",
        "He was transferred to the 9th, which was full.",
        "He had gone ad hoc, and 12 ce were left.",
    ],
)
def test_no_date(text):
    found = [
        (text[date.start : date.end], date.value)
        for date in dates(text)
        if date.value not in ("1921", "1921-02", "1921-04")
    ]
    assert found == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In May they came back from 1921.", ["May", "1921"]),
        ("They came in the spring, as in 1921.", ["the spring", "1921"]),
        ("The 1921 campaigns were the last.", ["1921"]),
        ("Half of 1921's harvest was lost.", ["1921"]),
        ("He ruled from 1884 to 1888 there.", ["from 1884 to 1888"]),
        ("The period 1717–23 was calm.", ["1717–23"]),
        ("In 1941/42, they came.", ["1941/42"]),
        ("The play (c.1608) is his.", ["c.1608"]),
        ("The 1988 Winter Games were cold.", ["1988"]),
        ("On our last day in 1988 we wept.", ["1988"]),
        ("In 1988 the first October days were cold.", ["1988", "October"]),
        ("She gave a 1996 interview.", ["1996"]),
        ("1921 was a bad year, and in 1922 it was worse.", ["1921", "1922"]),
    ],
)
def test_what_is_one_all_the_same(text, words):
    assert [text[date.start : date.end] for date in dates(text)] == words


def test_who_knows_the_verbs_may_say_so():
    text = "In 1921 they met. In March it was over."
    assert [text[date.start : date.end] for date in dates(text)] == ["1921", "March"]
    assert [text[date.start : date.end] for date in dates(text, is_date_word=lambda *_: False)] == ["1921"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In 1863 they met. By August 11, 1350 soldiers had gone.", ["1863", "August 11"]),
        ("In 1863 they met. By August 11, 1350 Confederates had gone.", ["1863", "August 11"]),
        ("In 1863 they met. On August 11, 1864 Confederates came.", ["1863", "August 11, 1864"]),
        ("A storm on the 14th sank them in 1854.", ["the 14th", "1854"]),
        ("In 871 Alfred ruled. In 878 he won, and in 886 he took London.", ["871", "878", "886"]),
        ("From 991 to 1012 tribute was paid. In 1016 the king died.", ["From 991 to 1012", "1016"]),
        ("He ruled (r. 1327–1377) long.", ["1327–1377"]),
        ("In the 1982 Falklands War he flew.", ["1982"]),
    ],
)
def test_counts_and_years_side_by_side(text, words):
    assert [text[date.start : date.end] for date in dates(text)] == words
