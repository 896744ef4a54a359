"""What the words before a name and its ending tell in languages other than English, read once from a table."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from msgspec import Struct

from regesta.names.fold import fold


class Words(Struct, frozen=True):
    """The words of one language; `endings` are folded, each with what the name itself may end in instead."""

    nouns: bool
    places: frozenset[str]
    also: frozenset[str]
    greetings: frozenset[str]
    articles: frozenset[str]
    endings: tuple[tuple[str, str], ...]


@cache
def words_of_language(language: str) -> Words | None:
    """The words of a language by its code; none where there is no table of it."""
    table = _table().get(language)
    if table is None:
        return None
    pairs = [pair.split() for pair in table["endings"].replace("\n", "|").split("|") if pair.strip()]
    endings = {(fold(ending), fold(instead.replace("-", ""))) for ending, instead in pairs}
    return Words(
        nouns=table["nouns"],
        places=frozenset(table["places"].split()),
        also=frozenset(table["also"].split()),
        greetings=frozenset(table["greetings"].split()),
        articles=frozenset(table["articles"].split()),
        endings=tuple(sorted(endings, key=lambda pair: (-len(pair[0]), pair))),
    )


def undeclined(key: str, words: Words) -> list[str]:
    """What a folded name may be called in itself, its longest ending taken off first; itself is none of them."""
    found = [key.removesuffix(ending) + instead for ending, instead in words.endings if key.endswith(ending)]
    found += [key + instead for ending, instead in words.endings if not ending]
    return [name for name in dict.fromkeys(found) if len(name) > 2]


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("regesta.tag").joinpath("other_languages.toml").read_text(encoding="utf-8"))
