"""What kind of file it is: by its first bytes, then by its suffix."""

from __future__ import annotations

import mimetypes
import re
import shlex
from pathlib import PurePath

from regesta.errors import fail

PDF = "application/pdf"
HTML = "text/html"
MARKDOWN = "text/markdown"
PLAIN = "text/plain"

_SUFFIXES = {
    ".txt": PLAIN, ".text": PLAIN, ".asc": PLAIN, "": PLAIN, ".md": MARKDOWN, ".markdown": MARKDOWN, ".mdown": MARKDOWN,
    ".htm": HTML, ".html": HTML, ".xhtml": HTML, ".pdf": PDF,
}  # fmt: skip
#: First bytes of what is no text: its media type, and what it is called.
_MAGIC = (
    (b"PK\x03\x04", "application/zip", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "application/x-ole-storage", "an old office document"),
    (b"{\\rtf", "application/rtf", "an RTF document"),
    (b"%!PS", "application/postscript", "a PostScript document"),
    (b"AT&TFORM", "image/vnd.djvu", "a DjVu document"),
    (b"\xff\xd8\xff", "image/jpeg", "a picture"),
    (b"\x89PNG\r\n", "image/png", "a picture"),
    (b"GIF8", "image/gif", "a picture"),
    (b"II*\0", "image/tiff", "a picture"),
    (b"MM\0*", "image/tiff", "a picture"),
    (b"\x1f\x8b", "application/gzip", "a compressed file"),
    (b"BZh", "application/x-bzip2", "a compressed file"),
    (b"\xfd7zXZ", "application/x-xz", "a compressed file"),
    (b"7z\xbc\xaf", "application/x-7z-compressed", "a compressed file"),
)
_HTML_BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S
)
_REMEDIES = {
    "image": "Make a PDF with text of it, such as by `img2pdf {name} | ocrmypdf - with-text.pdf`, and ingest that.",
    "compressed": "Unpack it, and ingest what is in it.",
    "office": "Save it as PDF, such as by `soffice --convert-to pdf {name}`, and ingest that.",
    "text": "If it is text, give it a name that ends in .txt, .md or .html.",
}  # fmt: skip


def media_type(data: bytes, name: str) -> str:
    """The media type of a file by its content, else by its suffix; "application/octet-stream" for what is unknown."""
    if b"%PDF-" in data[:1024]:
        return PDF
    for magic, found, _ in _MAGIC:
        if data.startswith(magic):
            return found
    if _HTML_BEGINS.match(data[:4096]):
        return HTML
    suffix = PurePath(name).suffix.lower()
    return _SUFFIXES.get(suffix) or mimetypes.MimeTypes().guess_type("file" + suffix)[0] or "application/octet-stream"


def refuse(data: bytes, name: str, found: str) -> Exception:
    """The RegestaError for a file that no reader takes."""
    called = next((called for magic, _, called in _MAGIC if data.startswith(magic)), "of a kind that no reader takes")
    kind = "image" if found.startswith("image/") else "compressed" if "compressed" in called else "office"
    if "no reader" in called:
        kind = "text"
    return fail(
        "ingest.media_type", f"the file is {called} ({found})", path=name,
        why="Readers are there for PDF, plain text, Markdown and HTML; a project can add others.",
        remedy=_REMEDIES[kind].format(name=shlex.quote(name)),
    )  # fmt: skip
