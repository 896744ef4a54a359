"""`regesta reanchor` as a user meets it: a text is corrected after annotation has begun."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

NOTE = (
    "Tbe Zakopane note\n\n"
    "On 6 Decernber 1939 a conference was held in Krakow. Adolf Eichmann represented tbe German side.\n\n"
    "The prisoners were handed over in Brest on 2 November 1939.\n"
)
BETTER = NOTE.replace("Tbe", "The").replace("tbe", "the").replace("Decernber", "December").replace("Krakow", "Kraków")


@pytest.fixture
def reviewed(shell):
    """A workspace with one note of which everything was accepted, and the corrected text beside it."""
    assert shell("init", ".", "--title", "Notes").returncode == 0
    (shell.folder / "note.txt").write_text(NOTE, encoding="utf-8")
    (shell.folder / "better.txt").write_text(BETTER, encoding="utf-8")
    assert shell("ingest", "note.txt", "--citekey", "note").returncode == 0
    assert shell("run").returncode == 0
    shell("review", "--plain", "--as", "anna", answers="accept\n" * 40)
    assert shell("run").returncode == 0
    return shell


def test_from_the_correction_to_a_release_that_verifies(reviewed) -> None:
    assert reviewed("release", "0.9.0").returncode == 0
    told = reviewed("reanchor", "note", "better.txt", "--json", "--as", "anna", "--yes")
    assert told.returncode == 0, told.stderr
    counts = json.loads(told.stdout)["counts"]
    assert counts["lost"] == 0
    assert counts["fuzzy"] > 0
    assert sum(counts.values()) == len(json.loads("[" + ",".join(_log(reviewed.folder)) + "]"))
    assert reviewed("run").returncode == 0
    refused = reviewed("release", "1.0.0")
    assert refused.returncode == 1
    assert "is stale" in refused.stderr
    for _ in range(2):
        reviewed("review", "--plain", "--as", "anna", answers="accept\n" * 20)
        reviewed("run")
    built = reviewed("release", "1.0.0")
    assert built.returncode == 0, built.stderr
    verified = reviewed("verify")
    assert verified.returncode == 0, verified.stderr
    assert reviewed("verify", "0.9.0").returncode == 0
    assert "6 December 1939" in (reviewed.folder / "outputs/1.0.0/citations.csv").read_text("utf-8")


def test_without_a_terminal_or_yes_nothing_is_done(reviewed) -> None:
    before = (reviewed.folder / "corpus/note/text.txt").read_bytes()
    for more in ([], ["--dry-run"]):
        done = reviewed("reanchor", "note", "better.txt", "--as", "anna", *more)
        assert done.returncode == 0
        assert "fuzzy" in done.stdout
    assert (reviewed.folder / "corpus/note/text.txt").read_bytes() == before
    assert not (reviewed.folder / "corpus/note/former").exists()


def test_text_txt_itself_can_be_corrected_and_the_former_text_put_back(reviewed) -> None:
    path = reviewed.folder / "corpus/note/text.txt"
    before = path.read_bytes()
    path.write_text(BETTER, encoding="utf-8")
    assert "regesta reanchor note corpus/note/text.txt" in reviewed("run").stderr
    assert reviewed("reanchor", "note", str(path), "--as", "anna", "--yes").returncode == 0
    assert path.read_text("utf-8") == BETTER
    assert reviewed("reanchor", "note", "--undo", "--as", "anna", "--yes").returncode == 0
    assert path.read_bytes() == before
    assert reviewed("run").returncode == 0
    (line,) = reviewed("status", "--json").stdout.splitlines()
    assert json.loads(line)["mentions"]["stale"] == 0


def test_what_makes_no_sense_is_said(reviewed) -> None:
    assert reviewed("reanchor", "note").returncode == 2
    assert reviewed("reanchor", "note", "better.txt", "--undo").returncode == 2
    assert "was never corrected" in reviewed("reanchor", "note", "--undo", "--as", "anna").stderr
    assert "no source" in reviewed("reanchor", "nobody", "better.txt").stderr


def _log(folder: Path) -> list[str]:
    (path,) = folder.glob("annotations/decisions/*/*.jsonl")
    return path.read_text("utf-8").splitlines()
