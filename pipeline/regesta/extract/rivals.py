"""The happenings of one passage as rivals for what stands in it: each name and number belongs to the nearest."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.extract.grammar import has_happened, is_verb
from regesta.extract.happenings import Happening, is_leading
from regesta.model.mention import Mention

#: What nothing says has happened has only what stands right beside it.
_BESIDE = 0.06


class Rivals:
    """The happenings of a passage; whose a mention is, is found once."""

    def __init__(self, happenings: Sequence[Happening]) -> None:
        self.all = tuple(happenings)
        self._reach = [_BESIDE if len(self.all) > 1 and _is_weak(rival) else None for rival in self.all]
        self._many = [sum(other.triggers == rival.triggers for other in self.all) > 1 for rival in self.all]
        self._owners: dict[tuple[str, float], Happening | None] = {}

    def owns(self, happening: Happening, mention: Mention, farthest: float) -> bool:
        """Whether a mention, at most so many steps away, belongs to a happening rather than to another."""
        key = mention.id, farthest
        if key not in self._owners:
            self._owners[key] = self._owner(mention, farthest)
        owner = self._owners[key]
        return owner is not None and owner.key.id == happening.key.id

    def _owner(self, mention: Mention, farthest: float) -> Happening | None:
        """The nearest happening; of one trigger with several dates, the one whose date is nearest."""
        best: tuple[float, float, int] | None = None
        for index, rival in enumerate(self.all):
            passage = rival.passage
            steps = min(passage.steps(trigger, mention) for trigger in (*rival.triggers, rival.key))
            own = (
                [passage.steps(date, mention) for date in rival.dates] if self._many[index] and not rival.shared else []
            )
            steps = min([steps, *own])
            if steps > min(farthest, self._reach[index] or farthest) and not is_leading(passage, mention):
                continue
            cost = (min(own, default=steps), steps, index)
            if best is None or cost < best:
                best = cost
        return self.all[best[2]] if best else None


def _is_weak(happening: Happening) -> bool:
    """Whether it is a noun that nothing says has happened, such as the fire of "opened fire"."""
    passage, trigger = happening.passage, happening.trigger
    return not (happening.dates or is_verb(trigger, happening.type) or has_happened(passage, trigger))
