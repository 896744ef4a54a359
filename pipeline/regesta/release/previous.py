"""What the release before said: its rows by key, as cells, and all changes since the first."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec import Struct

from regesta.errors import fail
from regesta.model.columns import names, written
from regesta.model.ids import sha256_hex
from regesta.model.tables import KEYS, ChangeRow, Row, TableName

Cells = dict[str, str]


class Previous(Struct, frozen=True, kw_only=True):
    """The release before, or nothing for the first one."""

    version: str = ""
    manifest_sha256: str = ""
    rows: dict[TableName, dict[str, Cells]]
    changes: list[ChangeRow] = []

    @property
    def first_release(self) -> dict[str, str]:
        """The release in which each event first stood, also of those that have gone since."""
        return {row.id: row.release for row in reversed(self.changes) if row.table == "events" and row.op == "ADD"}

    @property
    def decisions(self) -> set[str]:
        """The decisions that some earlier release has named."""
        return {decision for row in self.changes for decision in (row.decision_ids or "").split(";")}

    @staticmethod
    def same_but(row: Row, before: Cells, left_out: str) -> bool:
        """Whether a row reads as it did, one column left out."""
        now = cells(row)
        return all(now[name] == before.get(name, "") for name in now if name != left_out)


def cells(row: Row) -> Cells:
    """A row as the cells of CSV, by column."""
    return {name: written(held) for name, held in msgspec.structs.asdict(row).items()}


def read_previous(files: Mapping[str, bytes] | None) -> Previous:
    """The tables of the release before; a column that it did not have yet reads as empty."""
    rows: dict[TableName, dict[str, Cells]] = {table: {} for table in KEYS}
    if files is None:
        return Previous(rows=rows)
    try:
        for table, key in KEYS.items():
            for line in filter(None, files[f"{table}.jsonl"].split(b"\n")):
                held = msgspec.json.decode(line, type=dict[str, str | int | float | bool | None])
                row = {name: written(held.get(name)) for name in names(table)}
                rows[table][row[key]] = row
        lines = files["changes.jsonl"].split(b"\n")
        changes = [msgspec.json.decode(line, type=ChangeRow) for line in lines if line]
        version = msgspec.json.decode(files["release.json"], type=dict[str, object])["version"]
        manifest = sha256_hex(files["manifest-sha256.txt"])
    except (KeyError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise fail(
            "release.previous",
            f"the release before cannot be read: {error}",
            why="What it changed has to be carried on.",
            remedy="Take its folder from the last commit in which `regesta verify` found no fault.",
        ) from None
    return Previous(version=str(version), manifest_sha256=manifest, rows=rows, changes=changes)
