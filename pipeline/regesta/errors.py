"""What can go wrong: a Finding is a fault in data, a RegestaError means that we cannot go on."""

from __future__ import annotations

from typing import Literal

import msgspec

Level = Literal["error", "warning", "note"]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A fault in data: what it is, where it stands, why it matters and what to do next.

    `code` is stable and reads `room.fault` ("ingest.encrypted"); `path` is relative to the workspace
    where that is known; `line` counts from 1 and is 0 where a line makes no sense.
    """

    code: str
    what: str
    level: Level = "error"
    path: str = ""
    line: int = 0
    why: str = ""
    remedy: str = ""

    @property
    def where(self) -> str:
        """The place as `path:line`, as editors open it; empty where there is none."""
        return f"{self.path}:{self.line}" if self.line else self.path

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        tail = [part for part in (self.why, self.remedy) if part]
        return " ".join([f"{head} [{self.code}]", *tail])


class RegestaError(Exception):
    """The work cannot go on; the finding says what, where, why and what to do next."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def fail(code: str, what: str, *, path: str = "", line: int = 0, why: str = "", remedy: str = "") -> RegestaError:
    """The RegestaError for a fault; `raise fail(...)` where the work stops."""
    return RegestaError(Finding(code=code, what=what, path=path, line=line, why=why, remedy=remedy))
