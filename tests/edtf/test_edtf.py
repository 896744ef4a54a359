"""What EDTF texts mean: validity, bounds, precision, and how two stand to each other."""

from __future__ import annotations

import datetime
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.edtf import Day, EdtfError, bounds, contains, is_valid, overlap, parse, same_day
from regesta.edtf.days import easter, gregorian_to_julian, julian_to_gregorian
from regesta.edtf.write import (
    third_of_month,
    third_of_year,
    third_of_years,
    write,
    write_century,
    write_decade,
    write_interval,
    write_millennium,
)

VALUES = [
    # text, earliest, latest, precision
    ("1939-09-27", "1939-09-27", "1939-09-27", "day"),
    ("1939-09-27T04:45:00Z", "1939-09-27", "1939-09-27", "day"),
    ("1940-02", "1940-02-01", "1940-02-29", "month"),
    ("1939", "1939-01-01", "1939-12-31", "year"),
    ("0000", "0000-01-01", "0000-12-31", "year"),
    ("-0479", "-0479-01-01", "-0479-12-31", "year"),
    ("Y12000", "Y12000-01-01", "Y12000-12-31", "year"),
    ("Y-17E7", "Y-170000000-01-01", "Y-170000000-12-31", "year"),
    ("1939-12-06/1939-12-07", "1939-12-06", "1939-12-07", "range"),
    ("1939/1940", "1939-01-01", "1940-12-31", "range"),
    ("../1939", "", "1939-12-31", "range"),
    ("1939/..", "1939-01-01", "", "range"),
    ("/1939-05", "", "1939-05-31", "range"),
    ("1939-05/", "1939-05-01", "", "range"),
    ("1940-21", "1940-03-01", "1940-05-31", "season"),
    ("1939-24", "1939-12-01", "1940-02-29", "season"),
    ("1939-30", "1939-12-01", "1940-02-29", "season"),
    ("1939-33", "1939-01-01", "1939-03-31", "range"),
    ("1939-39", "1939-09-01", "1939-12-31", "range"),
    ("1939-41", "1939-07-01", "1939-12-31", "range"),
    ("193X", "1930-01-01", "1939-12-31", "decade"),
    ("19XX", "1900-01-01", "1999-12-31", "wider"),
    ("-04XX", "-0499-01-01", "-0400-12-31", "wider"),
    ("XXXX-12-25", "", "", "unknown"),
    ("1939-XX", "1939-01-01", "1939-12-31", "year"),
    ("1939-XX-XX", "1939-01-01", "1939-12-31", "year"),
    ("1939-12-XX", "1939-12-01", "1939-12-31", "month"),
    ("1939-1X", "1939-10-01", "1939-12-31", "range"),
    ("1939-12-0X", "1939-12-01", "1939-12-09", "range"),
    ("156X-02-29", "1560-02-29", "1568-02-29", "decade"),
    ("1950S2", "1900-01-01", "1999-12-31", "wider"),
    ("1939~", "1939-01-01", "1939-12-31", "year"),
    ("?1939-12-~06", "1939-12-06", "1939-12-06", "day"),
    ("[1667,1668..1670]", "1667-01-01", "1670-12-31", "range"),
    ("{..1984}", "", "1984-12-31", "range"),
    ("[1760-12..]", "1760-12-01", "", "range"),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), VALUES)
def test_a_value_has_bounds_and_precision(text, earliest, latest, precision):
    assert bounds(text) == (earliest, latest)
    assert parse(text).precision == precision
    assert str(parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "39",
        "1939-13",
        "1939-00",
        "1939-02-29",
        "1939-11-31",
        "1939-1-2",
        "1939/1938",
        "1939-12/1939-11",
        "1939-24/1939-03",
        "1939/1940/1941",
        "../..",
        "/",
        "-0000",
        "Y1939",
        "Y12000-05",
        "1939-21-03",
        "1939-42",
        "1939-XX-32",
        "1985-02-3X",
        "1939-12-06T25:00:00",
        "1939-12T04:45:00",
        "193XS2",
        "1939S5",
        "[1939",
        "{}",
        "[..]",
        "[1940..1939]",
        "[1939,..]",
        "c. 1939",
        "１９３９",
        "1939 ",
        "1939\n",
        "Y1" + "0" * 40,
        "Y1E999999",
    ],
)
def test_what_is_no_edtf_is_refused_with_a_reason(text):
    assert not is_valid(text)
    with pytest.raises(EdtfError):
        parse(text)


def test_winter_is_named_by_the_year_that_the_settings_say():
    assert bounds("1940-24", "december") == ("1940-12-01", "1941-02-28")
    assert bounds("1940-24", "january") == ("1939-12-01", "1940-02-29")


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("1939-12-06", "1939-12-06", True),
        ("1939-12-06", "1939-12-06/1939-12-06", True),
        ("1939-12-06", "1939-12-07", False),
        ("1939-12", "1939-12-07", None),
        ("1939-12", "1939-11", False),
        ("1939-12-06?", "1939-12-06", None),
        ("1939-12-06~", "1939-12-07", None),
        ("1939~", "1940", None),
        ("1939~", "1942", False),
        ("1939/..", "1950-01-01", None),
        ("XXXX-12-25", "1939-12-25", None),
        ("[1938,1940]", "1939", False),
    ],
)
def test_whether_two_dates_are_the_same_day_has_three_answers(one, other, answer):
    assert same_day(one, other) is answer
    assert same_day(other, one) is answer


def test_overlap_and_contains_go_by_bounds():
    assert overlap("1939-09/1939-12", "1939-12-31")
    assert not overlap("1939-09/1939-11", "1939-12")
    assert contains("1939", "1939-12-06/1939-12-07")
    assert contains("1939/..", "1950")
    assert not contains("1939-12", "1939")
    assert not contains("1939", "1939/..")


def test_thirds_decades_and_centuries_are_written_as_the_design_says():
    assert third_of_month(1940, 2, 2) == "1940-02-21/1940-02-29"
    assert third_of_year(1939, 2) == "1939-09/1939-12"
    assert write_decade(1939) == "193X"
    assert write_decade(-479) == "-0488/-0479"
    assert write_century(19) == "18XX"
    assert write_century(-5) == "-04XX"
    assert [write_millennium(number) for number in (2, -2, -1)] == ["1XXX", "-1XXX", "-0999/0000"]
    assert [third_of_years(1930, 10, third) for third in range(3)] == ["1930/1933", "1934/1936", "1937/1939"]
    assert [third_of_years(1800, 100, third) for third in range(3)] == ["1800/1833", "1834/1866", "1867/1899"]
    assert write_interval("", "1939") == "../1939"
    assert write(-479, 9) == "-0479-09"


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1917, 10, 25), "1917-11-07"),
        ((1582, 10, 5), "1582-10-15"),
        ((1900, 2, 29), "1900-03-13"),
        ((-43, 3, 15), "-0043-03-13"),
        ((-4712, 1, 1), "-4713-11-24"),
    ],
)
def test_julian_days_have_gregorian_names(julian, gregorian):
    day = julian_to_gregorian(*julian)
    assert str(day) == gregorian
    assert gregorian_to_julian(day) == julian


@pytest.mark.parametrize(("year", "month", "day"), [(1916, 4, 23), (1818, 3, 22), (1943, 4, 25), (2000, 4, 23)])
def test_easter(year, month, day):
    assert easter(year) == Day(year, month, day)


@given(st.dates())
def test_day_numbers_agree_with_the_standard_library(date):
    day = Day(date.year, date.month, date.day)
    assert day.number - Day(1970, 1, 1).number == (date - datetime.date(1970, 1, 1)).days
    assert day.weekday == date.weekday()


@given(st.integers(-(10**14), 10**14))
def test_a_day_number_is_led_back_to_its_day(number):
    day = Day.of_number(number)
    assert day.number == number
    assert julian_to_gregorian(*gregorian_to_julian(day)) == day


@given(st.text(alphabet="0123456789X-/.[]{}?~%YESTZ:,", max_size=24))
def test_any_text_is_a_value_with_ordered_bounds_or_is_refused(text):
    if not is_valid(text):
        return
    value = parse(text)
    assert value.earliest is None or value.latest is None or value.earliest <= value.latest
    assert same_day(text, text) is not False


def test_the_room_is_light_to_import():
    program = "import sys, regesta.edtf; print({'spacy', 'edtf', 'dataclasses'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout == "set()\n"
