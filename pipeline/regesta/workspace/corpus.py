"""Reading the sources of a workspace."""

from __future__ import annotations

from pathlib import Path

from regesta.errors import fail
from regesta.model.codec import CodecError, convert, strict_loads
from regesta.model.source import PageLayout, Source
from regesta.workspace.jsonl import read_records
from regesta.workspace.workspace import Workspace

#: The folder of a source's former texts.
FORMER = "former"


def citekeys(ws: Workspace) -> list[str]:
    """The citekeys of all sources, sorted; a folder without a source.json is none (it may be half made)."""
    if not ws.corpus.is_dir():
        return []
    return sorted(path.parent.name for path in ws.corpus.glob("*/source.json"))


def read_source(ws: Workspace, citekey: str) -> Source:
    """The record of a source; people may edit it, so the order of its keys is free, but nothing else is."""
    path = ws.source_dir(citekey) / "source.json"
    try:
        source = convert(strict_loads(path.read_bytes()), Source)
    except FileNotFoundError:
        raise fail(
            "source.none",
            f"there is no source {citekey!r}",
            path=ws.relative(path),
            remedy="`regesta status` lists them.",
        ) from None
    except CodecError as error:
        raise fail(
            "source.record",
            f"is no source record: {error}",
            path=ws.relative(path),
            why="Everything that is derived from the source rests on it.",
            remedy="Correct it, or restore it from git; `regesta schema source` says what it may hold.",
        ) from None
    if source.id != citekey:
        raise fail(
            "source.id",
            f"calls itself {source.id!r} and stands in the folder {citekey!r}",
            path=ws.relative(path),
            remedy="Give both the same name.",
        )
    return source


def read_text(ws: Workspace, citekey: str) -> str:
    """The canonical text, in which every offset counts; empty for a source that is not held."""
    path = ws.source_dir(citekey) / "text.txt"
    return path.read_bytes().decode("utf-8") if path.exists() else ""


def read_layout(ws: Workspace, citekey: str) -> list[PageLayout]:
    """The pages with their words and boxes; empty where the source has no pages."""
    return read_records(ws.source_dir(citekey) / "layout.jsonl", PageLayout)


def original_path(ws: Workspace, citekey: str) -> Path | None:
    """The bytes as received, or None for a source that is not held."""
    found = sorted(ws.source_dir(citekey).glob("original.*"))
    return found[0] if found else None


def former_path(ws: Workspace, citekey: str, sha256: str) -> Path:
    """Where a former text of a source is kept, by its sha256.

    Its layout and the record of that time stand beside it as `.layout.jsonl` and `.source.json`.
    """
    return ws.source_dir(citekey) / FORMER / f"{sha256[:16]}.txt"


def read_former(ws: Workspace, citekey: str) -> list[str]:
    """The former texts of a source that was corrected, the newest first, each once; none of most sources."""
    if not (ws.source_dir(citekey) / FORMER).is_dir():
        return []
    text = read_source(ws, citekey).text
    hashes = dict.fromkeys(each.sha256 for each in reversed(text.corrections)) if text else {}
    paths = [former_path(ws, citekey, sha256) for sha256 in hashes if text and sha256 != text.sha256]
    return [path.read_bytes().decode("utf-8") for path in paths if path.is_file()]
