"""Which entity a name means: an entry of an authority or of the gazetteer, else a local id.

A surname means the full name before it. A place is looked for in the project's own file, in the list that ships and
in the gazetteer, in this order, and gets an outside id only where the document leaves no doubt.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from regesta.model.entity import Entity, EntityKind
from regesta.model.mention import Alternative
from regesta.names.authority import Authority, entity_for, general, local_id
from regesta.names.fold import fold
from regesta.names.gazetteer import PREFIX, Gazetteer
from regesta.names.places import known_places
from regesta.names.ranking import Candidate, rank
from regesta.tag.components.places import SHIP
from regesta.tag.layers import Layers, Name, NameLabel, layers

KIND_OF: dict[NameLabel, EntityKind] = {"PLACE": "place", "PERSON": "person", "ORG": "organisation"}
#: So many runners-up are shown, from this score on.
RUNNERS_UP, LEAST_SCORE = 3, 0.02
#: What an id says of a name that is the name of a listed place, but seems to mean another one.
ANOTHER = ".another"
#: The rule of a name that the words before it make another name of the same person.
ALSO_CALLED = "also called"
#: What stands between two names of one person.
_ALSO_CALLED = re.compile(
    r"[,;]? ?\(?(?:née|nee|né|geb\.|geborene|z domu|rozená|roz\.|alias|a\.?k\.?a\.?"
    r"|(?:(?:also|better|commonly|later) )?known as"
    r"|(?:who was )?born(?: as)?|also called|nicknamed|nom de guerre|code-?named?|pseudonym"
    r"|under the (?:alias|name|pseudonym) of)(?: was)?,? [\"“'‘«„]?(?:the )?"
)
_YEAR = re.compile(r"[12]\d{3}")


@Language.factory("regesta_linking", default_config={"entities": [], "places": True})
def make(nlp: Language, name: str, entities: list[dict[str, Any]], places: bool) -> Linking:  # noqa: ARG001
    """The component; `entities` are the project's authority records, `places` asks for list and gazetteer."""
    return Linking(Authority(msgspec.convert(entity, Entity) for entity in entities), places)


class Linking:
    """Gives every name its entity id. The tagger sets the gazetteer, where there is one."""

    gazetteer: Gazetteer | None = None

    def __init__(self, authority: Authority, places: bool) -> None:
        self.authority = authority
        self.places = places

    def __call__(self, doc: Doc) -> Doc:
        """Sets the value of each name."""
        state = layers(doc)
        full = _full_names(state)
        ships = _ships(state)
        ranked = self._ranked(state) if self.places else {}
        for name in state.names:
            piece = state.text[name.start : name.end]
            if name.label == "PLACE" and (ship := ships.get(fold(piece))) and not self.authority.find(piece, "place"):
                name.value = ship
            elif name.label == "PLACE" and (found := ranked.get(fold(piece))):
                self._at(name, piece, found)
            elif (
                name.label == "PERSON"
                and (bearers := full.get(fold(piece)))
                and not self.authority.find(piece, "person")
            ):
                self._as_before(name, bearers)
            else:
                name.value = entity_for(KIND_OF[name.label], piece, self.authority)
        self._also_called(state, full)
        return doc

    def _also_called(self, state: Layers, full: Mapping[str, Sequence[tuple[int, str]]]) -> None:
        """Gives a person's other name the entity of the one before: "Anna Roth, née Berg", "Iosif Lind, alias Orkan".

        It means the same person wherever it stands, unless it is a surname that others bear as well.
        """
        others: dict[str, str] = {}
        for before, name in pairwise(state.names):
            between = state.flat[before.end : name.start]
            if before.label == name.label == "PERSON" and _ALSO_CALLED.fullmatch(between):
                piece = state.flat[name.start : name.end]
                if self.authority.find(piece, "person"):
                    continue
                name.value, name.rule, name.alternatives = before.value, ALSO_CALLED, []
                if fold(piece) not in full:
                    others.setdefault(fold(piece), before.value)
        for surname, bearers in full.items() if others else ():
            meant = {others.get(fold(written), "") for _, written in bearers}
            if len(meant) == 1 and "" not in meant:
                others[surname] = meant.pop()
        for name in state.names if others else ():
            if name.label == "PERSON":
                name.value = others.get(fold(state.flat[name.start : name.end]), name.value)

    def _ranked(self, state: Layers) -> dict[str, list[Candidate]]:
        """The candidates of each place that the project's file does not name, by its folded key."""
        written: dict[str, str] = {}
        counted: Counter[str] = Counter()
        settled: dict[str, Entity] = {}
        for name in state.names:
            if name.label == "PLACE":
                piece = " ".join(state.flat[name.start : name.end].split())
                key = fold(piece)
                own = self.authority.find(piece, "place")
                if not own and key in state.undeclined:
                    piece = state.undeclined[key]
                    own = self.authority.find(piece, "place")
                if len(own) > 1:
                    continue
                piece = written.setdefault(key, piece)
                counted[piece] += 1
                if own:
                    settled[piece] = own[0]
        ranked = rank(counted, self.gazetteer, _years(state), settled)
        return {key: ranked[piece] for key, piece in written.items() if piece not in settled}

    def _at(self, name: Name, piece: str, found: list[Candidate]) -> None:
        """The place that a name means, with the runners-up and how sure it is."""
        first = found[0]
        sure = first.grade == "exact" or (first.grade == "close" and not first.entity_id.startswith(PREFIX))
        name.value = first.entity_id if sure and not first.loose else self._local(piece)
        others = found[1:] if name.value == first.entity_id else found
        name.alternatives = [
            Alternative(value=other.entity_id, score=round(other.score, 3), grade=other.grade)
            for other in others[:RUNNERS_UP]
            if other.score >= LEAST_SCORE
        ]
        if name.value == first.entity_id:
            name.rule = f"{name.rule}; place {first.grade} {first.score:.2f}".lstrip("; ")

    def _local(self, piece: str) -> str:
        """The local id of a name that may mean something else than the listed place whose id that would be."""
        own = local_id("place", piece)
        return own + ANOTHER if own in known_places() else own

    def _as_before(self, name: Name, bearers: list[tuple[int, str]]) -> None:
        """A bare surname: the bearer named last before it, else the first one after; the others are alternatives."""
        meant = bearers[max(bisect_left(bearers, (name.start, "")) - 1, 0)][1]
        name.value = entity_for("person", meant, self.authority)
        name.rule = name.rule or "surname"
        others = dict.fromkeys(entity_for("person", written, self.authority) for _, written in bearers)
        name.alternatives = [Alternative(value=value) for value in others if value != name.value]


def _years(state: Layers) -> list[int]:
    """The years that the dates of the text name, each once."""
    return sorted({int(year) for draft in state.drafts if draft.label == "DATE" for year in _YEAR.findall(draft.value)})


def _ships(state: Layers) -> dict[str, str]:
    """By the folded name, the ids of the ships of a text: none of them is the town whose name it may bear."""
    found = {}
    for name in state.names:
        piece = " ".join(state.text[name.start : name.end].split())
        listed = next((entity.id for entity in general().find(piece, "place") if entity.type == SHIP), "")
        if name.label == "PLACE" and (listed or name.rule == SHIP):
            found[fold(piece)] = listed or local_id("place", f"{SHIP} {piece}")
    return found


def _full_names(state: Layers) -> dict[str, list[tuple[int, str]]]:
    """By the folded surname, the persons of more than one word, in the order of the text."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for name in state.names:
        piece = " ".join(state.flat[name.start : name.end].split())
        if name.label == "PERSON" and " " in piece:
            found[fold(piece.split(" ")[-1])].append((name.start, state.text[name.start : name.end]))
    return found
