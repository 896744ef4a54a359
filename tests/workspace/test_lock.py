"""Locks, and drives on which they do not work or do not hold."""

from __future__ import annotations

import errno
import fcntl
import os
from pathlib import Path

import pytest

from regesta.errors import RegestaError
from regesta.model.chain import check_chain
from regesta.model.decision import Decision, Target
from regesta.workspace.jsonl import split_lines
from regesta.workspace.lock import locked
from regesta.workspace.logs import LogWriter
from regesta.workspace.workspace import Workspace


def note(words: str) -> Decision:
    return Decision(
        id="", reviewer="anna", device="", seq=1, clock=1, at="2026-11-25T09:00:00Z", answer="note",
        target=Target(kind="mention", id="m-1", digest="0"), note=words,
    )  # fmt: skip


@pytest.fixture
def without_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A network drive on which every lock is granted and none holds."""
    monkeypatch.setattr(fcntl, "flock", lambda *_: None)


def test_a_lock_that_somebody_holds_is_waited_for_or_said(tmp_path: Path) -> None:
    lock = tmp_path / "folder" / "lock"
    with locked(lock), pytest.raises(RegestaError) as caught, locked(lock, wait=False):
        pass
    assert caught.value.finding.code == "workspace.locked"


def test_where_locks_do_not_work_nothing_is_written_and_it_is_said(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refused)
    writer = LogWriter(ws, "anna", "desk")
    with pytest.raises(RegestaError) as caught:
        writer.append(note("one"))
    assert caught.value.finding.code == "workspace.no_locks"
    assert "exchange it by git" in caught.value.finding.remedy
    assert not writer.path.exists()


@pytest.mark.usefixtures("without_locks")
def test_two_machines_never_write_to_one_file_even_where_no_lock_holds(ws: Workspace) -> None:
    one, other = LogWriter(ws, "anna", "desk"), LogWriter(ws, "anna", "laptop")
    for number in range(3):
        for each in (one, other):
            each.append(note(str(number)))
    for each in (one, other):
        lines = split_lines(each.path.read_bytes())
        assert len(lines) == 3
        assert check_chain(lines, "log") == []


@pytest.mark.usefixtures("without_locks")
def test_a_line_that_another_machine_of_the_same_name_came_between_is_not_acknowledged(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = LogWriter(ws, "anna", "desk")
    writer.append(note("one"))
    synced = os.fsync

    def meanwhile(descriptor: int) -> None:
        monkeypatch.setattr(os, "fsync", synced)
        with writer.path.open("ab") as file:
            file.write(b"what the other machine writes\n")
        synced(descriptor)

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(RegestaError) as caught:
        writer.append(note("two"))
    assert caught.value.finding.code == "log.not_saved"
    assert "device name of its own" in caught.value.finding.remedy
