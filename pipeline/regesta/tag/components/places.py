"""Places by what stands with their names: street, valley, camp, river; in quotes behind a house; on a river."""

from __future__ import annotations

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from regesta.model.mention import By
from regesta.names import lists
from regesta.names.fold import fold
from regesta.tag.layers import Layers, Name, layers, signed

PATTERN = 2.4
_CAP = r"[^\W\d_a-zß-öø-ÿ][\w'’]*"
_RUN = rf"{_CAP}(?:[ -]{_CAP}|[ -](?:do|de|del|della|di|da|du|des|la|le|los|las|el|al|von|van|der|den|am|an|na|nad|pod|w|v|ve|u|i|y|e|the|of|and)[ -]{_CAP})*"


@Language.factory("regesta_places")
def make(nlp: Language, name: str) -> PlaceNames:  # noqa: ARG001
    """The component."""
    return PlaceNames(name)


def _any(section: str) -> str:
    words = sorted(lists.sections("place_words")[section], key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in words)


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rules, each by its name, over flattened text; each group is the name of a place."""
    small = [word for word in lists.sections("place_words")["after"] if word[0].islower()]
    proper = [word for word in lists.sections("place_words")["after"] if word[0].isupper()]
    after_small = "|".join(re.escape(word) for word in sorted(small, key=lambda word: (-len(word), word)))
    after_proper = "|".join(re.escape(word) for word in sorted(proper, key=lambda word: (-len(word), word)))
    plural = _any("camp plural")
    rivers = _any("on a river")
    return (
        ("quoted house", re.compile(rf"\b(?:{_any('quoted')}) [\"“„«'‘]([^\"“”„«»'’\n]{{2,40}})[\"”“»'’]")),
        ("house in quotes", re.compile(rf"[\"“„«]([^\"“”„«»\n]{{2,40}})[\"”“»] (?:{_any('quoted')})\b")),
        ("on a river", re.compile(rf"({_CAP} (?:{rivers}) {_CAP})(?: \(({_RUN})\))?")),
        (
            "two names",
            re.compile(
                rf"\b(?:in|at|near|from|to|of) ({_RUN}) \((?:now |today |then |formerly |also |German: |Polish: )?({_RUN})\)"
            ),
        ),
        ("pair with a common noun", re.compile(rf"({_CAP}) and ({_CAP}) (?:{plural})\b")),
        ("three with a common noun", re.compile(rf"({_CAP}), ({_CAP}),? and ({_CAP}) (?:{plural})\b")),
        ("name before a common noun", re.compile(rf"({_RUN}) (?:{after_small})\b")),
        ("common noun in the name", re.compile(rf"({_RUN} (?:{after_proper}))\b(?! {_CAP})")),
        ("noun before a name", re.compile(rf"\b((?:{_any('before')}) {_RUN})")),
        ("small noun before a name", re.compile(rf"\b(?:{_any('before lower')}) ({_RUN})")),
        ("street", re.compile(rf"\b((?:{_any('street before')}) {_RUN})")),
        ("street", re.compile(rf"\b({_CAP}(?:{_any('street whole')}))(?: \d{{1,3}}[a-z]?)?\b")),
    )


class PlaceNames:
    """Runs the rules over the text."""

    def __init__(self, name: str) -> None:
        self.by = signed(name)

    def __call__(self, doc: Doc) -> Doc:
        """Adds places to the candidates."""
        state = layers(doc)
        for rule, pattern in patterns():
            for match in pattern.finditer(state.flat):
                for group in range(1, (match.lastindex or 0) + 1):
                    if match[group]:
                        self._mark(state, rule, match.start(group), match.end(group))
        return doc

    def _mark(self, state: Layers, rule: str, start: int, end: int) -> None:
        name = _place(state.flat, rule, start, end, self.by)
        if name:
            state.names.append(name)


def _place(flat: str, rule: str, start: int, end: int, by: By) -> Name | None:
    """The candidate for what a rule matched, without words of the run that are none of the name's."""
    weak = _WEAK.get(rule, PATTERN)
    words = flat[start:end].split(" ")
    while len(words) > 1 and (fold(words[0]) in lists.folded("demonyms") or words[0] in _OPENERS):
        start += len(words.pop(0)) + 1
    if rule not in ("quoted house", "house in quotes") and (
        fold(words[0]) in lists.folded("demonyms") or words[0] in _OPENERS or words[-1] in lists.phrases("event_words")
    ):
        return None
    return Name(start, end, "PLACE", by, weak, rule=rule, local=weak >= PATTERN)


#: Rules whose nouns also follow or precede other things: evidence, but not the last word.
_WEAK = {
    "name before a common noun": 1.6,
    "common noun in the name": 1.6,
    "small noun before a name": 1.2,
    "two names": 1.0,
    "pair with a common noun": 2.0,
    "three with a common noun": 2.0,
    "noun before a name": 1.8,
    "on a river": 2.4,
}
_OPENERS = frozenset(
    "The A An This That These Those In At On From To Of By For With After Before During Near When While As And But Or Both Some Many "
    "Most All Several His Her Their Its Our My Your He She It We They I You Another Each Every No Not Old New_ First Second Third Last Next".split()
)
