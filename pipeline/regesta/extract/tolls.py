"""Tolls: where the dead and wounded of a toll fell, and two who count those of one event."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.extract.asserters import Voice
from regesta.extract.discourse import Reference, Told
from regesta.extract.happenings import Happening
from regesta.extract.values import of_name
from regesta.model.claim import Value
from regesta.model.mention import TOLL

#: Another number stands at most so many passages behind.
_REACH = 2


def place_of_toll(happening: Happening, told: Sequence[Told]) -> list[Value]:
    """Where the dead and wounded of a toll fell: the place of what was told right before, in the same paragraph."""
    passage, trigger = happening.passage, happening.trigger
    if trigger.rule != TOLL:
        return []
    for other in reversed(told):
        if passage.number - other.passage.number > 1 or other.passage.paragraph != passage.paragraph:
            return []
        if other.places and not other.is_item:
            return [of_name("where", other.places[0], "", "inferred", trigger)]
    return []


def rival_toll(happening: Happening, count: Sequence[Value], voice: Voice, told: Sequence[Told]) -> Reference | None:
    """The claim right before that counts the dead or wounded of the same event, where somebody else does so now."""
    if not count or (happening.dates and not happening.shared):
        return None
    passage = happening.passage
    for other in reversed(told):
        if (
            passage.number - other.passage.number > _REACH
            or other.passage.paragraph != passage.paragraph
            or other.is_item
        ):
            return None
        if other.claim.type == happening.type.name and any(value.property == "count" for value in other.claim.values):
            alone = voice.is_source and other.is_source and happening.trigger.rule != TOLL
            return None if alone else Reference(other, demonstrative=False)
    return None
