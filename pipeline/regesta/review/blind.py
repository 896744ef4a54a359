"""A piece that several people review: none sees the answers of the others there, so that agreement means something."""

from __future__ import annotations

from collections.abc import Iterable

from regesta.model.assignment import Assignment
from regesta.model.decision import Decision
from regesta.model.folder_name import folder_name


class Blind:
    """What one reviewer must not see yet: the answers of all others in the pieces that are shared with them.

    Joins of claims are not hidden: they stand between sources, and are decided together.
    """

    def __init__(self, reviewer: str, assignments: Iterable[Assignment]) -> None:
        self.reviewer = reviewer
        self._shared: dict[str, list[Assignment]] = {}
        for each in assignments:
            names = {folder_name(name) for name in each.reviewers}
            if reviewer in names and len(names) > 1:
                self._shared.setdefault(each.source, []).append(each)

    def hides(self, decision: Decision) -> bool:
        """Whether this is another's answer in a shared piece. A claim counts to where its passage stands."""
        target = decision.target
        if decision.reviewer == self.reviewer or not self._shared:
            return False
        if target.mention is not None:
            place = target.mention
        elif target.claim is not None and target.claim.source in self._shared:
            passage = target.claim.passage
            found = next((mention for mention in target.cited if mention.id == passage), None)
            if found is None:
                return True
            place = found
        else:
            return False
        return any(part.holds(place) for part in self._shared.get(place.source, ()))
