"""What verify is given: bytes, and no word of the build beside the release itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct

from regesta.model.tables import ChangeRow, CitationRow, ClaimRow, EntityRow, EventRow, SourceRow


class CorpusFiles(Struct, frozen=True, kw_only=True):
    """The bytes of one source's files; None where there is no such file. `former` has those of former/ by name."""

    original: bytes | None
    source_json: bytes
    text: bytes | None
    layout: bytes | None
    former: Mapping[str, bytes] = {}


class HashesOfSource(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `release.json` says of one source's files; empty where there was none."""

    original: str
    source_json: str
    text: str
    layout: str


class MarkOfLog(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `release.json` says of one log: its size and sha256 when the release was built."""

    size: int
    sha256: str


class ReleaseRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`release.json` as it has to be."""

    title: str
    version: str
    licence: str
    previous: str
    previous_manifest_sha256: str
    style: str
    winter: Literal["december", "january"]
    includes_unreviewed: bool
    counts: dict[str, int]
    unreviewed: dict[str, int]
    tools: dict[str, str]
    corpus: dict[str, HashesOfSource]
    logs: dict[str, MarkOfLog]


class Release(Struct, frozen=True, kw_only=True):
    """A release as far as it can be read; `record` is None where release.json cannot be."""

    events: list[EventRow]
    claims: list[ClaimRow]
    citations: list[CitationRow]
    sources: list[SourceRow]
    entities: list[EntityRow]
    changes: list[ChangeRow]
    record: ReleaseRecord | None
    references: list[dict[str, Any]]

    @property
    def winter(self) -> str:
        """The month in which this release's winters begin."""
        return self.record.winter if self.record else "december"
