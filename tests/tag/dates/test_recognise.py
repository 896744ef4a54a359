"""What the words of a date say: the span, the value, and the two ends of a range."""

from __future__ import annotations

import pytest

from regesta.tag.dates.recognise import dates


def read(text: str, **told: str) -> list[tuple[str, str]]:
    return [(text[date.start : date.end], date.value) for date in dates(text, **told)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # full dates, in every order
        ("They met on 14 March 1921 in Riga.", "14 March 1921", "1921-03-14"),
        ("They met on March 14, 1921, in Riga.", "March 14, 1921", "1921-03-14"),
        ("They met on March 14th, 1921.", "March 14th, 1921", "1921-03-14"),
        ("They met on the 14th of March 1921.", "the 14th of March 1921", "1921-03-14"),
        ("They met on the 14th of March, 1921.", "the 14th of March, 1921", "1921-03-14"),
        ("They met on 14th March, 1921.", "14th March, 1921", "1921-03-14"),
        ("They met on the 14th day of March 1921.", "the 14th day of March 1921", "1921-03-14"),
        ("They met on March the 14th 1921.", "March the 14th 1921", "1921-03-14"),
        ("They met on Monday, 14 March 1921.", "Monday, 14 March 1921", "1921-03-14"),
        ("They met on Mar. 14, 1921.", "Mar. 14, 1921", "1921-03-14"),
        ("They met on 14 Sept. 1921.", "14 Sept. 1921", "1921-09-14"),
        ("Entry: 1921 March 14", "1921 March 14", "1921-03-14"),
        ("Entry: 1921-03-14", "1921-03-14", "1921-03-14"),
        ("Entry: 14.3.1921", "14.3.1921", "1921-03-14"),
        ("Entry: 14.III.1921", "14.III.1921", "1921-03-14"),
        ("Entry: 14th III. 1921", "14th III. 1921", "1921-03-14"),
        ("They met on 14. March 1921.", "14. March 1921", "1921-03-14"),
        ("They met on March 14., 1921.", "March 14., 1921", "1921-03-14"),
        ("Entry: 14/3/1921", "14/3/1921", "1921-03-14"),
        ("Entry: 3/14/1921", "3/14/1921", "1921-03-14"),
        ("They met on the night of 14 March 1921.", "the night of 14 March 1921", "1921-03-14"),
        # months, seasons, parts
        ("It was signed in March 1921.", "March 1921", "1921-03"),
        ("It was signed in March of 1921.", "March of 1921", "1921-03"),
        ("It was signed in March, 1921.", "March, 1921", "1921-03"),
        ("It was signed in early March 1921.", "early March 1921", "1921-03-01/1921-03-10"),
        ("It was signed in mid-March 1921.", "mid-March 1921", "1921-03-11/1921-03-20"),
        ("It was signed in late February 1920.", "late February 1920", "1920-02-21/1920-02-29"),
        ("It was signed at the end of March 1921.", "the end of March 1921", "1921-03-21/1921-03-31"),
        ("It was signed in the first half of March 1921.", "the first half of March 1921", "1921-03-01/1921-03-15"),
        ("It was signed in the spring of 1921.", "the spring of 1921", "1921-21"),
        ("It was signed in summer 1921.", "summer 1921", "1921-22"),
        ("It was signed in the fall of 1921.", "the fall of 1921", "1921-23"),
        ("It was signed in the winter of 1921–22.", "the winter of 1921–22", "1921-24"),
        ("It was signed in the second quarter of 1921.", "the second quarter of 1921", "1921-34"),
        ("It was signed in the latter half of 1921.", "the latter half of 1921", "1921-41"),
        # years, decades, centuries
        ("It was signed in 1921.", "1921", "1921"),
        ("It was signed in late 1921.", "late 1921", "1921-09/1921-12"),
        ("It was signed in mid-1921.", "mid-1921", "1921-05/1921-08"),
        ("It was signed at the beginning of 1921.", "the beginning of 1921", "1921-01/1921-04"),
        ("It was signed in the year 1921.", "the year 1921", "1921"),
        ("It was signed around 1921.", "around 1921", "1921~"),
        ("It was signed c. 1921.", "c. 1921", "1921~"),
        ("It was signed in the 1920s.", "the 1920s", "192X"),
        ("It was signed in the late 1920s.", "the late 1920s", "1927/1929"),
        ("It was signed in the nineteenth century.", "the nineteenth century", "18XX"),
        ("It was signed in the early 19th century.", "the early 19th century", "1800/1833"),
        ("It fell in 146 BC.", "146 BC", "-0145"),
        ("It fell in 146 B.C. at last.", "146 B.C.", "-0145"),
        ("It fell in AD 70.", "AD 70", "0070"),
        ("It fell in the 480s BC.", "the 480s BC", "-0488/-0479"),
        ("It fell in the 5th century BC.", "the 5th century BC", "-04XX"),
        ("It fell in April 480 BC.", "April 480 BC", "-0479-04"),
        ("It was built in the 1600s.", "the 1600s", "16XX"),
        ("It was built in the 2000s.", "the 2000s", "200X"),
        # before and after
        ("Nobody knew before 14 March 1921.", "14 March 1921", "../1921-03-14"),
        ("Nothing has changed since 1921.", "1921", "1921/.."),
        # named days
        ("They rose on Easter Monday 1916.", "Easter Monday 1916", "1916-04-24"),
        ("They rose on Christmas Eve, 1916.", "Christmas Eve, 1916", "1916-12-24"),
        ("They landed on D-Day.", "D-Day", "1944-06-06"),
        # both calendars
        ("The palace fell on 25 October (7 November) 1917.", "25 October (7 November) 1917", "1917-11-07"),
        ("The palace fell on 25 October 1917 (O.S.).", "25 October 1917", "1917-11-07"),
        ("The palace fell on October 25/November 7, 1917.", "October 25/November 7, 1917", "1917-11-07"),
        ("The palace fell on 25 October [7 November] 1917.", "25 October [7 November] 1917", "1917-11-07"),
        ("The palace fell on O.S. 25 October 1917.", "25 October 1917", "1917-11-07"),
        ("He was chosen on 10/21 February 1613.", "10/21 February 1613", "1613-02-21"),
        ("He was chosen on February 10/21, 1613.", "February 10/21, 1613", "1613-02-21"),
        ("He was chosen on 21 February (O.S. 10 February) 1613.", "21 February (O.S. 10 February) 1613", "1613-02-21"),
        ("They rose on 14 (26) December 1825.", "14 (26) December 1825", "1825-12-26"),
        ("It was sealed on 25 December 1836 (6 January 1837).", "25 December 1836 (6 January 1837)", "1837-01-06"),
        ("The bill was read on 11 March 1711/12.", "11 March 1711/12", "1712-03-22"),
        ("The king died on 30 January 1648/9.", "30 January 1648/9", "1649-02-09"),
        ("He took power on 18 Brumaire, Year VIII.", "18 Brumaire, Year VIII", "1799-11-09"),
        ("He fell on the 9th of Thermidor of the Year II.", "the 9th of Thermidor of the Year II", "1794-07-27"),
        ("It was voted in Germinal an III.", "Germinal an III", "1795-03-21/1795-04-19"),
        ("They fought at Easter 1471.", "Easter 1471", "1471-04-14"),
        (
            "The palace fell on 25 October 1917 (O.S.; 7 November N.S.).",
            "25 October 1917 (O.S.; 7 November N.S.)",
            "1917-11-07",
        ),
        ("War came in the first days of August 1914.", "the first days of August 1914", "1914-08-01/1914-08-10"),
        ("Transferred from Linz, 5 Mar 43, to Gusen.", "5 Mar 43", "1943-03-05"),
        ("He wrote of the pre-1939 borders.", "1939", "1939"),
        ("He came back not until 1956 was over.", "1956", "1956"),
        # numbers in words
        ("They came on the twenty-second of May 1936.", "the twenty-second of May 1936", "1936-05-22"),
        ("It will be so in the twenty-first century.", "the twenty-first century", "20XX"),
        ("They came in nineteen forty-one.", "nineteen forty-one", "1941"),
        ("It was so in the nineteen-thirties.", "the nineteen-thirties", "193X"),
        # parts, figures, phrases that hang on a date
        ("It was built in mid to late 1939.", "mid to late 1939", "1939-05/1939-12"),
        ("It was built in early-to-mid May 1939.", "early-to-mid May 1939", "1939-05-01/1939-05-20"),
        ("Entry: 17-IX-1939", "17-IX-1939", "1939-09-17"),
        ("Entry: 1939/09/17", "1939/09/17", "1939-09-17"),
        ("They left three days after D-Day.", "three days after D-Day", "1944-06-09"),
        ("They left the day after 5 May 1911.", "the day after 5 May 1911", "1911-05-06"),
        ("They left two weeks before Christmas 1944.", "two weeks before Christmas 1944", "1944-12-11/1944-12-17"),
        ("They held it from 1940 onwards.", "1940", "1940/.."),
        ("They held it until at least 1944.", "1944", "../1944"),
        ("It was so around 3000 BC.", "around 3000 BC", "-2999~"),
    ],
)
def test_one_date(text, words, value):
    assert read(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "words", "value", "parts"),
    [
        ("On 6–7 May 1915 it rained.", "6–7 May 1915", "1915-05-06/1915-05-07", ["1915-05-06", "1915-05-07"]),
        ("On May 6–7, 1915, it rained.", "May 6–7, 1915", "1915-05-06/1915-05-07", ["1915-05-06", "1915-05-07"]),
        ("On 6 and 7 May 1915 it rained.", "6 and 7 May 1915", "1915-05-06/1915-05-07", ["1915-05-06", "1915-05-07"]),
        (
            "Between 20 May and 3 June 1915 it rained.",
            "Between 20 May and 3 June 1915",
            "1915-05-20/1915-06-03",
            ["1915-05-20", "1915-06-03"],
        ),
        (
            "It rained from the 6th to the 9th of May 1915.",
            "from the 6th to the 9th of May 1915",
            "1915-05-06/1915-05-09",
            ["1915-05-06", "1915-05-09"],
        ),
        (
            "It rained from 28 December to 3 January 1916.",
            "from 28 December to 3 January 1916",
            "1915-12-28/1916-01-03",
            ["1915-12-28", "1916-01-03"],
        ),
        (
            "It lasted from May 1915 to June 1916.",
            "from May 1915 to June 1916",
            "1915-05/1916-06",
            ["1915-05", "1916-06"],
        ),
        ("The war of 1915–1916 was long.", "1915–1916", "1915/1916", ["1915", "1916"]),
        ("The war of 1915–16 was long.", "1915–16", "1915/1916", ["1915", "1916"]),
        (
            "It was planned in late 1915 – early 1916.",
            "late 1915 – early 1916",
            "1915-09/1916-04",
            ["1915-09/1915-12", "1916-01/1916-04"],
        ),
        ("A 17th- and 18th-century house.", "17th- and 18th-century", "16XX/17XX", ["16XX", "17XX"]),
        (
            "Between May 15, 1988, and February 15, 1989, they left.",
            "Between May 15, 1988, and February 15, 1989",
            "1988-05-15/1989-02-15",
            ["1988-05-15", "1989-02-15"],
        ),
        ("It was over. Between 1931 and 1936 there was peace.", "Between 1931 and 1936", "1931/1936", ["1931", "1936"]),
        ("Art of the 17th and 18th centuries.", "the 17th and 18th centuries", "16XX/17XX", ["16XX", "17XX"]),
        ("The first war (264–241 BC) was long.", "264–241 BC", "-0263/-0240", ["-0263", "-0240"]),
    ],
)
def test_a_range_is_one_date_with_two_parts(text, words, value, parts):
    (date,) = dates(text)
    assert (text[date.start : date.end], date.value) == (words, value)
    assert [part.value for part in date.parts] == parts


def test_listed_days_share_their_month_and_year():
    assert read("It rained on 3, 6 and 7 May 1915.") == [
        ("3", "1915-05-03"),
        ("6 and 7 May 1915", "1915-05-06/1915-05-07"),
    ]


def test_listed_months_share_their_year():
    text = "It rained in August, September and October 1915."
    assert read(text) == [("August", "1915-08"), ("September", "1915-09"), ("October 1915", "1915-10")]


def test_years_and_decades_of_two_digits_stand_in_the_century_of_the_text():
    assert read("In 1868 he came; until March ’71 he stayed, and in the '80s he died.") == [
        ("1868", "1868"),
        ("March ’71", "../1871-03"),
        ("the '80s", "188X"),
    ]


def test_days_that_do_not_follow_each_other_are_two_dates():
    assert read("It rained on 6 and 19 May 1915.") == [("6", "1915-05-06"), ("19 May 1915", "1915-05-19")]


def test_a_date_in_figures_that_can_be_read_in_two_ways_keeps_the_other():
    (date,) = dates("Received 5/6/1915.")
    assert date.value == "1915-06-05"
    assert [rival.value for rival in date.rivals] == ["1915-05-06"]


def test_a_date_may_run_over_the_end_of_a_printed_line():
    text = "The delegation that had been expected since the spring arrived on 14\nMarch 1921 and was received at once."
    assert ("14\nMarch 1921", "1921-03-14") in read(text)


def test_a_date_does_not_run_over_the_end_of_a_paragraph():
    assert read("They came in 1921\n\nMarch was cold.")[0] == ("1921", "1921")


def test_the_part_of_the_day_is_kept_beside_the_value():
    (date,) = dates("They came on the morning of 14 March 1921.")
    assert (date.value, date.time) == ("1921-03-14", "MO")


def test_days_listed_behind_a_month_share_it():
    assert read("On May 5, 6, and 7, 1863, it rained.") == [
        ("May 5", "1863-05-05"),
        ("6", "1863-05-06"),
        ("7, 1863", "1863-05-07"),
    ]


def test_months_listed_before_one_with_a_year_share_it():
    assert [value for _, value in read("In November, December and January 1940 it froze.")] == [
        "1939-11",
        "1939-12",
        "1940-01",
    ]


@pytest.mark.parametrize(
    ("text", "julian"),
    [
        ("The palace fell on 25 October (7 November) 1917.", "1917-10-25"),
        ("The palace fell on 25 October 1917 (O.S.).", "1917-10-25"),
        ("He was chosen on 21 February (O.S. 10 February) 1613.", "1613-02-10"),
        ("The bill was read on 11 March 1711/12.", "1712-03-11"),
        ("It was sealed on 25 December 1836 (6 January 1837).", "1836-12-25"),
    ],
)
def test_a_double_date_keeps_both_calendars(text, julian):
    (date,) = dates(text)
    assert [(rival.value, rival.score) for rival in date.rivals] == [(julian, None)]
    assert date.parts == ()
    assert {julian, date.value} == {name.value for name in date.names} or not date.names


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("It was built in the third year of Henry VIII.", "the third year of Henry VIII", "regnal"),
        (
            "It was sold in the 12th year of the reign of King John.",
            "the 12th year of the reign of King John",
            "regnal",
        ),
        ("It was sold anno 12 Elizabeth at York.", "anno 12 Elizabeth", "regnal"),
        ("He resigned on 18 Brumaire at noon.", "18 Brumaire", "republican"),
        ("The coin was struck in 1357 AH at Kabul.", "1357 AH", "other_era"),
    ],
)
def test_a_date_of_another_calendar_stays_open(text, words, rule):
    (date,) = dates(text)
    assert (text[date.start : date.end], date.value, date.rule) == (words, "", rule)
