"""Documents for the readers, set in type with fpdf2 so that a test shows what is on the page."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import pytest
from fpdf import FPDF

from regesta.model.settings import IngestSettings

SETTINGS = IngestSettings()


@pytest.fixture
def settings() -> IngestSettings:
    return SETTINGS


class Sheet(FPDF):
    """A4 in points; `at` prints a line of text with its base line at a place."""

    def __init__(self) -> None:
        super().__init__(unit="pt", format="A4")
        self.set_auto_page_break(False)
        self.set_margin(0)
        self.set_font("Helvetica", size=11)

    def at(self, x: float, y: float, text: str, size: float = 11) -> None:
        """Prints a line in letters of this size, in points."""
        self.set_font_size(size)
        self.text(x, y, text)

    def lines(self, x: float, y: float, texts: list[str], size: float = 11, pitch: float = 14) -> float:
        """Prints lines under each other and gives the place of the next."""
        for text in texts:
            self.at(x, y, text, size)
            y += pitch
        return y

    def bytes(self) -> bytes:
        """The finished file."""
        return bytes(self.output())


def picture() -> io.BytesIO:
    """A grey PNG of 8 by 8 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * 8) * 8)
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))


@pytest.fixture
def sheet() -> Callable[[], Sheet]:
    """Makes an empty document with one page."""

    def make() -> Sheet:
        made = Sheet()
        made.add_page()
        return made

    return make


@pytest.fixture
def png() -> Callable[[], io.BytesIO]:
    return picture
