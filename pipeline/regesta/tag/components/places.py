"""Places by what stands with their names: street, valley, camp, river; in quotes behind a house; on a river."""

from __future__ import annotations

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from regesta.model.mention import By
from regesta.names import lists
from regesta.names.fold import fold
from regesta.tag.components.people import titles
from regesta.tag.layers import Layers, Name, layers, signed
from regesta.tag.words import either, word_list

_CAP = r"\b[^\W\d_a-zß-öø-ÿ][\w'’]*"
#: What a rule's word weighs. From `SURE` on it stands against the rest of the document; below, its nouns also stand
#: beside other things, and it is one piece of evidence.
SURE = 2.4
_WEIGHTS = {
    "pair with a common noun": 2.0,
    "three with a common noun": 2.0,
    "noun before a name": 1.8,
    "name before a common noun": 1.6,
    "common noun in the name": 1.6,
    "small noun before a name": 1.2,
    "two names": 1.0,
}
_IN_QUOTES = ("quoted house", "house in quotes")
#: The rule by which a ship is known: it bears a town's name, and is none.
SHIP = "ship"


@Language.factory("regesta_places")
def make(nlp: Language, name: str) -> PlaceNames:  # noqa: ARG001
    """The component."""
    return PlaceNames(name)


def _either(words: list[str] | tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rules, each by its name, over flattened text; each group is the name of a place."""
    nouns = lists.sections("place_words")
    small = _either([word for word in nouns["after"] if word[0].islower()])
    proper = _either([word for word in nouns["after"] if word[0].isupper()])
    ships, in_name = _either(nouns["ship"]), _either(nouns["ship in the name"])
    plural, house = _either(nouns["camp plural"]), _either(nouns["quoted"])
    run = rf"{_CAP}(?:[ -]{_CAP}|[ -](?:{either('joints_of_places')})[ -]{_CAP}){{0,5}}"
    other = r"(?:now |today |then |formerly |also |in [A-Z][a-z]+ |[A-Z][a-z]+: )?"
    before = "in|at|near|from|to|before|outside|around|through|via|into"
    rules = (
        ("quoted house", rf"\b(?:{house}) [\"“„«'‘]([^\"“”„«»'’\n]{{2,40}})[\"”“»'’]"),
        ("house in quotes", rf"[\"“„«]([^\"“”„«»\n]{{2,40}})[\"”“»] (?:{house})\b"),
        (SHIP, rf"\b(?:{ships}) (?:called |named )?[\"“„«'‘]?((?:(?:{in_name}) )?(?:St\. )?{run})"),
        (SHIP, rf"\b((?:{in_name}) (?:St\. )?{run})"),
        ("on a river", rf"({_CAP} (?:{_either(nouns['on a river'])}) {_CAP})(?: \(({run})\))?"),
        (
            "two names",
            rf"\b(?:{before}) ({run}) \({other}(?![A-Z]{{2,}}\b)({run})\)",
        ),
        ("pair with a common noun", rf"({_CAP}) and ({_CAP}) (?:{plural})\b"),
        ("three with a common noun", rf"({_CAP}), ({_CAP}),? and ({_CAP}) (?:{plural})\b"),
        ("name before a common noun", rf"({run}) (?:{small})\b"),
        ("common noun in the name", rf"({run} (?:{proper}))\b(?! {_CAP})"),
        ("noun before a name", rf"\b((?:{_either(nouns['before'])}) {run})"),
        ("small noun before a name", rf"\b(?:{_either(nouns['before lower'])}) ({run})"),
        ("street", rf"\b((?:{_either(nouns['street before'])}) (?:(?:{either('joints_of_places')}) ){{0,2}}{run})"),
        ("street", rf"({_CAP}(?:[ -]{_CAP}){{0,2}} (?:{_either(nouns['street word'])}))(?![\w-])"),
        ("street", rf"\b({_CAP}\w\w(?:{_either(nouns['street whole'])}))(?: \d{{1,3}}[a-z]?)?\b"),
    )
    return tuple((rule, re.compile(pattern)) for rule, pattern in rules)


class PlaceNames:
    """Runs the rules over the text."""

    def __init__(self, name: str) -> None:
        self.by = signed(name)

    def __call__(self, doc: Doc) -> Doc:
        """Adds places to the candidates."""
        state = layers(doc)
        for rule, pattern in patterns():
            for match in pattern.finditer(state.flat):
                spans = (match.span(group) for group in range(1, (match.lastindex or 0) + 1) if match[group])
                found = (_place(state, rule, start, end, self.by) for start, end in spans)
                state.names += [name for name in found if name]
        return doc


def _place(state: Layers, rule: str, start: int, end: int, by: By) -> Name | None:
    """The candidate for what a rule matched, without words of the run that are none of the name's."""
    weight = _WEIGHTS.get(rule, SURE)
    if rule not in _IN_QUOTES:
        words = state.flat[start:end].split(" ")
        while words and _opens(words[0]):
            start += len(words.pop(0)) + 1
        if (
            not words
            or words[-1] in lists.phrases("event_words")
            or (rule != SHIP and any(fold(word) in titles() for word in words))
        ):
            return None
    return Name(start, end, "PLACE", by, weight, rule=rule, local=weight >= SURE)


def _opens(word: str) -> bool:
    """Whether a word in capitals before a name is none of it: it begins a sentence, or is a demonym."""
    return word in word_list("openers") or fold(word) in lists.folded("demonyms")
