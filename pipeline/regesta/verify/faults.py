"""How verify says what it found."""

from __future__ import annotations

from regesta.errors import Finding
from regesta.model.tables import TableName

_REMEDY = "Build the release again, or take its folder from the last commit in which it verified."


def fault(code: str, what: str, *, path: str = "", line: int = 0, why: str = "", remedy: str = _REMEDY) -> Finding:
    """A finding of verify; `path` is relative to the release, or begins with corpus/ or annotations/."""
    return Finding(code=f"verify.{code}", what=what, path=path, line=line, why=why, remedy=remedy)


def row_fault(code: str, what: str, table: TableName, index: int) -> Finding:
    """A finding about the row of a table with this index, as it stands in the JSONL file."""
    return fault(code, what, path=f"{table}.jsonl", line=index + 1)
