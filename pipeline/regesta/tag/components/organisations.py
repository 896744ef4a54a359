"""Organisations by the nouns that mark them: "Ministry of X", "the X Committee"."""

from __future__ import annotations

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from regesta.names import lists
from regesta.names.fold import fold
from regesta.tag.components.lists import PROJECT
from regesta.tag.layers import Layers, Name, layers, signed

#: What a rule's word weighs, and what it does where another name is a piece of what it found.
PATTERN, AROUND = 1.6, 3.2
_ARTICLE = re.compile(r"(?:The|An?) ")
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
    tail = rf"(?: (?:for|of|of the|for the) (?:the )?{_CAP}(?: {_CAP})*)?"
    joints = r"(?: (?:de|del|della|di|da|do|dos|das|du|des|der|zur|für|e|et|y|und|la|las|los|el))*"
    return (
        (
            "noun at its end",
            re.compile(
                rf"((?:{_CAP}|\b\d+(?:st|nd|rd|th))(?: {_CAP}| of| for| and){{0,4}} (?:{_any('last')}))\b(?! {_CAP})"
            ),
        ),
        (
            "noun and of",
            re.compile(
                rf"\b((?:{_CAP} )?(?:{_any('of')}) (?:of|for) (?:the )?{_CAP}(?:(?: and)? {_CAP}){{0,4}}{tail})"
            ),
        ),
        ("foreign noun first", re.compile(rf"\b((?:{_any('first')}){joints} {_CAP}(?:{joints} {_CAP}){{0,4}})")),
        (
            "compound noun",
            re.compile(rf"\b((?:[^\W\d_a-zß-öø-ÿ]\w+(?:er|es|e) )?{_CAP}(?:{_any('at the end of a word')}))\b"),
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
                start, end = match.span(1)
                if rule == "noun at its end":
                    start += _before_its_noun(match[1])
                if rule == "compound noun" or " " in _ARTICLE.sub("", state.flat[start:end]):
                    weight = AROUND if _holds_a_name(state, start, end) else PATTERN
                    state.names.append(Name(start, end, "ORG", self.by, weight, rule=rule))
        return doc


def _before_its_noun(found: str) -> int:
    """How much stands before the name in what a rule found: "Shares of Nordwind Energy", not "Bank of China Works"."""
    of = found.rfind(" of ")
    own = of < 0 or found[:of].rpartition(" ")[2] in lists.sections("organisation_words")["of"]
    return 0 if own else of + len(" of ")


def _holds_a_name(state: Layers, start: int, end: int) -> bool:
    """Whether another name is a piece of this one: "Dublin" of "Dublin Metropolitan Police".

    Not where it begins with the name of a people, which stands before organisations too: "Soviet Red Army"; nor where
    what stands before "of" is a name by itself: "Supreme Court of Canada".
    """
    head = state.flat[start:end].partition(" of ")[0]
    alone = head in lists.sections("organisation_words")["of"] or len(head) == end - start
    if not alone or fold(head.split(" ", 1)[0]) in lists.folded("demonyms"):
        return False
    return any(
        start <= name.start and name.end <= end and (name.start, name.end) != (start, end) and name.weight < PROJECT
        for name in state.names
        if name.label != "PERSON"
    )
