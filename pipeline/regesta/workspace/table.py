"""Reading a table that people made: CSV with a head, in UTF-8, parted by commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from regesta.errors import fail
from regesta.workspace.opening import read_foreign

#: No table of names is larger.
_MEGABYTES = 64
_SEPARATORS = ",;\t"


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows by the names in the head; raises RegestaError where the file is no such table."""
    data = read_foreign(path, _MEGABYTES)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise fail(
            "table.encoding",
            f"is not UTF-8: byte {error.start}",
            path=str(path),
            remedy="Save it as “CSV UTF-8” in the spreadsheet program.",
        ) from None
    head = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=lambda each: (head.count(each), -_SEPARATORS.index(each)))
    try:
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True, restval="")
        return [{name: cell for name, cell in row.items() if isinstance(name, str)} for row in rows]
    except csv.Error as error:
        raise fail("table.csv", f"is no table: {error}", path=str(path), remedy="Save it as CSV again.") from None
