"""Citekeys: the short names of sources, which name their folders."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import PurePath
from string import ascii_lowercase
from typing import Any

from regesta.edtf.csl_date import issued
from regesta.names.fold import fold

_KEY = re.compile(r"[a-z0-9][a-z0-9._-]*")
_YEAR = re.compile(r"\d{4}")
#: A longer part of a key is no help to anyone.
_LONGEST = 40
#: Words that say little at the beginning of a title.
_SMALL_WORDS = """
a an and at by for from in of on or the to with der die das den dem des ein eine und von zu le la les l un une de du et
i o w z na do od el los las del y il lo gli della
"""
_SMALL = frozenset(_SMALL_WORDS.split())


def citekey(csl: dict[str, Any], name: str, taken: Collection[str] = ()) -> str:
    """The citekey of an item, other than all that are taken, in lower-case ASCII.

    The item's own `citation-key` or `id` where a person chose it; else author, year and first word of the title; else
    the file's stem. Where it is taken, a letter is added: a, b, ... z, aa.
    """
    key = own_key(csl) or _made(csl) or _slug(PurePath(name).stem) or "source"
    return next(one for one in _with_letters(key) if one not in taken)


def own_key(csl: dict[str, Any]) -> str:
    """The key that a person or a reference manager gave the item; empty where it is only an address or a number."""
    for field in ("citation-key", "id"):
        value = csl.get(field)
        key = fold_key(value) if isinstance(value, str) else ""
        if key and not str(value).startswith(("http:", "https:", "urn:")) and not key.isdigit():
            return key
    return ""


def fold_key(text: str) -> str:
    """A text as a citekey that keeps its dots, dashes and underscores; empty where nothing of it can be one."""
    parts = [
        re.sub(r"[^a-z0-9]", "", fold(part)) if i % 2 == 0 else part
        for i, part in enumerate(re.split(r"([._-]+)", text))
    ]
    key = "".join(parts).lstrip("._-")
    return key if _KEY.fullmatch(key) else ""


def _made(csl: dict[str, Any]) -> str:
    author: dict[str, str] = next(iter(csl.get("author") or csl.get("editor") or []), {})
    literal = author.get("literal", "").split()
    family = author.get("family") or (literal[-1] if literal else "")
    year = _YEAR.search(issued(csl))
    words = [word for word in fold(str(csl.get("title", ""))).split() if word not in _SMALL]
    word = _slug(words[0]) if words else ""
    parts = [_slug(family), year[0] if year else "", word]
    if not parts[0] and not year:
        parts = ["", "", "-".join(_slug(word) for word in words[:4] if _slug(word))]
    return "-".join(part for part in parts if part)


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:_LONGEST].strip("-")


def _with_letters(key: str) -> Iterator[str]:
    yield key
    width = 1
    while True:
        for number in range(26**width):
            letters = ""
            for _ in range(width):
                number, place = divmod(number, 26)
                letters = ascii_lowercase[place] + letters
            yield key + letters
        width += 1
