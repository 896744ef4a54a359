"""Releases as folders: whole or not at all, each after the one before, the same bytes when nothing changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Protocol

import pytest

from regesta.engine.run import Runner
from regesta.review.decide import new_mention
from regesta.stages.folder import read_folder, sweep
from regesta.stages.release import release, releases
from regesta.stages.verify import newest, verify_release
from regesta.workspace.jsonl import write_records
from regesta.workspace.workspace import Workspace


class MakeSource(Protocol):
    """The fixture that puts a text into a workspace."""

    def __call__(self, ws: Workspace, citekey: str, text: str) -> object: ...


def previous(ws: Workspace, version: str) -> str:
    return str(json.loads((ws.release_dir(version) / "release.json").read_bytes())["previous"])


def test_a_release_names_the_one_before_and_numbers_count(ws: Workspace, make_source: MakeSource) -> None:
    make_source(ws, "anna", "One letter.\n")
    for version in ("0.9.0", "0.10.0", "0.11.0"):
        assert not release(ws, version).refused
    assert releases(ws) == ["0.9.0", "0.10.0", "0.11.0"]
    assert [previous(ws, version) for version in releases(ws)] == ["", "0.9.0", "0.10.0"]
    assert newest(ws) == "0.11.0"


def test_an_old_release_is_rebuilt_after_the_same_one_as_before(ws: Workspace, make_source: MakeSource) -> None:
    make_source(ws, "anna", "One letter.\n")
    release(ws, "1.0")
    release(ws, "1.1")
    assert release(ws, "1.0").written == []
    assert release(ws, "1.1").written == []


def test_more_proposals_alone_make_no_other_release(ws: Workspace, make_source: MakeSource) -> None:
    make_source(ws, "note", "They met in Lwów.\n")
    release(ws, "1.0.0")
    path = ws.mentions_path("note")
    path.parent.mkdir(parents=True)
    path.write_bytes(write_records([new_mention("note", "They met in Lwów.\n", (12, 16), "PLACE", reviewer="x")]))
    assert release(ws, "1.0.0").written == []
    release(ws, "2.0.0")
    counted = [json.loads((ws.release_dir(each) / "release.json").read_bytes()) for each in ("1.0.0", "2.0.0")]
    assert [record["unreviewed"]["mentions"] for record in counted] == [0, 1]


def test_a_name_that_leads_elsewhere_is_refused(ws: Workspace, make_source: MakeSource) -> None:
    make_source(ws, "anna", "One letter.\n")
    assert release(ws, "../1.0").refused
    assert not releases(ws)
    assert not (ws.root / "1.0").exists()


def test_what_does_not_belong_to_a_release_is_a_difference(ws: Workspace, make_source: MakeSource) -> None:
    make_source(ws, "anna", "One letter.\n")
    release(ws, "1.0")
    (ws.release_dir("1.0") / "notes.txt").write_text("mine", encoding="utf-8")
    refused = release(ws, "1.0")
    assert refused.refused
    assert "notes.txt" in refused.findings[-1].what
    assert release(ws, "1.0", replace=True).written == ["notes.txt"]
    assert not (ws.release_dir("1.0") / "notes.txt").exists()


def test_a_release_is_verified_against_texts_read_anew(ws: Workspace, make_source: MakeSource) -> None:
    make_source(ws, "anna", "One letter.\n")
    release(ws, "1.0")
    with Runner(1) as runner:
        assert verify_release(ws, "1.0", runner) == []
        (ws.source_dir("anna") / "original.txt").write_bytes(b"Another letter.\n")
        assert verify_release(ws, "1.0", runner)


def test_a_release_is_not_lost_to_a_crash_while_it_is_replaced(
    ws: Workspace, make_source: MakeSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_source(ws, "anna", "One letter.\n")
    release(ws, "1.0")
    before = read_folder(ws.release_dir("1.0"))
    make_source(ws, "bert", "Another letter.\n")
    rename = Path.rename

    def crash(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", crash)
    with pytest.raises(KeyboardInterrupt):
        release(ws, "1.0", replace=True)
    monkeypatch.undo()
    assert not ws.release_dir("1.0").exists()
    sweep(ws)
    assert read_folder(ws.release_dir("1.0")) == before
    assert release(ws, "1.0", replace=True).written
