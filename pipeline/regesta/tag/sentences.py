"""Paragraphs, list items, headings and sentences of a text, by what print shows of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from regesta.tag.words import word_list

Kind = Literal["prose", "item", "heading"]

_LINE = re.compile(r"[^\n]+")
_MARKED = re.compile(
    r"\s*(?:[-*•·‣◦–—]\s+|\(?\d{1,3}[.)]\s+(?!(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|\(?[a-z][.)]\s+)"
)
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")
#: A place where a sentence may end: a stop, what closes after it, white space, and what may open the next one.
_STOP = re.compile(r"(?<![.!?…])([.!?…]+)([\"'”’»)\]]*)(?:\[[0-9a-z]{1,3}\])*\s+(?=[\"'“‘«„(\[]*[A-ZÀ-ÞĀ-Ž0-9Ѐ-Я])")
_LAST_WORD = re.compile(r"([^\W_]+(?:\.[^\W_]+)*)$")
_NEXT_WORD = re.compile(r"[\"'“‘«„(\[]*([^\W_]+)")


@dataclass(slots=True, frozen=True)
class Block:
    """A paragraph, a list item or a heading, with the spans of its sentences."""

    start: int
    end: int
    kind: Kind
    sentences: tuple[tuple[int, int], ...]


def blocks(text: str) -> list[Block]:
    """The blocks of a text in order; together they hold all of it but white space."""
    found = []
    for chunk in _chunks(text):
        for lines in _joined(text, chunk):
            start, end = _stripped(text, lines[0][0], lines[-1][1])
            kind = _kind(text, start, end, single=len(lines) == 1)
            body = start
            if kind == "item" and (mark := _MARKED.match(text, start, end)):
                body = mark.end()
            spans = ((body, end),) if kind == "heading" else tuple(sentences(text, body, end))
            found.append(Block(start, end, kind, spans))
    return found


def _chunks(text: str) -> list[list[tuple[int, int]]]:
    """Runs of lines without a blank one between them."""
    chunks: list[list[tuple[int, int]]] = []
    last = -1
    for match in _LINE.finditer(text):
        if not match[0].strip():
            continue
        if chunks and not text[last : match.start()].strip() and text.count("\n", last, match.start()) == 1:
            chunks[-1].append(match.span())
        else:
            chunks.append([match.span()])
        last = match.end()
    return chunks


def _joined(text: str, chunk: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The lines of a chunk, those together that one paragraph was broken into."""
    longest = max(end - start for start, end in chunk)
    wrapped = 45 <= longest <= 160
    groups = [[chunk[0]]]
    for before, line in pairwise(chunk):
        if _goes_on(text, before, line, longest if wrapped else 0):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(text: str, before: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """Whether a line carries on the one before: full lines do, and lines that begin in lower case."""
    if _MARKED.match(text, *line) or _is_headed(text[line[0] : line[1]]) or _is_headed(text[before[0] : before[1]]):
        return False
    first = text[line[0] : line[1]].strip()[0]
    if first.islower():
        return True
    return width > 0 and len(text[before[0] : before[1]].strip()) >= 0.6 * width


def _is_headed(line: str) -> bool:
    """Whether markup makes a heading of a line: "== Background ==" or "## Background"."""
    bare = line.strip()
    if bare.startswith("="):
        return bare.endswith("=") and bare.strip("= ") != ""
    marks = len(bare) - len(bare.lstrip("#"))
    return 1 <= marks <= 6 and bare[marks : marks + 1] == " "


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _kind(text: str, start: int, end: int, single: bool) -> Kind:
    line = text[start:end]
    if _is_headed(line):
        return "heading"
    if _MARKED.match(line):
        return "item"
    if single and len(line) <= 80 and not _ENDED.search(line) and not re.search(r"\d", line):
        return "heading"
    return "prose"


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the sentences between two offsets, without the white space between them."""
    found = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ends_here(text, begin, stop):
            found.append(_stripped(text, begin, stop.end()))
            begin = stop.end()
    last = _stripped(text, begin, end)
    if last[1] > last[0]:
        found.append(last)
    return found


def _ends_here(text: str, begin: int, stop: re.Match[str]) -> bool:
    if stop[1] != "." or stop[2]:
        return True
    word = _LAST_WORD.search(text, max(begin, stop.start() - 40), stop.start())
    if not word:
        return True
    before = word[1].lower()
    follows = _NEXT_WORD.match(text, stop.end())
    next_word = follows[1] if follows else ""
    if before in word_list("titles_before_a_stop"):
        return False
    if (
        before in word_list("abbreviations")
        or (len(before) == 1 and before.isalpha())
        or re.fullmatch(r"(?:\w\.)+\w", before)
    ):
        return next_word.lower() in word_list("starters") and before not in ("c", "ca", "no", "p")
    if before.isdigit() and len(before) <= 2:
        return not next_word.isdigit() and (next_word.lower() in word_list("starters") or begin < word.start() - 20)
    return True
