"""Only plain files of a bounded size are opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from regesta.errors import RegestaError
from regesta.workspace.opening import read_foreign


def test_a_plain_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")
    assert read_foreign(tmp_path / "a.txt", 1) == b"abc"


@pytest.mark.parametrize("kind", ["link", "folder", "pipe", "missing"])
def test_what_is_no_plain_file_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / kind
    match kind:
        case "link":
            path.symlink_to("/etc/passwd")
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case _:
            pass
    with pytest.raises(RegestaError, match=r"no plain file|cannot be read"):
        read_foreign(path, 1)


def test_a_file_over_the_bound_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 1_000_001)
    with pytest.raises(RegestaError, match="1,000,001 bytes"):
        read_foreign(tmp_path / "a.txt", 1)
