"""Rebuilt files hold the old bytes or the new ones."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from regesta.workspace import replace
from regesta.workspace.replace import replace_bytes


def test_the_same_bytes_leave_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "file"
    assert replace_bytes(path, b"one")
    before = path.stat().st_mtime_ns, path.stat().st_ino
    assert not replace_bytes(path, b"one")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_a_failed_write_leaves_the_old_bytes_and_no_rubbish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    replace_bytes(path, b"old")

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(replace.os, "write", full)
    with pytest.raises(OSError, match="No space"):
        replace_bytes(path, b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["file"]  # noqa: PTH208
