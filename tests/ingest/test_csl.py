"""CSL items are held to what CSL has; their dates become EDTF."""

from __future__ import annotations

import pytest

from regesta.ingest.csl import csl_types, faults, issued_edtf

ITEM = {"id": "writer1999", "type": "book", "title": "The Talks", "author": [{"family": "Writer", "given": "Ann"}]}


def test_the_types_are_those_of_csl_1_0_2():
    assert len(csl_types()) == 45
    assert {"book", "article-journal", "manuscript", "archive"} - set(csl_types()) == {"archive"}


def test_a_good_item_has_no_fault():
    assert list(faults({**ITEM, "issued": {"date-parts": [["1999", 5]]}, "custom": {"x": 1}})) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"type": "leaflet"}, "'leaflet'"),
        ({"type": None}, "type is None"),
        ({"id": None}, "no id"),
        ({"title": ["a"]}, "title is no text"),
        ({"author": "Ann Writer"}, "author is no list"),
        ({"author": [{"name": "Ann"}]}, "author is no list"),
        ({"issued": "1999"}, "issued is no date"),
        ({"issued": {"date-parts": [["May", 1999]]}}, "issued is no date"),
        ({"issued": {"date-parts": []}}, "issued is no date"),
    ],
)
def test_a_bad_item_says_what_is_wrong(change, fault):
    assert any(fault in said for said in faults({**ITEM, **change}))


@pytest.mark.parametrize(
    ("issued", "edtf"),
    [
        ({"date-parts": [[1999]]}, "1999"),
        ({"date-parts": [["1999", "5"]]}, "1999-05"),
        ({"date-parts": [[1999, 5, 7]]}, "1999-05-07"),
        ({"date-parts": [[1999, 5], [2001]]}, "1999-05/2001"),
        ({"date-parts": [[1999]], "circa": True}, "1999~"),
        ({"date-parts": [[1999]], "circa": "0"}, "1999"),
        ({"date-parts": [[1999]], "season": "1"}, "1999-21"),
        ({"date-parts": [[1999]], "season": 4}, "1999-24"),
        ({"date-parts": [[-43, 3, 15]]}, "-0043-03-15"),
        ({"date-parts": [[90]]}, "0090"),
        ({"date-parts": [[1999, 13]]}, ""),
        ({"date-parts": [[1999, 2, 30]]}, ""),
        ({"date-parts": [[1999, 0, 0]]}, "1999"),
        ({"raw": "1999-05"}, "1999-05"),
        ({"raw": "May 1999"}, ""),
        ({"literal": "1939-09/1939-12"}, "1939-09/1939-12"),
        ({}, ""),
        (None, ""),
    ],
)
def test_issued_dates_become_edtf_or_nothing(issued, edtf):
    assert issued_edtf({"issued": issued}) == edtf
