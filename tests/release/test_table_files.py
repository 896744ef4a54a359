"""Whatever stands in a cell comes back from CSV and from JSONL as it was."""

from __future__ import annotations

import csv
import io
import unicodedata

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from regesta.model.columns import names
from regesta.model.tables import ChangeRow
from regesta.release.previous import cells
from regesta.release.table_files import as_csv, as_jsonl

#: Text as text.txt can hold it: composed, without lone surrogates, NUL or the like left in by nobody.
TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from(list('",;\n\r\t=+-@ \u2028\u0085𝔄é')), st.characters(exclude_categories=["Cs", "Cc"])
    ),
    min_size=1,
    max_size=20,
).map(lambda text: unicodedata.normalize("NFC", text))
ROWS = st.lists(
    st.builds(
        ChangeRow,
        release=TEXT,
        op=st.sampled_from(["ADD", "MOD", "DEL", "MERGE", "SPLIT"]),
        table=st.just("claims"),
        id=TEXT,
        field=st.none() | TEXT,
        old=st.none() | TEXT,
        new=st.none() | TEXT,
        reason=TEXT,
        decision_ids=st.none(),
    ),
    max_size=4,
)


@given(ROWS)
def test_csv(rows: list[ChangeRow]) -> None:
    read = list(csv.DictReader(io.StringIO(as_csv("changes", rows).decode("utf-8"), newline=""), strict=True))
    assert read == [cells(row) for row in rows]


@given(ROWS)
def test_jsonl(rows: list[ChangeRow]) -> None:
    lines = as_jsonl(rows).split(b"\n")[:-1]
    assert [msgspec.json.decode(line, type=ChangeRow) for line in lines] == rows


def test_no_rows_are_a_header_and_no_line() -> None:
    assert as_csv("changes", []) == (",".join(names("changes")) + "\n").encode()
    assert as_jsonl([]) == b""


def test_a_cell_that_a_spreadsheet_would_run_is_left_as_it_is() -> None:
    row = ChangeRow(
        release="1", op="ADD", table="claims", id="v", field=None, old=None, new="=1+1", reason="new", decision_ids=None
    )
    assert as_csv("changes", [row]).splitlines()[1] == b"1,ADD,claims,v,,,=1+1,new,"
