"""What can go wrong: a Finding is a fault in data, a RegestaError means that we cannot go on."""

from __future__ import annotations

import errno
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


#: What to do where the system refuses, by the number of its error.
_REMEDIES = {
    errno.ENOSPC: "Make room on the disk, then do it again; what was saved before is untouched.",
    errno.EDQUOT: "Make room in your quota, then do it again; what was saved before is untouched.",
    errno.EACCES: "See to it that you may read and write there, then do it again.",
    errno.EPERM: "See to it that you may read and write there, then do it again.",
    errno.EROFS: "The disk can only be read: work in a copy of the workspace elsewhere.",
    errno.EMFILE: "Too many files are open: raise the limit with `ulimit -n`, or close other programs.",
    errno.ENOMEM: "Free some memory, then do it again.",
}


def refused_by_system(code: str, error: OSError, path: str = "") -> Finding:
    """The finding for what the system would not do: read, write, make room; `path` where the error names no file."""
    return Finding(
        code=code,
        what=f"the system refuses: {error.strerror or error}",
        path=str(error.filename or path),
        remedy=_REMEDIES.get(error.errno or 0, "Mend what it names, then do it again."),
    )
