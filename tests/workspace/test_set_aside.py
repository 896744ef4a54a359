"""Lines set aside in a file without a name."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from regesta.workspace.set_aside import SetAside


def test_what_was_set_aside_is_read_by_its_offsets(tmp_path):
    kept = SetAside(tmp_path / "cache")
    assert [kept.add(io.BytesIO(b"one\n")), kept.add(io.BytesIO(b"two\n"))] == [0, 4]
    assert kept.read(4, 7) == b"two"


def test_what_is_set_aside_later_is_found_as_well(tmp_path):
    kept = SetAside(tmp_path)
    kept.add(io.BytesIO(b"one\n"))
    assert kept.read(0, 4) == b"one\n"
    kept.add(io.BytesIO(b"two\n" * 9000))
    assert (kept.read(2, 8), kept.read(36_000, 36_004), kept.read(0, 3)) == (b"e\ntwo\n", b"two\n", b"one")


def test_no_file_is_left_to_be_seen(tmp_path):
    kept = SetAside(tmp_path)
    kept.add(io.BytesIO(b"x"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts open files by /proc")
def test_it_is_closed_when_nobody_needs_it(tmp_path):
    before = len(list(Path("/proc/self/fd").iterdir()))
    kept = SetAside(tmp_path)
    del kept
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_where_the_folder_cannot_be_made_it_lies_in_the_systems(tmp_path):
    (tmp_path / "cache").write_text("a file stands in the way", "utf-8")
    kept = SetAside(tmp_path / "cache")
    kept.add(io.BytesIO(b"x"))
    assert kept.read(0, 1) == b"x"


def test_on_a_full_disk_it_lies_in_memory(tmp_path, monkeypatch):
    kept = SetAside(tmp_path)
    kept.add(io.BytesIO(b"one\n"))

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "pwrite", full)
    assert kept.add(io.BytesIO(b"two\n")) == 4
    assert kept.read(0, 8) == b"one\ntwo\n"
