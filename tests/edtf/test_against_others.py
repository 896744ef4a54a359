"""Agreement with `edtf-validate` on validity and with `edtf` on bounds; where they may differ, what the
specification of the Library of Congress says, by the names of its sections.
"""

from __future__ import annotations

import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.edtf import bounds, is_valid

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from edtf_validate.valid_edtf import is_valid as others_valid

    import edtf

#: What the Library of Congress gives as examples of EDTF, level by level, and what it does not allow.
EXAMPLES = [
    "1985-04-12",
    "1985-04",
    "1985",
    "1985-04-12T23:20:30",
    "1985-04-12T23:20:30Z",
    "1985-04-12T23:20:30-04",
    "1964/2008",
    "2004-06/2006-08",
    "2004-02-01/2005-02-08",
    "2004-02-01/2005-02",
    "2004-02-01/2005",
    "Y170000002",
    "Y-170000002",
    "2001-21",
    "1984?",
    "2004-06~",
    "2004-06-11%",
    "201X",
    "20XX",
    "2004-XX",
    "1985-04-XX",
    "1985-XX-XX",
    "1985-04-12/..",
    "1985-04/..",
    "1985/..",
    "../1985-04-12",
    "../1985-04",
    "../1985",
    "1985-04-12/",
    "1985-04/",
    "1985/",
    "/1985-04-12",
    "/1985-04",
    "/1985",
    "-1985",
    "Y-17E7",
    "1950S2",
    "Y171010000S3",
    "2001-34",
    "[1667,1668,1670..1672]",
    "[..1760-12-03]",
    "[1760-12..]",
    "[1760-01,1760-02,1760-12..]",
    "[1667,1760-12]",
    "{1667,1668,1670..1672}",
    "{1960,1961-12}",
    "{..1984}",
    "2004-06-11%",
    "2004-06~-11",
    "2004?-06-11",
    "?2004-06-~11",
    "2004-%06-11",
    "156X-12-25",
    "15XX-12-25",
    "XXXX-12-XX",
    "1XXX-XX",
    "1XXX-12",
    "1984-1X",
    "2004-06-~01/2004-06-~20",
    "2004-06-XX/2004-07-03",
    "1939-13",
    "1939-02-30",
    "1939-00",
    "193",
    "19391",
    "1939-1",
    "2005/2004",
    "1939/1940/1941",
    "[1939",
    "1939}",
    "1939-12-00",
    "1939-12-6",
]


@pytest.mark.parametrize("text", EXAMPLES)
def test_validity_agrees_with_edtf_validate(text):
    assert is_valid(text) == others_valid(text)


@pytest.mark.parametrize(
    ("text", "ours", "why"),
    [
        ("Y3388E2S3", True, "Level 2: Significant digits: the estimated year may be written with an exponent"),
        ("198X?", True, "Level 1: Qualification of a date (complete): any date, so one with an unspecified digit too"),
        ("1985-32/1986", True, "Level 2: Sub-year groupings: a date like any other, also in an interval"),
        ("/..", False, "Level 1: Extended Interval (L1): either the start or the end is unknown or open, not both"),
        ("1985-XX-32", False, "Level 0: Date: no month has a day 32"),
        ("1985-02-3X", False, "Level 2: Unspecified Digit: no day of February begins with 3"),
    ],
)
def test_what_the_specification_says_where_they_may_differ(text, ours, why):
    assert is_valid(text) is ours, why


@settings(max_examples=60, deadline=None)
@given(st.dates(), st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]))
def test_bounds_agree_with_edtf(date, form):
    text = f"{date.year:04d}" + date.strftime(form)[len(date.strftime("%Y")) :]
    other = edtf.parse_edtf(text)
    assert bounds(text) == tuple(
        f"{at.tm_year:04d}-{at.tm_mon:02d}-{at.tm_mday:02d}" for at in (other.lower_strict(), other.upper_strict())
    )


@pytest.mark.parametrize(
    "text", ["1939-21", "1939-22", "1939-23", "193X", "19XX", "1939-XX", "1939-12-XX", "1939/1941"]
)
def test_bounds_of_vague_dates_agree_with_edtf(text):
    other = edtf.parse_edtf(text)
    assert bounds(text) == tuple(
        f"{at.tm_year:04d}-{at.tm_mon:02d}-{at.tm_mday:02d}" for at in (other.lower_strict(), other.upper_strict())
    )
