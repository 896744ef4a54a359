"""Tolls: numbers of dead and wounded that no verb tells of: "21 dead", "left 12 people wounded", "a toll of 30"."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from regesta.anchor.drafts import Draft
from regesta.model.mention import TOLL
from regesta.model.settings import EventType
from regesta.tag.components.quantities import AMOUNT, bounds_of
from regesta.tag.layers import Cover, Layers, layers, signed

#: The verb by which the event types of a workspace are known to be of the killed or of the wounded.
_VERBS = {"dead": "kill", "wounded": "wound", "injured": "wound"}
_FATE = re.compile(r" (?P<fate>dead|wounded|injured)\b(?! (?:or|of|man|men|people|body|bodies))")
_DEFINITE = re.compile(r"(?:the|these|those|their|his|our)")
_TOLL = re.compile(
    r"\b(?P<toll>(?:death )?toll|number of (?:the )?(?:dead|deaths|victims))\b"
    r"(?: (?:had|has|have|was|later|then|soon|eventually|now|is|been|risen|rose|rising"
    r"|climbed|reached|reaching|stood|stands|put|set|given|as|at|to|of|from the [\w ]{2,30}?)){1,6} "
)
_UNIT = re.compile(r" (?:dead|killed|people|persons|deaths|victims)\b")


@Language.factory("regesta_tolls", default_config={"event_types": []})
def make(nlp: Language, name: str, event_types: list[dict[str, Any]]) -> Tolls:  # noqa: ARG001
    """The component; `event_types` are those of the workspace."""
    return Tolls(name, msgspec.convert(event_types, list[EventType]))


class Tolls:
    """Marks the words for the fate of those counted as triggers, and the number of a toll as a quantity."""

    def __init__(self, name: str, event_types: list[EventType]) -> None:
        self.by = signed(name)
        types = {verb: each.name for each in reversed(event_types) for verb in each.verbs}
        self._types = {fate: types[verb] for fate, verb in _VERBS.items() if verb in types}

    def __call__(self, doc: Doc) -> Doc:
        """Adds the tolls to the drafts."""
        state = layers(doc)
        taken = Cover(len(state.text), [(draft.start, draft.end) for draft in state.drafts])
        for index, draft in enumerate(list(state.drafts)):
            if draft.label != "QUANTITY" or _is_known(state, draft):
                continue
            number, _, unit = draft.value.rpartition(" ")
            if unit in self._types and state.small.endswith(unit, draft.start, draft.end):
                state.drafts[index] = msgspec.structs.replace(draft, value=f"{number} person")
                self._mark(state.drafts, draft.end - len(unit), draft.end, unit)
            elif fate := _FATE.match(state.small, draft.end):
                self._mark(state.drafts, *fate.span("fate"), fate["fate"])
        for toll in _TOLL.finditer(state.small) if "dead" in self._types else ():
            amount = AMOUNT.match(state.small, toll.end())
            bounds = bounds_of(amount) if amount else ""
            if amount is None or not bounds:
                continue
            if not taken.touches(*amount.span()):
                unit_end = _UNIT.match(state.small, amount.end())
                end = unit_end.end() if unit_end else amount.end()
                value = f"{bounds} person"
                state.drafts.append(Draft(start=amount.start(), end=end, label="QUANTITY", value=value, by=self.by))
            self._mark(state.drafts, *toll.span("toll"), "dead")
        return doc

    def _mark(self, drafts: list[Draft], start: int, end: int, fate: str) -> None:
        if fate in self._types:
            value = self._types[fate]
            drafts.append(Draft(start=start, end=end, label="TRIGGER", value=value, by=self.by, rule=TOLL))


def _is_known(state: Layers, quantity: Draft) -> bool:
    """Whether the number is of people spoken of before ("the 21 dead")."""
    before = state.small[max(0, quantity.start - 6) : quantity.start].split()
    first = state.small[quantity.start : quantity.end].split()[0]
    return bool(_DEFINITE.fullmatch(first) or (before and _DEFINITE.fullmatch(before[-1])))
