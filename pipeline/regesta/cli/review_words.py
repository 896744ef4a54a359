"""The words of a line of a review, and what a line comes to: what all its commands share."""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections.abc import Sequence
from typing import cast

from msgspec import Struct

from regesta.model.decision import Decision
from regesta.review.act import refuse
from regesta.review.keys import KEYS
from regesta.review.slots import Operation

_SHORT = {each.key: each.line or each.name for each in KEYS} | {"join": "accept", "part": "reject"}
_ASSIGNMENT = re.compile(r"([a-z_]+)(?::([a-z0-9_-]+))?(\+=|-=|=)(.*)", re.DOTALL)


class Word(Struct, frozen=True, kw_only=True):
    """`name:role=text`, with += or -= where several values can stand; a bare word has only its text."""

    text: str
    name: str = ""
    role: str = ""
    operation: Operation = "="


class Done(Struct, frozen=True, kw_only=True):
    """What a line came to: a message, the decision that was saved, if one was, and whether another item is shown."""

    message: str
    decision: Decision | None = None
    moved: bool = False


def command_of(line: str) -> tuple[str, str]:
    """The name of the command on a line, written out, and the rest of the line."""
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        raise refuse("the line is not UTF-8", "Set the terminal or the file to UTF-8.") from None
    name, _, rest = unicodedata.normalize("NFC", line).strip().partition(" ")
    name, _, more = _SHORT.get(name, name).partition(" ")
    return name, f"{more} {rest}".strip()


def words_of(rest: str) -> list[Word]:
    """The words of a line; double quotes hold several together, an apostrophe is a letter like any other."""
    lexer = shlex.shlex(rest, posix=True)
    lexer.whitespace_split, lexer.quotes, lexer.commenters = True, '"', ""
    try:
        return [_word(each) for each in lexer]
    except ValueError:
        raise refuse("a quotation mark is not closed", 'Put the words between two: span="exact words".') from None


def _word(text: str) -> Word:
    found = _ASSIGNMENT.fullmatch(text)
    if found is None:
        return Word(text=text)
    name, role, operation, typed = found.groups()
    return Word(text=typed, name=name, role=role or "", operation=cast("Operation", operation))


def assigned(words: Sequence[Word], names: tuple[str, ...]) -> dict[str, str]:
    """The assignments by name; refused where one is not among the names."""
    for word in words:
        if word.name not in names or word.operation != "=":
            raise refuse(f"{word.name or word.text!r} cannot be set here", f"What can be: {'=… '.join(names)}=…")
    return {word.name: word.text for word in words}
