"""The fixed general set: prose of many kinds, marked by hand, on which no model may become worse."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from regesta.model.mention import Label
from regesta.model.training import Marked
from regesta.tag.training.gold import Document

LANGUAGE = "en"
LABELS: tuple[Label, ...] = ("PLACE", "PERSON", "ORG")
_MARKED = re.compile(r"\[(PLACE|PERSON|ORG) ([^\[\]]+)\]")


@cache
def general() -> list[Document]:
    """The documents of `general.txt`; `[PLACE Lisbon]` marks a name there."""
    text = files("regesta.tag.training").joinpath("general.txt").read_text(encoding="utf-8")
    body = "\n".join(line for line in text.split("\n") if not line.startswith("#"))
    return [_document(number, part.strip()) for number, part in enumerate(body.split("\n\n")) if part.strip()]


def _document(number: int, written: str) -> Document:
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
    return Document(source=f"general-{number:03d}", text="".join(pieces), marked=marked, complete=LABELS)


def _label(name: str) -> Label:
    return next(label for label in LABELS if label == name)
