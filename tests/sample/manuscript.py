"""The text of a sample PDF as it is written by hand: headings, paragraphs, footnotes, one table."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Block:
    """A heading (level 2) or a paragraph (level 0)."""

    text: str
    level: int = 0


@dataclass
class Manuscript:
    """A small part of Markdown: `#` title, `##` heading, paragraphs, `[^1]` notes, a table and its caption."""

    title: str = ""
    blocks: list[Block] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    caption: str = ""
    table: list[list[str]] = field(default_factory=list)


def read(path: Path) -> Manuscript:
    """The manuscript that a file holds; blank lines part its blocks."""
    made = Manuscript()
    for chunk in re.split(r"\n\s*\n", path.read_text("utf-8").strip()):
        if chunk.startswith("|"):
            rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in chunk.splitlines()]
            made.table = [row for row in rows if not set("".join(row)) <= set("-")]
            continue
        text = " ".join(chunk.split())
        note = re.match(r"\[\^(\w+)\]: ", text)
        if note:
            made.notes[note[1]] = text[note.end() :]
        elif text.startswith("Table "):
            made.caption = text
        elif text.startswith("## "):
            made.blocks.append(Block(text[3:], level=2))
        elif text.startswith("# "):
            made.title = text[2:]
        else:
            made.blocks.append(Block(text))
    return made
