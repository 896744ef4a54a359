"""`regesta reanchor` as a user meets it: a text is corrected after annotation has begun."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NOTE = (
    "Tbe Zakopane note\n\n"
    "On 6 Decernber 1939 a conference was held in Krakow. Adolf Eichmann represented tbe German side.\n\n"
    "The prisoners were handed over in Brest on 2 November 1939.\n"
)
BETTER = NOTE.replace("Tbe", "The").replace("tbe", "the").replace("Decernber", "December").replace("Krakow", "Kraków")


def regesta(folder: Path, *arguments: str, answers: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "regesta", *arguments],
        cwd=folder,
        input=answers,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
        env={**os.environ, "NO_COLOR": "1"},
        check=False,
    )


@pytest.fixture
def reviewed(tmp_path: Path) -> Path:
    """A workspace with one note of which everything was accepted, and the corrected text beside it."""
    assert regesta(tmp_path, "init", ".", "--title", "Notes").returncode == 0
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    (tmp_path / "better.txt").write_text(BETTER, encoding="utf-8")
    assert regesta(tmp_path, "ingest", "note.txt", "--citekey", "note").returncode == 0
    assert regesta(tmp_path, "run").returncode == 0
    regesta(tmp_path, "review", "--plain", "--as", "anna", answers="accept\n" * 40)
    assert regesta(tmp_path, "run").returncode == 0
    return tmp_path


def test_from_the_correction_to_a_release_that_verifies(reviewed: Path) -> None:
    told = regesta(reviewed, "reanchor", "note", "better.txt", "--json", "--as", "anna", "--yes")
    assert told.returncode == 0, told.stderr
    counts = json.loads(told.stdout)["counts"]
    assert counts["lost"] == 0
    assert counts["fuzzy"] > 0
    assert sum(counts.values()) == len(json.loads("[" + ",".join(_log(reviewed)) + "]"))
    assert regesta(reviewed, "run").returncode == 0
    refused = regesta(reviewed, "release", "1.0.0")
    assert refused.returncode == 1
    assert "is stale" in refused.stderr
    for _ in range(2):
        regesta(reviewed, "review", "--plain", "--as", "anna", answers="accept\n" * 20)
        regesta(reviewed, "run")
    built = regesta(reviewed, "release", "1.0.0")
    assert built.returncode == 0, built.stderr
    verified = regesta(reviewed, "verify")
    assert verified.returncode == 0, verified.stderr
    assert "6 December 1939" in (reviewed / "outputs/1.0.0/citations.csv").read_text("utf-8")


def test_without_a_terminal_or_yes_nothing_is_done(reviewed: Path) -> None:
    before = (reviewed / "corpus/note/text.txt").read_bytes()
    for more in ([], ["--dry-run"]):
        done = regesta(reviewed, "reanchor", "note", "better.txt", "--as", "anna", *more)
        assert done.returncode == 0
        assert "fuzzy" in done.stdout
    assert (reviewed / "corpus/note/text.txt").read_bytes() == before
    assert not (reviewed / "corpus/note/former").exists()


def test_text_txt_itself_can_be_corrected_and_the_former_text_put_back(reviewed: Path) -> None:
    path = reviewed / "corpus/note/text.txt"
    before = path.read_bytes()
    path.write_text(BETTER, encoding="utf-8")
    assert "regesta reanchor note corpus/note/text.txt" in regesta(reviewed, "run").stderr
    assert regesta(reviewed, "reanchor", "note", str(path), "--as", "anna", "--yes").returncode == 0
    assert path.read_text("utf-8") == BETTER
    assert regesta(reviewed, "reanchor", "note", "--undo", "--as", "anna", "--yes").returncode == 0
    assert path.read_bytes() == before
    assert regesta(reviewed, "run").returncode == 0
    (line,) = regesta(reviewed, "status", "--json").stdout.splitlines()
    assert json.loads(line)["mentions"]["stale"] == 0


def test_what_makes_no_sense_is_said(reviewed: Path) -> None:
    assert regesta(reviewed, "reanchor", "note").returncode == 2
    assert regesta(reviewed, "reanchor", "note", "better.txt", "--undo").returncode == 2
    assert "was never corrected" in regesta(reviewed, "reanchor", "note", "--undo", "--as", "anna").stderr
    assert "no source" in regesta(reviewed, "reanchor", "nobody", "better.txt").stderr


def _log(folder: Path) -> list[str]:
    (path,) = folder.glob("annotations/decisions/*/*.jsonl")
    return path.read_text("utf-8").splitlines()
