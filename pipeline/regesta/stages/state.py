"""What is remembered between runs, in one compact file under `.regesta/` that may be deleted at any time.

A run over ten thousand sources in which nothing has changed must cost next to nothing. So the numbers that `stat`
gives stand together in one block, which is compared without looking at the rest; hashes and keys are only read
when something has changed.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from pathlib import Path

import msgspec

from regesta.errors import Finding
from regesta.workspace.replace import replace_bytes
from regesta.workspace.workspace import Workspace

#: Raised when the meaning of the file changes; a state of another format counts as none.
FORMAT = 1
#: The files of one source, in the order of its stamps and hashes.
SLOTS = ("original", "source", "text", "layout", "mentions", "claims")
ORIGINAL, SOURCE, TEXT, LAYOUT, MENTIONS, CLAIMS = range(len(SLOTS))
#: Size, time of change in nanoseconds and inode of a file that is not there.
ABSENT = (-1, 0, 0)

Stamp = tuple[int, int, int]


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """Why the work of a stage on a source failed, so that it is not tried in vain again and again."""

    key: str
    finding: Finding


class Made(msgspec.Struct, frozen=True, array_like=True):
    """What a stage installed last: the key of the work, and the sha256 of each file in the order of its slots."""

    key: str
    hashes: list[str]


class Spoken(msgspec.Struct, frozen=True, array_like=True):
    """The languages of a text, and the hash of what they were told from."""

    key: str
    languages: list[str]


class Known(msgspec.Struct, kw_only=True):
    """What is known of one source: its files' stamps and sha256; by stage, the key and the sha256 of what was made."""

    original: str = ""
    stamps: list[Stamp]
    hashes: list[str]
    made: dict[str, Made] = {}
    failed: dict[str, Failure] = {}
    spoken: Spoken | None = None


class Details(msgspec.Struct, kw_only=True):
    """The part of the state that is read only when something has changed."""

    sources: dict[str, Known] = {}
    made: dict[str, Made] = {}
    findings: dict[str, list[Finding]] = {}

    def problems(self) -> list[Finding]:
        """The findings that still hold: of sources that failed, and of the stages that see all sources at once."""
        failed = [failure.finding for source in self.sources.values() for failure in source.failed.values()]
        return sorted(failed, key=str) + [finding for found in self.findings.values() for finding in found]


class State(msgspec.Struct, kw_only=True):
    """The state as it lies on disk; `inputs` is empty where the last run left work undone."""

    format: int = FORMAT
    inputs: str = ""
    results: str = ""
    citekeys: list[str] = []
    originals: list[str] = []
    stamps: bytes = b""
    problems: bool = False
    details: msgspec.Raw = msgspec.Raw(b"\x80")


def state_path(ws: Workspace) -> Path:
    """Where the state of a workspace lies."""
    return ws.cache / "state.msgpack"


def load(ws: Workspace) -> State:
    """The state that the last run left; an empty one where there is none that can be read."""
    try:
        state = msgspec.msgpack.decode(state_path(ws).read_bytes(), type=State)
    except (OSError, msgspec.DecodeError):
        return State()
    return state if state.format == FORMAT else State()


def details(state: State) -> Details:
    """The hashes, keys and failures of a state; none where they cannot be read."""
    try:
        return msgspec.msgpack.decode(state.details, type=Details)
    except msgspec.DecodeError:
        return Details()


def save(ws: Workspace, known: Details, inputs: str, results: str) -> None:
    """Writes the state: what the derived files rest on beside the sources (empty: not finished), and what was made."""
    citekeys = sorted(known.sources)
    sources = [known.sources[citekey] for citekey in citekeys]
    state = State(
        inputs=inputs,
        results=results,
        citekeys=citekeys,
        originals=[source.original for source in sources],
        stamps=pack(number for source in sources for stamp in source.stamps for number in stamp),
        problems=bool(known.problems()),
        details=msgspec.Raw(msgspec.msgpack.encode(known)),
    )
    replace_bytes(state_path(ws), msgspec.msgpack.encode(state))


def pack(numbers: Iterable[int]) -> bytes:
    """The numbers of many stamps as one block of bytes."""
    return array("q", numbers).tobytes()
