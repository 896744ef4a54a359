"""Organisations by the nouns that mark them: "Ministry of X", "the X Committee"."""

from __future__ import annotations

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from regesta.names import lists
from regesta.tag.layers import Name, layers, signed

PATTERN = 1.6
_CAP = r"\b[^\W\d_a-zß-öø-ÿ][\w'’-]*"


@Language.factory("regesta_organisations")
def make(nlp: Language, name: str) -> OrganisationNames:  # noqa: ARG001
    """The component."""
    return OrganisationNames(name)


def _any(section: str) -> str:
    words = sorted(lists.sections("organisation_words")[section], key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in words)


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rules, each by its name, over flattened text; the group is the name of an organisation."""
    tail = rf"(?: (?:for|of|of the|for the|and) (?:the )?{_CAP}(?: {_CAP})*)?"
    return (
        ("noun at its end", re.compile(rf"\b({_CAP}(?: {_CAP}| of| for| and){{0,4}} (?:{_any('last')}))\b(?! {_CAP})")),
        (
            "noun and of",
            re.compile(
                rf"\b((?:{_CAP} )?(?:{_any('of')}) (?:of|for) (?:the )?{_CAP}(?:(?: and)? {_CAP}){{0,4}}{tail})"
            ),
        ),
    )


class OrganisationNames:
    """Runs the rules over the text."""

    def __init__(self, name: str) -> None:
        self.by = signed(name)

    def __call__(self, doc: Doc) -> Doc:
        """Adds organisations to the candidates."""
        state = layers(doc)
        for rule, pattern in patterns():
            for match in pattern.finditer(state.flat):
                state.names.append(Name(match.start(1), match.end(1), "ORG", self.by, PATTERN, rule=rule))
        return doc
