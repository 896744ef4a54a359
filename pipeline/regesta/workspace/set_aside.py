"""Lines of files as they stood at one moment, set aside in a file without a name, and read again one by one.

What is proposed may be made anew while somebody reviews; and what lies here takes no memory.
"""

from __future__ import annotations

import os
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

#: So many bytes are copied at once.
_PIECE = 1 << 20
#: So many are read at once: who reads a line mostly reads the next one too.
_BLOCK = 1 << 14


class SetAside:
    """A file that nobody else sees; it goes when this object or the process does. On a full disk it is memory."""

    def __init__(self, folder: Path) -> None:
        """`folder` is where it lies, or the system's folder for such files where that cannot be written."""
        self._file: int | None = _unnamed(folder)
        self._memory = bytearray()
        self._size = 0
        self._block, self._block_start = b"", 0
        if self._file is not None:
            weakref.finalize(self, os.close, self._file)

    def add(self, file: BinaryIO) -> int:
        """Sets the rest of a file aside; gives the offset at which it begins."""
        start = self._size
        while piece := file.read(_PIECE):
            if self._file is not None and not _write(self._file, piece, self._size):
                self._memory += os.pread(self._file, self._size, 0)
                self._file = None
            if self._file is None:
                self._memory += piece
            self._size += len(piece)
        return start

    def read(self, start: int, end: int) -> bytes:
        """The bytes between two offsets."""
        if self._file is None:
            return bytes(self._memory[start:end])
        at = start - self._block_start
        if at < 0 or end - self._block_start > len(self._block):
            self._block, self._block_start, at = os.pread(self._file, max(end - start, _BLOCK), start), start, 0
        return self._block[at : at + end - start]


def _write(file: int, piece: bytes, at: int) -> bool:
    """Whether the whole piece could be written."""
    view = memoryview(piece)
    try:
        while view:
            written = os.pwrite(file, view, at)
            view, at = view[written:], at + written
    except OSError:
        return False
    return True


def _unnamed(folder: Path) -> int | None:
    """A new file without a name; None where there is no room for one."""
    for place in (folder, None):
        with suppress(OSError):
            if place is not None:
                place.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(dir=place)
            Path(name).unlink()
            return descriptor
    return None
