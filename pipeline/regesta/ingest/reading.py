"""What a reader makes of a file's bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from regesta.errors import Finding
from regesta.model.settings import IngestSettings
from regesta.model.source import PageLayout


class Reading(Struct, frozen=True, kw_only=True):
    """The text that offsets count in, NFC with LF, and all that was learnt on the way.

    `csl` is what the file says of itself; `version` names the reader's own version and the libraries behind it.
    """

    text: str
    media_type: str
    reader: str
    version: str
    layout: list[PageLayout] = []
    encoding: str = ""
    csl: dict[str, Any] = {}
    language: str = ""
    findings: list[Finding] = []


#: A reader takes the bytes, the file's name, the settings, and the encoding where a person told it.
Reader = Callable[[bytes, str, IngestSettings, str], Reading]
