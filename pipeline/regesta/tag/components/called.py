"""Persons by the words that give them another name: alias, née, "a farmer called", "under the name of"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from regesta.names import lists
from regesta.tag.layers import Layers
from regesta.tag.words import either

_CAP = r"[^\W\d_a-zß-öø-ÿ][\w'’]*"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    people = "|".join(re.escape(word) for line in lists.sections("counted")["people"] for word in line.split())
    run = rf"{_CAP}(?:[ -](?:(?:{either('particles')}) )?{_CAP}){{0,3}}"
    mark = r"[\"“„«'‘]?"
    return (
        re.compile(rf"\b(?:{_alternatives('another name')}) {mark}({run})"),
        re.compile(
            rf"\b(?:{people})(?:,? (?:who was|whom (?:we|they|I)))? (?:{_alternatives('called')}) {mark}({run})"
        ),
    )


def _alternatives(section: str) -> str:
    phrases = sorted(lists.sections("person_cues")[section], key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase) for phrase in phrases)


def called(state: Layers) -> Iterator[tuple[int, int]]:
    """Where a text names a person by saying that it does."""
    for pattern in _patterns():
        for match in pattern.finditer(state.flat):
            yield match.span(1)
