"""Which entity a name means: the authority's entry, or a local id; a surname means the full name before it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import Any

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from regesta.model.entity import Entity, EntityKind
from regesta.model.mention import Alternative
from regesta.names.authority import Authority, entity_for
from regesta.names.fold import fold
from regesta.tag.layers import Layers, Name, NameLabel, layers

KIND_OF: dict[NameLabel, EntityKind] = {"PLACE": "place", "PERSON": "person", "ORG": "organisation"}


@Language.factory("regesta_linking", default_config={"entities": []})
def make(nlp: Language, name: str, entities: list[dict[str, Any]]) -> Linking:  # noqa: ARG001
    """The component; `entities` are the project's authority records."""
    return Linking(Authority(msgspec.convert(entity, Entity) for entity in entities))


class Linking:
    """Gives every name its entity id."""

    def __init__(self, authority: Authority) -> None:
        self.authority = authority

    def __call__(self, doc: Doc) -> Doc:
        """Sets the value of each name."""
        state = layers(doc)
        full = _full_names(state)
        for name in state.names:
            piece = state.text[name.start : name.end]
            if (
                name.label == "PERSON"
                and (bearers := full.get(fold(piece)))
                and not self.authority.find(piece, "person")
            ):
                self._as_before(name, bearers)
            else:
                name.value = entity_for(KIND_OF[name.label], piece, self.authority)
        return doc

    def _as_before(self, name: Name, bearers: list[tuple[int, str]]) -> None:
        """A bare surname: the bearer named last before it, else the first one after; the others are alternatives."""
        meant = bearers[max(bisect_left(bearers, (name.start, "")) - 1, 0)][1]
        name.value = entity_for("person", meant, self.authority)
        name.rule = name.rule or "surname"
        others = dict.fromkeys(entity_for("person", written, self.authority) for _, written in bearers)
        name.alternatives = [Alternative(value=value) for value in others if value != name.value]


def _full_names(state: Layers) -> dict[str, list[tuple[int, str]]]:
    """By the folded surname, the persons of more than one word, in the order of the text."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for name in state.names:
        piece = " ".join(state.flat[name.start : name.end].split())
        if name.label == "PERSON" and " " in piece:
            found[fold(piece.split(" ")[-1])].append((name.start, state.text[name.start : name.end]))
    return found
