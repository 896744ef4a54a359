"""The patterns of cues, read once from `cues.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

#: `<name>` in a pattern, but not the name of a group.
_PART = re.compile(r"(?<!\?P)<([a-z_]+)>")

#: A blank, which stands for any number of them where a line was broken and indented; one look-behind is left alone.
_BLANK = re.compile(r"(\(\?<![^)]*\))| (\?)?")


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("regesta.tag").joinpath("cues.toml").read_text(encoding="utf-8"))


def _filled(pattern: str) -> str:
    """The pattern with its parts put in."""
    parts: dict[str, str] = _table()["parts"]
    while _PART.search(pattern):
        pattern = _PART.sub(lambda part: parts[part[1]], pattern)
    return _BLANK.sub(lambda blank: blank[1] or (" *" if blank[2] else " +"), pattern)


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The value of each cue with its pattern, for text in small letters, in the order in which they are tried."""
    return tuple((cue["value"], re.compile(_filled(cue["pattern"]))) for cue in _table()["cues"])


@cache
def part(name: str) -> str:
    """One of the parts, for use within a larger pattern."""
    return _filled(_table()["parts"][name])
