"""`regesta export` and `regesta import` as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import openpyxl
import pytest
from click.testing import CliRunner, Result

from regesta.cli import regesta
from regesta.model.ids import sha256_hex
from regesta.model.source import Source, SourceText
from regesta.review import decide
from regesta.workspace.init import init
from regesta.workspace.jsonl import write_records
from regesta.workspace.logs import read_decisions
from regesta.workspace.workspace import Workspace

TEXT = "They met in Zakopane.\n"


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """A workspace with one source in which a place waits."""
    init(tmp_path / "project", "Notes")
    made = Workspace.open(tmp_path / "project")
    folder = made.source_dir("note")
    folder.mkdir()
    text = SourceText(sha256=sha256_hex(TEXT.encode()), chars=len(TEXT), reader="plain", version="1")
    (folder / "source.json").write_bytes(msgspec.json.encode(Source(id="note", csl={"id": "note"}, text=text)))
    (folder / "text.txt").write_bytes(TEXT.encode())
    path = made.mentions_path("note")
    path.parent.mkdir(parents=True)
    path.write_bytes(write_records([decide.new_mention("note", TEXT, (12, 20), "PLACE", reviewer="x")]))
    return made


def run(ws: Workspace, *arguments: str) -> Result:
    return CliRunner().invoke(regesta, ["-C", str(ws.root), *arguments])


def filled(ws: Workspace, answer: str) -> str:
    """A file in which the one row is answered."""
    path = ws.root.parent / "review.xlsx"
    assert run(ws, "export", str(path), "--replace").exit_code == 0
    book = openpyxl.load_workbook(path)
    page = book["mentions"]
    column = [cell.value for cell in page[1]].index("your answer") + 1
    page.cell(row=2, column=column).value = answer
    book.save(path)
    return str(path)


def test_import_shows_first_and_saves_when_told(ws: Workspace) -> None:
    path = filled(ws, "accept")
    shown = run(ws, "import", path, "--as", "anna")
    assert (shown.exit_code, shown.stdout) == (0, "mentions!H2    accept  PLACE “Zakopane” open\n")
    assert "Nothing was saved. Say --yes" in shown.stderr
    assert read_decisions(ws)[0] == []
    saved = run(ws, "import", path, "--as", "anna", "--yes")
    assert "saved, " in saved.stderr
    (decision,) = read_decisions(ws)[0]
    assert (decision.answer, decision.reviewer) == ("accept", "anna")
    again = run(ws, "import", path, "--as", "anna", "--yes", "--json")
    assert (again.exit_code, again.stdout) == (0, "")
    assert "0 answers to save, 1 saved before" in again.stderr


def test_what_is_left_out_is_said_with_its_cell(ws: Workspace) -> None:
    done = run(ws, "import", filled(ws, "perhaps"), "--as", "anna", "--yes")
    assert done.exit_code == 3
    assert "mentions!H2: 'perhaps' is no answer" in done.stderr


def test_json_has_a_line_an_answer(ws: Workspace) -> None:
    (line,) = run(ws, "import", filled(ws, "reject"), "--as", "anna", "--json").stdout.splitlines()
    assert (json.loads(line)["place"], json.loads(line)["answer"]) == ("mentions!H2", "reject")


def test_a_file_with_answers_is_not_written_over(ws: Workspace) -> None:
    path = filled(ws, "accept")
    refused = run(ws, "export", path)
    assert refused.exit_code == 1
    assert "is there already" in str(refused.exception)
    assert run(ws, "export", "review.ods").exit_code == 2
    assert run(ws, "export", "other.xlsx", "nobody").exit_code == 1
