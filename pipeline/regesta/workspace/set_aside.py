"""Lines of files as they stood at one moment, set aside in a file without a name, and read again one by one.

What is proposed may be made anew while somebody reviews; and what lies here takes no memory.
"""

from __future__ import annotations

import os
import tempfile
import weakref
from pathlib import Path
from typing import BinaryIO

_PIECE = 1 << 20


class SetAside:
    """A file that nobody else sees; it goes when this object or the process does."""

    def __init__(self, folder: Path) -> None:
        """`folder` is where it lies, or the system's folder for such files where that cannot be written."""
        self._file = _unnamed(folder)
        self._size = 0
        weakref.finalize(self, os.close, self._file)

    def add(self, file: BinaryIO) -> int:
        """Sets the rest of a file aside; gives the offset at which it begins."""
        start = self._size
        while piece := file.read(_PIECE):
            view = memoryview(piece)
            while view:
                view = view[os.write(self._file, view) :]
            self._size += len(piece)
        return start

    def read(self, start: int, end: int) -> bytes:
        """The bytes between two offsets."""
        return os.pread(self._file, end - start, start)


def _unnamed(folder: Path) -> int:
    for place in (folder, None):
        try:
            if place is not None:
                place.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(dir=place)
        except OSError:
            if place is None:
                raise
            continue
        Path(name).unlink()
        return descriptor
    raise AssertionError("the last place raises")
