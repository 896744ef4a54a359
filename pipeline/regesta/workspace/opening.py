"""Opening a file that came from outside: a plain file, no link, no larger than allowed."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from regesta.errors import fail


def read_foreign(path: Path, megabytes: int) -> bytes:
    """The bytes of a file that somebody hands in.

    Raises RegestaError for links, folders, devices, pipes (which would block for ever) and files over the bound.
    """
    try:
        status = os.lstat(path)
    except OSError as error:
        raise fail("ingest.unreadable", f"cannot be read: {error.strerror}", path=str(path)) from error
    if not stat.S_ISREG(status.st_mode):
        raise fail(
            "ingest.not_a_file",
            "is a link, a folder or a device, no plain file",
            path=str(path),
            remedy="Copy the file itself to where it can be taken in.",
        )
    bound = megabytes * 1_000_000
    if status.st_size > bound:
        raise fail(
            "ingest.too_large",
            f"holds {status.st_size:,} bytes, more than the {megabytes} MB that are allowed",
            path=str(path),
            remedy="Raise ingest.megabytes in the settings, or split the file.",
        )
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise fail("ingest.unreadable", f"cannot be read: {error.strerror}", path=str(path)) from error
    with os.fdopen(descriptor, "rb") as file:
        return file.read(bound + 1)[:bound]
