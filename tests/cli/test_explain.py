"""`regesta tag --explain` says of each date how it came by its value."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from regesta.cli import regesta as program

NOTE = "They met on 3 May 1911 in Riga. On 9 June they parted. The palace fell on 25 October (7 November) 1917.\n"


def regesta(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(program, ["-C", str(folder), *arguments])


def workspace(folder: Path) -> Path:
    (folder / "note.txt").write_text(NOTE, encoding="utf-8")
    regesta(folder, "init", str(folder))
    regesta(folder, "ingest", str(folder / "note.txt"))
    return folder


def test_each_date_is_printed_with_rule_anchor_and_alternatives(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    assert regesta(folder, "tag").exit_code == 0
    lines = regesta(folder, "tag", "--explain").stdout.splitlines()
    assert "“9 June” 1911-06-09 (9 June 1911)" in "\n".join(lines)
    assert "  read from “3 May 1911” (1911-05-03)" in lines
    assert "  same_year: the words leave the year open; it is the one that the story stands in" in lines
    assert "  or 1917-10-25, Julian" in lines


def test_a_date_is_one_json_object(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    regesta(folder, "tag")
    (source,) = (path.name for path in (folder / "corpus").iterdir())
    dates = [json.loads(line) for line in regesta(folder, "tag", "--explain", "--json", source).stdout.splitlines()]
    assert [date["value"] for date in dates] == ["1911-05-03", "1911-06-09", "1917-11-07"]
    assert dates[1]["anchor_words"] == "3 May 1911"


def test_what_was_not_tagged_is_said(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    (source,) = (path.name for path in (folder / "corpus").iterdir())
    failed = regesta(folder, "tag", "--explain", source)
    assert failed.exit_code == 1
    assert "has not been tagged" in str(failed.exception) + failed.output
