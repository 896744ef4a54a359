"""The date of publication of a CSL item, in the shapes that people and exports give it."""

from __future__ import annotations

import pytest

from regesta.edtf.csl_date import issued


@pytest.mark.parametrize(
    ("held", "edtf"),
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
        ({"edtf": "199X", "raw": "in the nineties"}, "199X"),
        ({"literal": "1940-21"}, "1940-21"),
        ({"literal": "in the nineties"}, ""),
        ({"date-parts": [[None]], "raw": "1998"}, "1998"),
        ("1998", ""),
        ({}, ""),
        (None, ""),
    ],
)
def test_the_date_of_publication_as_edtf(held: object, edtf: str) -> None:
    assert issued({"issued": held}) == edtf
