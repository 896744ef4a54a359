"""The language of a source, as a person corrects it in its record."""

from __future__ import annotations

import msgspec

from regesta.errors import fail
from regesta.ingest.language import language_tag
from regesta.workspace.corpus import read_source
from regesta.workspace.lock import locked
from regesta.workspace.replace import replace_bytes
from regesta.workspace.workspace import Workspace


def checked(language: str) -> str:
    """The code of a language as somebody typed it, or nothing. Raises RegestaError where it is no BCP 47 tag."""
    if language and not language_tag(language):
        raise fail(
            "ingest.language",
            f"{language!r} is no code of a language",
            remedy="Give a code of two or three letters, such as de, pl or fr, with a region if it matters: en-US.",
        )
    return language


def correct_language(ws: Workspace, citekey: str, language: str) -> str:
    """Writes the language of a source that is there into its record; gives what stood there before."""
    with locked(ws.lock_path, wait=False):
        source = read_source(ws, citekey)
        corrected = msgspec.structs.replace(source, language=checked(language))
        data = msgspec.json.format(msgspec.json.encode(corrected), indent=2) + b"\n"
        replace_bytes(ws.source_dir(citekey) / "source.json", data)
    return source.language
