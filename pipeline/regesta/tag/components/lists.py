"""The list layer: organisations, places and the project's own names, found by their folded keys."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from regesta.model.entity import Entity, EntityKind
from regesta.names import lists
from regesta.names.fold import fold
from regesta.tag.layers import Layers, Name, NameLabel, layers, signed

LABEL_OF: dict[EntityKind, NameLabel] = {"place": "PLACE", "person": "PERSON", "organisation": "ORG"}
#: A project's own entry outweighs what ships, and that the model; a place of one word can also be a person's name.
PROJECT, GENERAL, GENERAL_PLACE_OF_ONE_WORD = 4.0, 3.0, 1.2
_JOINED = re.compile(r"[\s\-'.,&/]{0,3}")
_PART = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")


@Language.factory("regesta_lists", default_config={"entities": [], "general": True})
def make(nlp: Language, name: str, entities: list[dict[str, Any]], general: bool) -> ListNames:  # noqa: ARG001
    """The component; `entities` are the project's authority records, `general` asks for the lists that ship."""
    return ListNames(name, [msgspec.convert(entity, Entity) for entity in entities], general)


class ListNames:
    """Knows names by the folded words that they consist of."""

    def __init__(self, name: str, entities: Iterable[Entity], general: bool) -> None:
        self.by = signed(name)
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, NameLabel, float]]] = {}
        for entity in entities:
            self._learn(entity, own=True)
        for entity in lists.general() if general else ():
            self._learn(entity, own=False)
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: (-len(entry[0]), -entry[3]))

    def _learn(self, entity: Entity, own: bool) -> None:
        for name in (entity.label, *entity.names):
            key = tuple(fold(part) for part in _PART.findall(name))
            may_be_a_person = entity.kind == "place" and len(key) == 1
            weight = PROJECT if own else GENERAL_PLACE_OF_ONE_WORD if may_be_a_person else GENERAL
            if key and key[0]:
                self._by_first.setdefault(key[0], []).append((key, name, LABEL_OF[entity.kind], weight))

    def __call__(self, doc: Doc) -> Doc:
        """Adds the listed names to the candidates, the longest at each word."""
        state = layers(doc)
        after = 0
        for index, word in enumerate(state.words):
            if index >= after and (word.capital or word.text[0].isdigit()):
                after = self._at(state, index) or after
        return doc

    def _at(self, state: Layers, index: int) -> int:
        """Marks the longest name that begins at a word; gives the index after it, or 0."""
        for key, written, label, weight in self._by_first.get(fold(state.words[index].text), ()):
            last = index + len(key) - 1
            if last < len(state.words) and self._matches(state, index, key, written):
                start, end = state.words[index].start, state.words[last].end
                state.names.append(Name(start, end, label, self.by, weight, rule="listed"))
                return last + 1
        return 0

    def _matches(self, state: Layers, index: int, key: tuple[str, ...], written: str) -> bool:
        """Whether the words are those of the name, held together, and in capitals where the name is."""
        words = state.words[index : index + len(key)]
        if any(fold(word.text) != part for word, part in zip(words[1:], key[1:], strict=True)):
            return False
        if any(not _JOINED.fullmatch(state.gap(at, at + 1)) for at in range(index, index + len(key) - 1)):
            return False
        if len(key) == 1 and len(written) <= 5 and any(char.isupper() for char in written[1:]):
            return words[0].text.replace(".", "") == written.replace(".", "")
        return _capitals(words[-1].text) or not written.split()[-1][:1].isupper()


def _capitals(word: str) -> bool:
    return word[0].isupper() or not word[0].isalpha()
