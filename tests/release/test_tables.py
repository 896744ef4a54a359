"""The types of the tables, beside the contract that they were written from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from regesta.model.columns import columns, names, written
from regesta.model.tables import TABLES, TableName


def promised(line: str) -> list[str]:
    """The column names of a row of the contract's table: what stands in brackets explains them."""
    cells = line.split("|")[3]
    while "(" in cells:
        cells = re.sub(r"\([^()]*\)", "", cells)
    return [name.strip() for name in cells.split(",")]


#: Columns behind those of the contract.
ADDED = {"entities": ["gnd", "joined_ids", "joined_by"]}


@pytest.mark.parametrize("table", list(TABLES))
def test_columns_and_their_order_are_those_of_the_contract(shared: Path, table: TableName) -> None:
    lines = (shared / "RELEASE.md").read_text("utf-8").splitlines()
    (line,) = [line for line in lines if line.startswith(f"| `{table}` |")]
    assert names(table) == [*promised(line), *ADDED.get(table, ())]


@pytest.mark.parametrize("table", list(TABLES))
def test_every_column_is_explained(table: TableName) -> None:
    assert all(column.description for column in columns(table))


def test_closed_lists_keep_the_order_in_which_they_are_declared() -> None:
    rank = next(column for column in columns("claims") if column.name == "rank")
    assert rank.choices == ("preferred", "normal", "deprecated")


@pytest.mark.parametrize(
    ("cell", "text"),
    [(None, ""), (True, "true"), (False, "false"), (0, "0"), (50.0, "50.0"), (-0.1, "-0.1"), ("a;b", "a;b")],
)
def test_a_cell_as_csv_has_it(cell: str | float | bool | None, text: str) -> None:
    assert written(cell) == text
