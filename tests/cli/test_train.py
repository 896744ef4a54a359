"""`train`, `evaluate`, `doctor` and the mark that a source is reviewed to the end, as a user meets them."""

from __future__ import annotations

import json

import pytest

NOTE = "She was born in Lisbon on 3 May 1940.\n"


@pytest.fixture
def tagged(shell):
    """A workspace with one note that is tagged."""
    assert shell("init", ".", "--title", "Notes").returncode == 0
    (shell.folder / "note.txt").write_text(NOTE, encoding="utf-8")
    assert shell("ingest", "note.txt", "--citekey", "note").returncode == 0
    assert shell("tag").returncode == 0
    return shell


def test_a_source_is_marked_once_it_is_decided_and_then_scored(tagged) -> None:
    early = tagged("review", "note", "--complete", "--as", "anna")
    assert early.returncode == 3
    assert "wait for a decision" in early.stderr
    assert "regesta review note" in early.stderr
    tagged("review", "--plain", "--as", "anna", "--kind", "mention", answers="accept\naccept\n")
    marked = tagged("review", "note", "--complete", "--as", "anna")
    assert marked.returncode == 0, marked.stderr
    scored = tagged("evaluate", "--json")
    assert scored.returncode == 0, scored.stderr
    found = json.loads(scored.stdout)
    assert found["sources"] == ["note"]
    assert {score["label"]: score["f1"] for score in found["scores"]} == {"DATE": 1.0, "PLACE": 1.0, "ALL": 1.0}
    few = tagged("train")
    assert few.returncode == 1
    assert "two are needed at least" in few.stderr


def test_complete_needs_a_source(tagged) -> None:
    assert tagged("review", "--complete", "--as", "anna").returncode == 2


def test_the_doctor_finds_nothing_missing_here_and_works_outside_of_a_workspace(shell) -> None:
    done = shell("doctor", "--json")
    assert done.returncode == 0, done.stderr
    parts = json.loads(done.stdout)["parts"]
    assert {"spacy", "pdfplumber", "python"} <= {part["name"] for part in parts if part["version"]}
    assert "no workspace" in shell("doctor").stderr


def test_the_doctor_leaves_with_3_where_a_model_is_missing(tagged) -> None:
    settings = tagged.folder / "regesta.toml"
    settings.write_text(settings.read_text("utf-8").replace("[tag]", '[tag]\nmodel = "pl_core_news_sm"'), "utf-8")
    done = tagged("doctor")
    assert done.returncode == 3
    assert "python -m spacy download pl_core_news_sm" in done.stderr
    # What bears an official name on the index is not spaCy's: only a file that is there already may be installed.
    assert done.stderr.count("pip install") == done.stderr.count("pip install --no-index ./")
