"""Reading a file: the bytes as received become a text, by the reader for their media type."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points

from regesta.errors import RegestaError, fail
from regesta.ingest.media_types import HTML, MARKDOWN, PDF, PLAIN, media_type, refuse
from regesta.ingest.reading import Reader, Reading
from regesta.model.settings import IngestSettings

__all__ = ["Reader", "Reading", "read", "reader_for"]

#: The entry-point group by which a package adds a reader, or takes the place of one: media type = "module:function".
GROUP = "regesta.readers"

#: Named and not imported: each brings a large library along.
_READERS = {
    PDF: "regesta.ingest.pdf.reader:read_pdf",
    HTML: "regesta.ingest.html:read_html",
    MARKDOWN: "regesta.ingest.plain:read_markdown",
    PLAIN: "regesta.ingest.plain:read_plain",
}


def read(data: bytes, name: str, settings: IngestSettings, encoding: str = "") -> Reading:
    """The reading of a file's bytes; `name` is told in findings, `encoding` is what a person knows of a text file.

    The same bytes give the same reading on any machine. RegestaError, with file, reason and remedy, where there is
    no text to be had: empty, broken, encrypted, a picture, an unknown encoding or kind.
    """
    if not data:
        raise fail(
            "ingest.empty", "the file is empty: it has 0 bytes", path=name,
            why="Something went wrong when it was copied or saved.", remedy="Get the file again, or leave it out.",
        )  # fmt: skip
    if len(data) > settings.megabytes * 1_000_000:
        raise fail(
            "ingest.too_large", f"{len(data) / 1e6:.0f} MB, and the limit is {settings.megabytes} MB", path=name,
            remedy="Cut it into parts, or raise `megabytes` under `[ingest]` in the settings.",
        )  # fmt: skip
    found = media_type(data, name)
    reader = reader_for(found)
    if reader is None:
        raise refuse(data, name, found)
    try:
        return reader(data, name, settings, encoding)
    except (RegestaError, MemoryError):
        raise
    except Exception as error:
        raise fail(
            "ingest.reader",
            f"the reader for {found} failed: {type(error).__name__}: {error}",
            path=name,
            why="The file is broken in a way that the reader does not expect, or the reader has a fault.",
            remedy="Open the file in the program that it was made with, save it anew, and ingest that; else report it.",
        ) from error


def reader_for(found: str) -> Reader | None:
    """The reader for a media type: a project's own before ours; none where nobody reads it."""
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        if point.name == found:
            own: Reader = point.load()
            return own
    if found not in _READERS:
        return None
    module, function = _READERS[found].split(":")
    ours: Reader = getattr(import_module(module), function)
    return ours
