"""General prose, marked by hand: the fixed set on which no model may become worse, and what is rehearsed."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from msgspec import structs

from regesta.model.mention import REVIEWED_LABELS, Label
from regesta.model.training import Marked
from regesta.tag.training.gold import Document

LANGUAGE = "en"
LABELS: tuple[Label, ...] = ("PLACE", "PERSON", "ORG")
_MARKED = re.compile(r"\[(PLACE|PERSON|ORG) ([^\[\]]+)\]")


@cache
def general() -> list[Document]:
    """The documents of `general.txt`; `[PLACE Lisbon]` marks a name there."""
    return marked_texts(files("regesta.tag.training").joinpath("general.txt").read_text(encoding="utf-8"), "general")


@cache
def rehearsed() -> list[Document]:
    """The documents of `prose.txt`, none of them of the fixed set; they have no dates, so they are complete for all."""
    text = files("regesta.tag.training").joinpath("prose.txt").read_text(encoding="utf-8")
    return [structs.replace(each, complete=REVIEWED_LABELS) for each in marked_texts(text, "prose")]


def marked_texts(text: str, name: str) -> list[Document]:
    """The paragraphs of a text as documents, each `[PLACE Lisbon]` a name; `#` begins a remark."""
    body = "\n".join(line for line in text.split("\n") if not line.startswith("#"))
    parts = [part.strip() for part in body.split("\n\n")]
    return [_document(f"{name}-{number:03d}", part) for number, part in enumerate(filter(None, parts))]


def _document(source: str, written: str) -> Document:
    pieces: list[str] = []
    marked: list[Marked] = []
    after = length = 0
    for match in _MARKED.finditer(written):
        before = written[after : match.start()]
        start = length + len(before)
        pieces += [before, match[2]]
        length = start + len(match[2])
        marked.append(Marked(start, length, _label(match[1])))
        after = match.end()
    pieces.append(written[after:])
    return Document(source=source, text="".join(pieces), marked=marked, complete=LABELS)


def _label(name: str) -> Label:
    return next(label for label in LABELS if label == name)
