"""`regesta authority` as a historian meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from regesta.cli import regesta

TABLE = "Name,Other names,Wikidata,Born\nAnna Roth,A. Roth,Q42,1899\nIda Kolb,,forty,\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "regesta.toml").write_text('title = "Letters"\n', encoding="utf-8")
    (tmp_path / "people.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def call(desk: Path, *words: str) -> Result:
    return CliRunner().invoke(regesta, ["-C", str(desk), *words])


def test_a_table_is_shown_first_and_written_only_when_told(desk):
    shown = call(desk, "authority", "import", str(desk / "people.csv"))
    assert "new     person:anna-roth  Anna Roth (1899–?), also A. Roth  wikidata Q42" in shown.stdout
    assert "Say --yes to write." in shown.stderr
    assert call(desk, "authority", "list").stdout == ""


def test_what_is_wrong_in_it_is_a_finding_and_the_rest_is_written(desk):
    done = call(desk, "authority", "import", str(desk / "people.csv"), "--yes")
    assert (done.exit_code, "people.csv:3" in done.stderr) == (3, True)
    (found,) = call(desk, "authority", "list", "roth", "--json").stdout.splitlines()
    assert json.loads(found)["wikidata"] == "Q42"
    assert "0 new entries, 0 added to." in call(desk, "authority", "import", str(desk / "people.csv"), "--yes").stderr


def test_an_entry_is_shown_under_its_id(desk):
    call(desk, "authority", "import", str(desk / "people.csv"), "--yes")
    assert "wikidata  Q42" in call(desk, "show", "person:anna-roth").stdout
    assert call(desk, "show", "person:nobody").exit_code == 1
