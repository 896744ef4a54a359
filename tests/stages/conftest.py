"""Workspaces with sources made by hand, as ingest would leave them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from regesta.model.ids import sha256_hex
from regesta.model.source import Source, SourceFile, SourceText
from regesta.workspace.init import init
from regesta.workspace.workspace import Workspace

MakeSource = Callable[[Workspace, str, str], Source]


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """An empty workspace."""
    init(tmp_path / "project", "Letters")
    return Workspace.open(tmp_path / "project")


@pytest.fixture
def make_source() -> MakeSource:
    """Puts a plain text into a workspace as a source."""

    def make(ws: Workspace, citekey: str, text: str) -> Source:
        data = text.encode("utf-8")
        source = Source(
            id=citekey,
            csl={"id": citekey, "type": "document", "title": f"The papers of {citekey}"},
            file=SourceFile(name=f"{citekey}.txt", sha256=sha256_hex(data), bytes=len(data), media_type="text/plain"),
            text=SourceText(sha256=sha256_hex(data), chars=len(text), reader="text", version="1", encoding="utf-8"),
            language="en",
        )
        home = ws.source_dir(citekey)
        home.mkdir()
        (home / "original.txt").write_bytes(data)
        (home / "text.txt").write_bytes(data)
        (home / "source.json").write_bytes(msgspec.json.format(msgspec.json.encode(source), indent=2))
        return source

    return make
