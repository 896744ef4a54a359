"""The lexicon of a language: which words can be part of a date, and what they mean."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from msgspec import Struct

#: One letter for each class of words in the tables; the grammar is written in them.
CODES: dict[str, str] = {
    "months": "M",
    "month_abbreviations": "M",
    "weekdays": "W",
    "weekday_abbreviations": "W",
    "seasons": "S",
    "units": "U",
    "times": "m",
    "quantities": "Q",
    "ordinals": "O",
    "decades": "K",
    "part_adjectives": "e",
    "part_nouns": "n",
    "shares": "h",
    "eras": "E",
    "neighbours": "r",
    "shifts": "l",
    "approximate": "A",
}


class Lexicon(Struct, frozen=True):
    """The tables of one language, ready for look-up by the word in lower case."""

    codes: dict[str, tuple[str, Any]]
    abbreviations: frozenset[str]
    capital: frozenset[str]
    doubtful: frozenset[str]
    leading: frozenset[str]
    sure: frozenset[str]
    numbering: frozenset[str]
    counted: frozenset[str]
    function: frozenset[str]
    verbs: frozenset[str]
    pasts: frozenset[str]
    not_plural: frozenset[str]
    each: frozenset[str]
    lives: frozenset[str]
    unsure: frozenset[str]
    sized: frozenset[str]
    not_before_season: frozenset[str]
    onward: frozenset[str]
    past_ending: str
    possessive: frozenset[str]
    fillers: frozenset[str]
    references: dict[str, str]
    bounds: dict[str, Literal["before", "after"]]
    sides: dict[str, int]
    asides: frozenset[str]
    book: re.Pattern[str]
    perfect: re.Pattern[str]
    plan: re.Pattern[str]
    old_style: re.Pattern[str]
    named_days: dict[str, str]
    named_day: re.Pattern[str]
    named_starts: frozenset[str]


@cache
def lexicon(language: str = "english") -> Lexicon:
    """The lexicon of a language, read from its table once."""
    tables = tomllib.loads(files(__package__).joinpath(f"{language}.toml").read_text("utf-8"))
    codes: dict[str, tuple[str, Any]] = {word: (letter, 0) for word, letter in tables["grammar"].items()}
    for table, code in CODES.items():
        for word, value in tables[table].items():
            codes.setdefault(word, (code, value))
    words = {name: frozenset(listed) for name, listed in tables["words"].items()}
    named = tables["named_days"]
    longest_first = sorted(named, key=lambda name: (-len(name), name))
    pattern = "|".join(re.escape(name).replace("'", "['’]") for name in longest_first)
    return Lexicon(
        codes=codes,
        abbreviations=frozenset([*tables["month_abbreviations"], *tables["weekday_abbreviations"], "ca", "c"]),
        references=tables["references"],
        bounds=tables["bounds"],
        sides=tables["sides"],
        past_ending=tables["around"]["past_ending"],
        asides=frozenset(tables["around"]["asides"]),
        book=_any_of(tables["around"]["book"]),
        perfect=_any_of(tables["around"]["perfect"]),
        plan=_any_of(tables["around"]["plan"]),
        old_style=re.compile(rf"\s?[(\[,]\s?(?:{'|'.join(map(re.escape, tables['around']['old_style']))})(?!\w)"),
        named_days=named,
        named_day=re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE),
        named_starts=frozenset(re.split(r"[ '.-]", name)[0] for name in named),
        **words,
    )


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in words)})\b", re.IGNORECASE)
