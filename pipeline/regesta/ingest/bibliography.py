"""A bibliography in CSL-JSON, as Zotero exports it: its items, and which of them is about a file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Any

from msgspec import Struct

from regesta.edtf.csl_date import issued
from regesta.errors import Finding, fail
from regesta.ingest.citekeys import fold_key, own_key
from regesta.ingest.csl import faults
from regesta.ingest.decode import decode
from regesta.model.codec import CodecError, strict_loads
from regesta.names.fold import fold

_NOTE_KEY = re.compile(r"^\s*citation[ -]?key:\s*(\S+)", re.IGNORECASE | re.MULTILINE)


class Bibliography(Struct, frozen=True, kw_only=True):
    """The items of a CSL-JSON file that can be used, and what is wrong with the others."""

    items: list[dict[str, Any]]
    findings: list[Finding] = []


def parse(data: bytes, path: str) -> Bibliography:
    """The items of a CSL-JSON file: a list of them, or an object with the list under "items".

    RegestaError where the file is not such a thing; an item that is not as CSL has it is left out, with a finding.
    """
    text, _ = decode(data, path)
    try:
        content = strict_loads(unicodedata.normalize("NFC", text))
    except CodecError as error:
        raise fail(
            "ingest.bibliography", "the bibliography cannot be read", path=path, why=f"{error}.",
            remedy="Export it again as CSL JSON.",
        ) from None  # fmt: skip
    if isinstance(content, dict):
        content = content.get("items")
    if not isinstance(content, list):
        raise fail(
            "ingest.bibliography", "the file holds no list of CSL items", path=path,
            why='CSL-JSON is a list of items, or an object with the list under "items".',
            remedy="Export it again: in Zotero, Export Library, format CSL JSON.",
        )  # fmt: skip
    items: list[dict[str, Any]] = []
    findings: list[Finding] = []
    for number, item in enumerate(content, 1):
        wrong = list(faults(item)) if isinstance(item, dict) else ["it is no object"]
        if wrong:
            findings.append(_left_out(path, number, item, wrong))
        else:
            items.append(item)
    findings.extend(_doubled(items, path))
    return Bibliography(items=items, findings=findings)


def _left_out(path: str, number: int, item: object, wrong: Sequence[str]) -> Finding:
    called = f" ({item['id']})" if isinstance(item, dict) and "id" in item else ""
    return Finding(
        code="ingest.csl", path=path, what=f"item {number}{called} is left out: {'; '.join(wrong)}",
        why="A citation that is made from it would be wrong.", remedy="Mend it where it was made, and export again.",
    )  # fmt: skip


def _doubled(items: Sequence[dict[str, Any]], path: str) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for item in items:
        name = str(item["id"])
        if name in seen:
            yield Finding(
                code="ingest.csl", level="warning", path=path, what=f"two items have the id {name!r}",
                why="A file is matched with the first of them.", remedy="Give each its own citation key.",
            )  # fmt: skip
        seen[name] = name


def match(bibliography: Bibliography, name: str) -> tuple[dict[str, Any] | None, list[Finding]]:
    """The item that is about a file, by its name; none where there is none, or where several could be.

    Looked for in this order, and the first way that finds an item counts: an attachment of the item has the file's
    name (`file`, `attachments`, or in the `note`); the file's stem is the item's citation key or id; the stem reads
    "author - year - title", as Zotero names files; the stem is the title.
    """
    ways: tuple[Callable[[dict[str, Any], str], bool], ...] = (_attached, _keyed, _named_by_zotero, _titled)
    for way in ways:
        found = [item for item in bibliography.items if way(item, name)]
        if len(found) == 1:
            return found[0], []
        if found:
            return None, [_ambiguous(name, found)]
    return None, []


def _ambiguous(name: str, found: Sequence[dict[str, Any]]) -> Finding:
    ids = ", ".join(str(item["id"]) for item in found[:5])
    return Finding(
        code="ingest.match", level="warning", path=name, what=f"{len(found)} items of the bibliography fit: {ids}",
        why="None was taken, so the record is what the file says of itself.",
        remedy="Name the file after the citation key of the one that it is.",
    )  # fmt: skip


def _attached(item: dict[str, Any], name: str) -> bool:
    wanted = _basename(name)
    return any(_basename(path) == wanted for path in _paths(item))


def _paths(item: dict[str, Any]) -> Iterator[str]:
    """The paths of an item's attachments, in the shapes that exports give them."""
    held = [item.get("file"), item.get("attachments"), item.get("path")]
    for value in held:
        for entry in value if isinstance(value, list) else [value]:
            if isinstance(entry, dict):
                entry = entry.get("path") or entry.get("localPath") or entry.get("filename") or entry.get("title")
            if isinstance(entry, str):
                for part in entry.split(";"):
                    yield from (part, *part.split(":"))
    note = item.get("note")
    if isinstance(note, str):
        yield from (line.partition(":")[2].strip() for line in note.splitlines() if line.lower().startswith("file:"))


def _basename(path: str) -> str:
    name = PureWindowsPath(path.strip()).name if "\\" in path else PurePosixPath(path.strip()).name
    return unicodedata.normalize("NFC", name).casefold()


def _keyed(item: dict[str, Any], name: str) -> bool:
    stem = fold_key(unicodedata.normalize("NFC", PurePath(name).stem))
    note = _NOTE_KEY.search(item["note"]) if isinstance(item.get("note"), str) else None
    return bool(stem) and stem in {own_key(item), fold_key(str(item["id"])), fold_key(note[1]) if note else ""}


def _named_by_zotero(item: dict[str, Any], name: str) -> bool:
    parts = [part.strip() for part in PurePath(name).stem.split(" - ", 2)]
    title = fold(str(item.get("title", "")))
    if len(parts) != 3 or not title or not fold(parts[2]) or not title.startswith(fold(parts[2])):
        return False
    authors = item.get("author") or item.get("editor") or []
    families = [fold(str(author.get("family") or author.get("literal") or "")) for author in authors]
    return issued(item)[:4] == parts[1] and any(family and fold(parts[0]).startswith(family) for family in families[:1])


def _titled(item: dict[str, Any], name: str) -> bool:
    title = fold(str(item.get("title", "")))
    return bool(title) and title == fold(PurePath(name).stem)
