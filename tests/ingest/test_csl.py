"""CSL items are held to what CSL has."""

from __future__ import annotations

import pytest

from regesta.ingest.csl import csl_types, faults

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
