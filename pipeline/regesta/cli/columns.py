"""Text in the columns of a terminal: a Chinese character takes two, a combining accent none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_WORD = re.compile(r"(\s*)(\S+)")


def columns_of(text: str) -> int:
    """The columns that a text takes on one line."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(_columns, text))


def padded(text: str, columns: int) -> str:
    """The text with spaces behind it, so that it takes so many columns."""
    return text + " " * max(0, columns - columns_of(text))


def wrapped(text: str, columns: int, first: str = "", rest: str = "") -> list[str]:
    """The text in lines of at most so many columns, broken between words, and within a word where it must be.

    `first` stands before the first line and `rest` before all others, both within the columns. Spaces between the words
    of a line stay as many as they are. Nothing for an empty text.
    """
    lines: list[str] = []
    line, room = first, columns - columns_of(first)
    empty = True
    for space, word in _WORD.findall(text):
        gap = "" if empty else " " * len(space)
        if not empty and columns_of(word) > room - len(gap):
            if _is_wide(word) and room - len(gap) > 1:
                line, room = line + gap, room - len(gap)
            else:
                lines.append(line)
                line, room = rest, columns - columns_of(rest)
            gap = ""
        *full, last = _cut(word, max(room - len(gap), 2), max(columns - columns_of(rest), 2))
        for piece in full:
            lines.append(line + piece)
            line = rest
        line, empty = line + gap + last, False
        room = columns - columns_of(line)
    return lines if empty else [*lines, line]


def _cut(word: str, room: int, whole: int) -> Iterator[str]:
    """A word in pieces, the first for the room that is left; accents stay with their letters."""
    piece, taken = "", 0
    for char in word:
        columns = _columns(char)
        if taken + columns > room:
            yield piece
            piece, taken, room = "", 0, whole
        piece += char
        taken += columns
    yield piece


def _is_wide(word: str) -> bool:
    return any(_columns(char) == 2 for char in word)


def _columns(char: str) -> int:
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    return 0 if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc") else 1
