"""The keys under which a place may be looked up: its own, else what is left without common nouns and additions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from regesta.names import lists
from regesta.names.fold import fold

#: Short forms of the words that stand between a town and its river, by language.
_SHORT = (
    (re.compile(r"\bn\. ?"), "nad "),
    (re.compile(r"\ba\. ?d\. ?|\ba/d\.? ?|\ba\. d\. ?"), "an der "),
    (re.compile(r"\bSt\. ?"), "Saint "),
    (re.compile(r"\bSt\. ?"), "Sankt "),
)
_PARTS = re.compile(r"\s*[/(),;=\[\]]\s*")
#: "Vienna IX", "Prague 2": the number of a district.
_NUMBER = re.compile(r"[IVX]+\.?|\d{1,2}\.?")
_BEHIND = "nouns behind"
_BEFORE = "nouns before"
_TOWN_PARTS = "parts of a town"


@lru_cache(maxsize=4096)
def keys(name: str) -> tuple[str, ...]:
    """The folded key of a name."""
    key = fold(" ".join(name.split()))
    return (key,) if key else ()


@lru_cache(maxsize=4096)
def looser_keys(name: str) -> tuple[str, ...]:
    """Keys that the name may stand under if its own is unknown: they make a match close, never exact."""
    flat = " ".join(name.split())
    found = [fold(spelling) for spelling in _spellings(flat)]
    own = fold(flat)
    return tuple(dict.fromkeys(key for key in found if key != own and len(key) > 2))


@lru_cache(maxsize=4096)
def is_part_of_a_town(name: str) -> bool:
    """Whether a name is that of a street, a square or a house: its last word says so, or it ends in a number."""
    words = name.split() or [""]
    last = words[-1].casefold().strip(".")
    street = lists.sections("place_words")
    beside = last in _nouns(_TOWN_PARTS) or last[:1].isdigit() or words[0] in street["street before"]
    within = any(last.endswith(ending) and last != ending for ending in street["street whole"])
    return within or (beside and len(words) > 1)


def _spellings(name: str) -> Iterator[str]:
    for pattern, whole in _SHORT:
        if pattern.search(name):
            yield pattern.sub(whole, name)
    bare = _without_nouns(name)
    if bare != name:
        yield bare
    parts = [part for part in _PARTS.split(name) if part]
    if len(parts) > 1:
        yield from parts
    halves = name.split("-")
    if len(halves) == 2 and all(half[:1].isupper() for half in halves):
        yield from halves


def _without_nouns(name: str) -> str:
    """The name without a common noun that says what kind of place it is: "the town of", "ghetto", "district"."""
    words = name.split(" ")
    before, behind = _nouns(_BEFORE), _nouns(_BEHIND)
    while len(words) > 1 and words[0].casefold().strip(".") in before:
        words.pop(0)
    while len(words) > 1 and (words[-1].casefold().strip(".") in behind or _NUMBER.fullmatch(words[-1])):
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=8)
def _nouns(section: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in lists.sections("place_kinds")[section])
