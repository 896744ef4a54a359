"""The happenings of one passage as rivals for what stands in it: what the parse ties to none belongs to the nearest."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.extract.grammar import has_happened, is_verb
from regesta.extract.happenings import Happening, is_leading
from regesta.extract.syntax import tied_to
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
        self._tied: dict[str, list[Happening]] = {}

    def owns(self, happening: Happening, mention: Mention, farthest: float) -> bool:
        """Whether a mention belongs to a happening: because the parse ties it, else as the nearest within some steps.

        Of the happenings of one trigger with several dates it belongs to the one whose date is nearest.
        """
        if mention.id not in self._tied:
            self._tied[mention.id] = [rival for rival in self.all if tied_to(rival.triggers, mention)]
        tied = self._tied[mention.id]
        if tied:
            alike = [rival for rival in tied if rival.triggers == happening.triggers]
            return bool(alike) and min(alike, key=lambda rival: _of_the_date(rival, mention)).key.id == happening.key.id
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


def _of_the_date(happening: Happening, mention: Mention) -> float:
    """How many steps part a mention from the dates of a happening."""
    return min((happening.passage.steps(date, mention) for date in happening.dates), default=0.0)


def _is_weak(happening: Happening) -> bool:
    """Whether it is a noun that nothing says has happened, such as the fire of "opened fire"."""
    passage, trigger = happening.passage, happening.trigger
    return not (happening.dates or is_verb(trigger, happening.type) or has_happened(passage, trigger))
