"""What a release is built from, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from msgspec import Meta, Struct

from regesta.errors import Finding
from regesta.model.entity import Entity
from regesta.model.event import Event
from regesta.model.ids import sha256_hex
from regesta.model.reviewed import Reviewed
from regesta.model.same import Identity
from regesta.model.settings import Settings
from regesta.model.source import PageLayout, Source


class CorpusHashes(Struct, frozen=True, kw_only=True):
    """The sha256 of each file of one source as it stood when the release was built; empty where there is none."""

    original: str = ""
    source_json: str = ""
    text: str = ""
    layout: str = ""


class LogMark(Struct, frozen=True, kw_only=True):
    """How far a decision log had come: later lines do not change what a release says of it."""

    size: int
    sha256: str

    @staticmethod
    def of(data: bytes) -> LogMark:
        """The mark at the end of a log as it stands now."""
        return LogMark(size=len(data), sha256=sha256_hex(data))


class ReleaseInput(Struct, frozen=True, kw_only=True):
    """All that a release says comes from here; there is no clock and no machine in it."""

    version: str
    settings: Settings
    sources: Annotated[Mapping[str, Source], Meta(description="By citekey; also those that are only relayed")]
    texts: Annotated[Mapping[str, str], Meta(description="text.txt of the sources that are held, by citekey")]
    layouts: Annotated[Mapping[str, Sequence[PageLayout]], Meta(description="By citekey; none for a plain text")]
    reviewed: Reviewed
    events: Sequence[Event]
    entities: Annotated[Sequence[Entity], Meta(description="The project's authority files")]
    identities: Annotated[Mapping[str, Identity], Meta(description="By id, the entities that stand for others")] = {}
    previous: Annotated[Mapping[str, bytes] | None, Meta(description="The files of the release before")] = None
    corpus: Mapping[str, CorpusHashes] = {}
    logs: Annotated[
        Mapping[str, LogMark], Meta(description="By path below annotations/decisions, REVIEWER/DEVICE.jsonl")
    ] = {}
    tools: Annotated[Mapping[str, str], Meta(description="Versions of the program, model and rules that proposed")] = {}
    unreviewed: Annotated[Mapping[str, int], Meta(description="How many proposals nobody decided about, by kind")] = {}
    include_unreviewed: bool = False


class Built(Struct, frozen=True, kw_only=True):
    """The files of a release by name; none where a finding is an error, for then the release is refused."""

    files: dict[str, bytes]
    findings: list[Finding]

    @property
    def refused(self) -> bool:
        """Whether some finding forbids the release."""
        return any(finding.level == "error" for finding in self.findings)
