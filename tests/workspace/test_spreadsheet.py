"""Workbooks are written as text, the same bytes for the same tables, and read whatever program saved them."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from regesta.errors import RegestaError
from regesta.workspace.spreadsheet import Column, Sheet, read_workbook, write_workbook

COLUMNS = [
    Column(name="quote", width=30, bold=True),
    Column(name="value"),
    Column(name="your answer", answer=True, choices=("accept", "reject")),
]


def written(*rows: list[str]) -> bytes:
    return write_workbook(["How to", "Fill in."], "how to", [Sheet(name="mentions", columns=COLUMNS, rows=list(rows))])


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def saved(workbook: Any) -> bytes:
    data = io.BytesIO()
    workbook.save(data)
    return data.getvalue()


def texts(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read_workbook(data, "review.xlsx")["mentions"][1:]]


@pytest.mark.parametrize(
    "words", ["=1+1", "+48 12", "-5", "@home", "1939-09-27", "1940-21", "007", "#N/A", "TRUE", "1E5"]
)
def test_whatever_it_looks_like_a_cell_is_text(words: str) -> None:
    cell = opened(written([words, "", ""]))["mentions"]["A2"]
    assert (cell.value, cell.data_type, cell.number_format) == (words, "s", "@")
    assert texts(written([words, "", ""])) == [[words, "", ""]]


def test_what_would_run_is_marked_as_text_for_whoever_edits_it() -> None:
    page = opened(written(["=1+1", "", ""], ["Lwów", "", ""]))["mentions"]
    assert (page["A2"].quotePrefix, page["A3"].quotePrefix) == (True, False)


def test_only_the_cells_to_fill_in_are_open() -> None:
    page = opened(written(["Lwów", "place:lviv", ""]))["mentions"]
    assert page.protection.sheet
    assert [page[f"{letter}2"].protection.locked for letter in "ABC"] == [True, True, False]
    assert page["C1"].protection.locked
    (choice,) = page.data_validations.dataValidation
    assert (choice.formula1, str(choice.sqref), choice.showErrorMessage) == ('"accept,reject"', "C2", True)
    assert page.freeze_panes == "A2"


def test_the_same_tables_are_the_same_bytes() -> None:
    data = written(["Lwów", "", ""])
    assert data == written(["Lwów", "", ""])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_text_that_no_cell_can_hold_is_cut_or_replaced() -> None:
    ((long, control, _),) = texts(written(["a" * 40_000, "a\x02b", ""]))
    assert (len(long), long[-1], control) == (32_767, "…", "a\ufffdb")


def test_what_a_person_typed_is_read_as_typed() -> None:
    workbook = opened(written(*[["", "", ""]] * 5))
    values = [1939, 1939.0, datetime(1939, 12, 6), datetime(1939, 12, 6, 9, 30), "  reject "]
    for number, value in enumerate(values, start=2):
        workbook["mentions"][f"C{number}"].value = value
    read = [row[2] for row in texts(saved(workbook))]
    assert read == ["1939", "1939", "1939-12-06", "1939-12-06T09:30:00", "reject"]


def test_a_formula_is_told_from_text_that_looks_like_one() -> None:
    workbook = opened(written(["=1+1", "", ""]))
    workbook["mentions"]["C2"].value = "=A2"
    (row,) = read_workbook(saved(workbook), "review.xlsx")["mentions"][1:]
    assert [(cell.formula, cell.place) for cell in row] == [(False, "A2"), (False, "B2"), (True, "C2")]


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(RegestaError, match="no workbook that can be read"):
        read_workbook(data, "review.xlsx")


def test_an_archive_that_would_fill_the_memory_is_refused() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"\0" * 1000)
        archive.infolist()[0].file_size = 10**9
    with pytest.raises(RegestaError, match="would unpack to"):
        read_workbook(data.getvalue(), "review.xlsx")
