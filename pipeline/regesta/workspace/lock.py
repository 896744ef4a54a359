"""Locks between processes: flock on a file of its own, which the kernel lets go when the process dies."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from regesta.errors import fail


@contextmanager
def locked(path: Path, *, wait: bool = True) -> Iterator[None]:
    """Holds the lock while the block runs; without `wait`, a lock that somebody else holds is an error."""
    descriptor = _opened(path)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            raise fail(
                "workspace.locked",
                "another regesta is at work in this workspace",
                path=str(path),
                remedy="Wait until it has finished, or stop it.",
            ) from None
        except OSError as error:
            raise fail(
                "workspace.no_locks",
                f"locks do not work on this drive: {error.strerror}",
                path=str(path),
                why="Without them two programs could write to one file at once, so nothing is written.",
                remedy="Mount the drive with locks, or keep the workspace on this machine and exchange it by git.",
            ) from error
        yield
    finally:
        os.close(descriptor)


def _opened(path: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
    try:
        return os.open(path, flags, 0o666)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, flags, 0o666)
