"""Boundaries as a historian means them: no article, no possessive, no quotes; a title outside, but kept."""

from __future__ import annotations

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from regesta.names import lists
from regesta.names.fold import fold
from regesta.tag.components.people import after_title, no_surnames, titles
from regesta.tag.layers import Cover, Layers, Name, layers
from regesta.tag.words import word_list

_LEAD = re.compile(
    r"(?:[^\w]+|(?:the|an?|both|all|this|these|those|his|her|their|its|our|my|of|in|at|by|and|or)\s+)+", re.IGNORECASE
)
_TAIL = re.compile(r"[^\w.)']+$")
#: "CIA's Special Activities Division" is two names, "People's Army" one.
_POSSESSOR = re.compile(r"[A-Z]{2,}'s (?=[A-Z])")
_POSSESSIVE = re.compile(r"'s$|'+$")
#: A small word at the end of what a model took for a name holds nothing more.
_HANGING = re.compile(r" (?:of|for|and|in|the|at|to|by)$")
#: Behind "I" stands what the teller does: "in Gurs I met her"; "Auschwitz I camp" is a name.
_SPEAKS = re.compile(r",? (?!camp\b|and\b|or\b|concentration\b|main\b|subcamp\b)[a-z]")
#: Code points. What is longer is a run of something else, and to trim it word by word would take its square.
_LONGEST = 300


@Language.factory("regesta_boundaries")
def make(nlp: Language, name: str) -> Boundaries:  # noqa: ARG001
    """The component."""
    return Boundaries()


class Boundaries:
    """Trims every candidate, and drops what is no name at all."""

    def __call__(self, doc: Doc) -> Doc:
        """Trims the candidates in place."""
        state = layers(doc)
        headings = {(block.start, block.end) for block in state.blocks if block.kind == "heading"}
        dates = Cover(len(state.text), ((draft.start, draft.end) for draft in state.drafts if draft.label == "DATE"))
        state.names = [
            name
            for name in state.names
            if trim(state, name)
            and is_name(state, name)
            and (name.weight >= 2 or not dates.touches(name.start, name.end))
            and (name.weight > 1 or (name.start, name.end) not in headings)
        ]
        return doc


def trim(state: Layers, name: Name) -> bool:
    """Takes off what does not belong to the name; says whether anything is left."""
    start, end = name.start, name.end
    if end - start > _LONGEST:
        return False
    while True:
        before = start, end
        piece = state.flat[start:end]
        if lead := _LEAD.match(piece):
            start += lead.end()
        piece = state.flat[start:end]
        if tail := _TAIL.search(piece):
            end -= len(tail[0])
        piece = state.flat[start:end]
        if possessive := _POSSESSIVE.search(piece):
            end -= len(possessive[0])
        end = _unbracketed(state.flat, start, end)
        if state.flat[start:end].endswith(".") and not re.search(
            r"(?:\b\w\.)+$|\b(?:Jr|Sr|Co|Inc|Ltd)\.$", state.flat[start:end]
        ):
            end -= 1
        if rest := _HANGING.search(state.flat, start, end):
            end, name.weight = rest.start(), name.weight / 2
        if state.flat[start:end].endswith(" I") and _SPEAKS.match(state.flat, end):
            end -= 2
        if possessor := _POSSESSOR.match(state.flat[start:end]):
            start += possessor.end()
        start = _behind_words(state, name, start, end)
        end = _before_people(state, name, start, end)
        if (start, end) == before or start >= end:
            break
    name.start, name.end = start, end
    return start < end


def _unbracketed(flat: str, start: int, end: int) -> int:
    """Cuts at a bracket that is not closed, or closed and not opened."""
    piece = flat[start:end]
    opened, closed = piece.find("("), piece.find(")")
    if opened > 0 and closed < opened:
        return start + opened
    if closed >= 0 and opened < 0:
        return start + closed
    return end


def _behind_words(state: Layers, name: Name, start: int, end: int) -> int:
    """Where the name begins behind words that say of what time or rule a place is, and behind titles of a person."""
    index = state.word_starts.get(start)
    if index is None:
        return start
    word = state.words[index]
    if word.end >= end or index + 1 == len(state.words):
        return start
    if name.label == "PLACE" and word.text in lists.sections("place_words")["not a part of a name"]:
        return state.words[index + 1].start
    demonym = name.label != "ORG" and fold(word.text) in lists.folded("demonyms")
    numbered = name.label == "ORG" and word.text[0].isdigit()
    if name.weight < 2 and (demonym or not (word.capital or numbered or name.label == "PERSON")):
        return state.words[index + 1].start
    if name.label == "PERSON" and (behind := after_title(state, index)) and state.words[behind].start < end:
        title = " ".join(state.text[start : state.words[behind].start].split())
        name.title = f"{name.title} {title}".strip()
        return state.words[behind].start
    return start


def _before_people(state: Layers, name: Name, start: int, end: int) -> int:
    """Where the name ends before the name of a people: "Kalisz Jews" names a place."""
    head, _, last = state.flat[start:end].rpartition(" ")
    if name.weight >= 2 or not head.strip() or fold(last) not in lists.folded("demonyms"):
        return end
    name.label = "PLACE"
    return start + len(head.rstrip())


@cache
def no_names() -> frozenset[str]:
    """The folded keys of what looks like a name and is none: feasts, ranks, money, words of camps."""
    return frozenset(fold(phrase) for phrase in lists.phrases("no_names"))


def is_name(state: Layers, name: Name) -> bool:
    """Whether a span can be a name: it has a capital or comes from a rule, and is no demonym, date or event."""
    piece = state.flat[name.start : name.end]
    key = fold(piece)
    if not any(char.isalpha() for char in piece) or not (any(char.isupper() for char in piece) or name.weight >= 2):
        return False
    if key in lists.folded("demonyms") and name.weight < 3:
        return False
    if name.weight < 2 and key in no_names():
        return False
    if key in word_list("dates") or (name.weight < 2 and len(key) <= 1):
        return False
    if name.weight >= 3:
        return True
    parts = piece.split()
    if parts[-1] in lists.phrases("event_words") or (len(parts) > 1 and parts[0] in word_list("event_openers")):
        state.closed.append((name.start, name.end))
        return False
    return not (name.label == "PERSON" and (key in no_surnames() or (key,) in titles().get(key, ())))
