"""The lexicon of a language: which words can be part of a date, and what they mean."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
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
    "year_marks": "v",
    "month_marks": "v",
    "republican": "R",
    "deictic_days": "y",
    "near_days": "u",
    "turns": "B",
}
#: Lists of words that a language may have; a list that it does not have is empty.
_LISTS = (
    "capital", "doubtful", "leading", "sure", "numbering", "counted", "function", "verbs", "pasts",
    "not_plural", "each", "lives", "unsure", "sized", "not_before_season", "onward", "fillers", "possessive",
    "plurals", "last", "latter", "not_sole", "reigns", "vague", "within", "present", "half_named",
    "prefixes", "before_day", "clause", "few_forms", "leading_shifts", "numbering_stops", "centuries", "decade_units",
)  # fmt: skip
#: What a text in an unknown language is read by.
DEFAULT = "en"
Order = Literal["dmy", "mdy"]


class Lexicon(Struct, frozen=True):
    """The tables of one language, ready for look-up by the word in lower case.

    `order` is that of dates in figures; where it is `doubtful_order`, those that can be read both ways are marked.
    """

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
    fillers: frozenset[str]
    possessive: frozenset[str]
    plurals: frozenset[str]
    last: frozenset[str]
    latter: frozenset[str]
    not_sole: frozenset[str]
    reigns: frozenset[str]
    vague: frozenset[str]
    within: frozenset[str]
    present: frozenset[str]
    half_named: frozenset[str]
    decade_units: frozenset[str]
    before_day: frozenset[str]
    clause: frozenset[str]
    few_forms: frozenset[str]
    leading_shifts: frozenset[str]
    prefixes: frozenset[str]
    numbering_stops: frozenset[str]
    centuries: frozenset[str]
    references: dict[str, str]
    bounds: dict[str, Literal["", "before", "after"]]
    sides: dict[str, int]
    asides: frozenset[str]
    book: re.Pattern[str]
    perfect: re.Pattern[str]
    plan: re.Pattern[str]
    old_style: re.Pattern[str]
    old_style_before: re.Pattern[str]
    double_open: re.Pattern[str]
    double_close: re.Pattern[str]
    republican_year: re.Pattern[str]
    reign: re.Pattern[str]
    named_days: dict[str, str]
    named_day: re.Pattern[str]
    named_starts: frozenset[str]
    century_next: re.Pattern[str]
    past_ending: str = ""
    plural_ending: str = ""
    ordinal_stop: bool = False
    roman_centuries: bool = False
    elisions: bool = False
    articles: bool = True
    small_months: bool = False
    bare_is_deictic: bool = False
    order: Order = "dmy"
    doubtful_order: bool = False


def language_of(tag: str) -> str:
    """The language to read a text by, from its BCP 47 tag: the default where there is none or no table for it."""
    code = tag.replace("_", "-").split("-")[0].lower()
    return code if code in languages() else DEFAULT


@cache
def languages() -> tuple[str, ...]:
    """The languages that there is a table for, by their BCP 47 codes."""
    names = (table.name for table in _folder().iterdir() if table.name.endswith(".toml"))
    return tuple(sorted(name.removesuffix(".toml") for name in names))


@cache
def lexicon(tag: str = DEFAULT) -> Lexicon:
    """The lexicon for a BCP 47 tag, read from its table once; `en-US` has another order of figures than `en-GB`."""
    language = language_of(tag)
    tables = tomllib.loads(_folder().joinpath(f"{language}.toml").read_text("utf-8"))
    region = tag.replace("_", "-").upper().rpartition("-")[2]
    orders = tables.get("regions", {})
    known = language == tag.replace("_", "-").split("-")[0].lower() and region in orders
    made = tables["language"] | ({"order": orders[region], "doubtful_order": False} if known else {})
    return _lexicon(tables, made)


def _folder() -> Traversable:
    return files(__package__).joinpath("languages")


def _lexicon(tables: dict[str, Any], manners: dict[str, Any]) -> Lexicon:
    codes: dict[str, tuple[str, Any]] = {word: (letter, 0) for word, letter in tables["grammar"].items()}
    for table, code in CODES.items():
        for word, value in tables.get(table, {}).items():
            codes.setdefault(word, (code, value))
    named = tables.get("named_days", {})
    longest_first = sorted(named, key=lambda name: (-len(name), name))
    pattern = "|".join(re.escape(name).replace("'", "['’]") for name in longest_first)
    around, words = tables.get("around", {}), tables.get("words", {})
    style = "|".join(re.escape(mark) for mark in around.get("styles", [])) or "(?!)"
    old = "|".join(re.escape(mark) for mark in around.get("old_style", [])) or "(?!)"
    abbreviations = [*tables.get("month_abbreviations", {}), *tables.get("weekday_abbreviations", {})]
    units = [word for word, unit in tables.get("units", {}).items() if unit in ("century", "millennium")]
    centuries = "|".join([*units, *words.get("centuries", [])]) or "(?!)"
    lists: dict[str, Any] = {name: frozenset(words.get(name, [])) for name in _LISTS}
    return Lexicon(
        codes=codes,
        abbreviations=frozenset([*abbreviations, *words.get("abbreviated", [])]),
        references=tables.get("references", {}),
        bounds=tables.get("bounds", {}),
        sides=tables.get("sides", {}),
        asides=frozenset(around.get("asides", [])),
        book=_any_of(around.get("book", [])),
        perfect=_any_of(around.get("perfect", [])),
        plan=_any_of(around.get("plan", [])),
        old_style=re.compile(rf"\s?[(\[,]\s?(?:{old})(?!\w)"),
        old_style_before=re.compile(rf"(?<!\w)(?:{old}),?\s$"),
        double_open=re.compile(rf",?\s?(?:(?P<bracket>[(\[])\s?|/\s?)(?:(?:{style})[:;,]?\s)?(?:the\s)?"),
        double_close=re.compile(rf"(?:,?\s(?:{style}))?\s?[)\]]"),
        republican_year=re.compile(around.get("republican_year", "(?!)")),
        reign=re.compile(around.get("reign", "(?!)")),
        named_days=named,
        named_day=re.compile(rf"(?:{pattern or '(?!)'})(?!\w)", re.IGNORECASE),
        named_starts=frozenset(re.split(r"[ '.-]", name)[0] for name in named),
        century_next=re.compile(rf"(?:\s?[-–—]\s?[IVX]+e?|\s\w{{1,3}}\s[IVX]+e?)?\s(?:{centuries})(?!\w)"),
        plural_ending=around.get("plural_ending", ""),
        past_ending=around.get("past_ending", "\0"),
        **lists,
        **manners,
    )


def _any_of(words: list[str]) -> re.Pattern[str]:
    pattern = "|".join(re.escape(word) for word in words) or "(?!)"
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
