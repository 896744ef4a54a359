"""The append protocol: a line is on disk before it is acknowledged, and a torn one harms nothing else.

The caller holds a lock. A kill tears a single write at page boundaries, and without fsync a power cut takes
acknowledged lines along; each step below answers one of these.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from regesta.errors import Finding, fail
from regesta.workspace.replace import sync_folder


def append_line(path: Path, line: bytes) -> None:
    """Appends one line (without its newline) and returns when it is on disk; as `append_lines` for the rest."""
    append_lines(path, [line])


def append_lines(path: Path, lines: Sequence[bytes]) -> None:
    """Appends lines (without their newlines) with one write and one fsync, and returns when all are on disk.

    All are acknowledged or none. A kill between write and fsync may leave the first of them whole: these stand, as
    lines that nobody was told of, and count; the next is torn at most, and `repair_tail` sets it aside.

    Raises RegestaError if it could not be written whole; the file is then as it was. A failed fsync is never tried
    again, since the kernel may have dropped the pages that it could not write.
    """
    data = b"".join(line + b"\n" for line in lines)
    new = not path.exists()
    if new:
        path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW, 0o666)
    try:
        size = os.fstat(descriptor).st_size
        _write_whole(descriptor, data, size, path)
        try:
            os.fsync(descriptor)
        except OSError as error:
            raise _not_saved(path, f"the disk did not confirm it: {error.strerror}") from error
        if os.fstat(descriptor).st_size != size + len(data):
            raise _not_saved(
                path,
                "another machine wrote to this file at the same moment; locks do not hold on this drive",
                remedy="Give each machine a device name of its own, or exchange it by git; then do it again.",
            )
    finally:
        os.close(descriptor)
    if new:
        sync_folder(path.parent)


def _write_whole(descriptor: int, data: bytes, size: int, path: Path) -> None:
    try:
        written = os.write(descriptor, data)
    except OSError as error:
        _cut_back(descriptor, size)
        raise _not_saved(path, error.strerror or str(error)) from error
    if written != len(data):
        _cut_back(descriptor, size)
        raise _not_saved(path, f"only {written} of {len(data)} bytes could be written; the disk may be full")


def _cut_back(descriptor: int, size: int) -> None:
    """Where even this fails, the next append finds the torn line and sets it aside."""
    with suppress(OSError):
        os.ftruncate(descriptor, size)


def _not_saved(
    path: Path,
    why: str,
    remedy: str = "Make room or mend the disk, then do it again; what was saved before is untouched.",
) -> Exception:
    return fail(
        "log.not_saved",
        "the line was NOT saved",
        path=str(path),
        why=f"{why[:1].upper()}{why[1:]}.",
        remedy=remedy,
    )


def repair_tail(path: Path, is_record: Callable[[bytes], bool]) -> Finding | None:
    """Mends a file whose last byte is no newline, and says what was done; None where nothing had to be.

    A complete last record gets its newline. A torn one was never acknowledged: it goes to `FILE.torn`, and the
    file is cut back to the line before.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    if not data or data.endswith(b"\n"):
        return None
    start = data.rfind(b"\n") + 1
    number = data.count(b"\n") + 1
    tail = data[start:]
    if is_record(tail):
        append_line(path, b"")
        return Finding(
            code="log.newline",
            level="note",
            what="the last line had no end; it is complete and was kept",
            path=str(path),
            line=number,
        )
    torn = path.with_name(path.name + ".torn")
    append_line(torn, tail)
    descriptor = os.open(path, os.O_RDWR | os.O_NOFOLLOW)
    try:
        os.ftruncate(descriptor, start)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    return Finding(
        code="log.torn",
        level="warning",
        what=f"the last line was torn off after {len(tail)} bytes and was set aside in {torn.name}",
        path=str(path),
        line=number,
        why="The program was stopped while it wrote; the line had not been acknowledged.",
        remedy="Decide once more what you decided last.",
    )
