"""What was acknowledged is on disk, and a torn line harms nothing else."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path

import pytest

from regesta.errors import RegestaError
from regesta.model.chain import check_chain
from regesta.model.decision import Decision, Target
from regesta.workspace import append
from regesta.workspace.jsonl import split_lines
from regesta.workspace.logs import LogWriter, broken_chains, read_decisions, read_log
from regesta.workspace.workspace import Workspace


def draft(note: str, reviewer: str = "anna") -> Decision:
    return Decision(
        id="",
        reviewer=reviewer,
        device="laptop",
        seq=1,
        clock=1,
        at="2026-11-25T09:00:00Z",
        answer="note",
        target=Target(kind="mention", id="m-1", digest="0"),
        note=note,
    )


def test_lines_are_numbered_and_chained(ws: Workspace) -> None:
    writer = LogWriter(ws, "Anna", "laptop")
    writer.append(draft("one"))
    second = LogWriter(ws, "Anna", "laptop").append(draft("two"))
    assert (second.seq, second.clock) == (2, 2)
    assert check_chain(split_lines(writer.path.read_bytes()), "log") == []


def test_a_line_is_later_than_all_that_the_reviewer_could_see(ws: Workspace) -> None:
    anna = LogWriter(ws, "anna", "laptop")
    anna.append(draft("one"))
    anna.append(draft("two"))
    assert LogWriter(ws, "ben", "laptop").append(draft("three", "ben")).clock == 3


def test_a_change_in_the_middle_of_a_log_shows(ws: Workspace) -> None:
    writer = LogWriter(ws, "anna", "laptop")
    for note in ("one", "two", "three"):
        writer.append(draft(note))
    edited = writer.path.read_bytes().replace(b'"note":"two"', b'"note":"zwo"')
    codes = [(finding.code, finding.line) for finding in check_chain(split_lines(edited), "log")]
    assert codes == [("log.id", 2), ("log.chain", 3)]


def test_a_log_cut_at_any_byte_of_its_last_line_loses_only_that_line(ws: Workspace) -> None:
    writer = LogWriter(ws, "anna", "laptop")
    writer.append(draft("kept"))
    kept = writer.path.stat().st_size
    writer.append(draft("cut ś𝔘"))
    whole = writer.path.read_bytes()
    torn = writer.path.with_name("laptop.jsonl.torn")
    for cut in range(kept, len(whole)):
        writer.path.write_bytes(whole[:cut])
        torn.unlink(missing_ok=True)
        again = LogWriter(ws, "anna", "laptop")
        again.append(draft("after"))
        notes = [decision.note for decision in read_decisions(ws)[0]]
        complete = cut == len(whole) - 1
        assert notes == (["kept", "cut ś𝔘", "after"] if complete else ["kept", "after"])
        assert check_chain(split_lines(writer.path.read_bytes()), "log") == []
        if kept < cut < len(whole) - 1:
            assert [finding.code for finding in again.findings] == ["log.torn"]
            assert torn.read_bytes() == whole[kept:cut] + b"\n"


def test_a_torn_line_is_reported_by_those_who_only_read(ws: Workspace) -> None:
    writer = LogWriter(ws, "anna", "laptop")
    writer.append(draft("one"))
    with writer.path.open("ab") as file:
        file.write(b'{"id":"d-')
    decisions, findings = read_log(writer.path, "log")
    assert [decision.note for decision in decisions] == ["one"]
    assert [(finding.code, finding.line) for finding in findings] == [("log.torn", 2)]


def test_a_short_write_leaves_the_log_as_it_was(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = LogWriter(ws, "anna", "laptop")
    writer.append(draft("one"))
    before = writer.path.read_bytes()
    write = os.write
    monkeypatch.setattr(append.os, "write", lambda descriptor, data: write(descriptor, data[:5]))
    with pytest.raises(RegestaError, match="NOT saved"):
        writer.append(draft("two"))
    assert writer.path.read_bytes() == before


def test_a_full_disk_is_said_and_changes_nothing(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = LogWriter(ws, "anna", "laptop")
    writer.append(draft("one"))
    before = writer.path.read_bytes()

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(append.os, "write", full)
    with pytest.raises(RegestaError, match=r"NOT saved.*No space left"):
        writer.append(draft("two"))
    assert writer.path.read_bytes() == before


def test_an_edited_log_is_said_to_be_broken_and_a_torn_one_is_not(ws: Workspace) -> None:
    writer = LogWriter(ws, "anna", "laptop")
    for note in ("one", "two", "three"):
        writer.append(draft(note))
    whole = writer.path.read_bytes()
    writer.path.write_bytes(whole + b'{"id":"d-')
    assert broken_chains(ws) == []
    writer.path.write_bytes(whole.replace(b'"note":"two"', b'"note":"zwo"'))
    assert [finding.where for finding in broken_chains(ws)] == [
        "annotations/decisions/anna/laptop.jsonl:2",
        "annotations/decisions/anna/laptop.jsonl:3",
    ]


def test_a_conflict_marker_in_a_log_is_not_to_be_mended_by_hand(ws: Workspace) -> None:
    writer = LogWriter(ws, "anna", "laptop")
    writer.append(draft("one"))
    writer.path.write_bytes(b"<<<<<<< HEAD\n" + writer.path.read_bytes())
    decisions, (finding,) = read_decisions(ws)
    assert [decision.note for decision in decisions] == ["one"]
    assert (finding.code, finding.line) == ("log.line", 1)
    assert "from the last commit in which it was whole" in finding.remedy


def test_two_clones_are_merged_by_git_without_a_conflict(ws: Workspace, tmp_path: Path) -> None:
    def git(folder: Path, *arguments: str) -> None:
        who = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main"]
        subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)

    def decide(root: Path, reviewer: str, *notes: str) -> None:
        writer = LogWriter(Workspace.open(root), reviewer, "laptop")
        for note in notes:
            writer.append(draft(note, reviewer))
        git(root, "add", "-A")
        git(root, "commit", "-m", reviewer)

    git(ws.root, "init")
    decide(ws.root, "anna", "one")
    git(tmp_path, "clone", str(ws.root), "clone")
    decide(ws.root, "anna", "two")
    decide(tmp_path / "clone", "ben", "three", "four")
    git(tmp_path / "clone", "pull", "--no-rebase", "--no-edit")
    merged = Workspace.open(tmp_path / "clone")
    decisions, findings = read_decisions(merged)
    assert [decision.note for decision in decisions] == ["one", "two", "three", "four"]
    assert [*findings, *broken_chains(merged)] == []
