"""The small words that the rules go by, read once from `words.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, str]:
    return tomllib.loads(files("regesta.tag").joinpath("words.toml").read_text(encoding="utf-8"))


@cache
def word_list(name: str) -> frozenset[str]:
    """One of the lists, by its name."""
    return frozenset(_table()[name].split())


@cache
def either(name: str) -> str:
    """The words of a list as alternatives of a pattern, the longest first."""
    return "|".join(sorted(word_list(name), key=lambda word: (-len(word), word)))
