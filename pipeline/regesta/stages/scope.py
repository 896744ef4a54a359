"""What a reviewer is shown where work is handed out: their own, without the answers of those who share it."""

from __future__ import annotations

import msgspec

from regesta.model.assignment import Assignment
from regesta.model.folder_name import folder_name
from regesta.review.blind import Blind
from regesta.review.queue import Wanted
from regesta.workspace.assignments import read_assignments
from regesta.workspace.corpus import citekeys
from regesta.workspace.workspace import Workspace


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """What is wanted once assignments have their say; `own` are the pieces to which they narrow it, if they do."""

    wanted: Wanted
    blind: Blind
    own: list[Assignment]


def scope(ws: Workspace, wanted: Wanted, reviewer: str) -> Scope:
    """Narrows what is wanted to what is assigned to the reviewer, if anything is and no source is named.

    Who looks for disagreements sees all answers; otherwise those of people who share a piece are hidden there.
    """
    if wanted.disagreed:
        return unscoped(wanted, reviewer)
    assignments, _ = read_assignments(ws)
    blind = Blind(reviewer, assignments)
    known = set(citekeys(ws))
    own = [
        each
        for each in assignments
        if each.source in known and reviewer in {folder_name(name) for name in each.reviewers}
    ]
    if wanted.sources or not own:
        return Scope(wanted=wanted, blind=blind, own=[])
    parts: dict[str, tuple[Assignment, ...]] = {}
    for each in own:
        parts[each.source] = (*parts.get(each.source, ()), each)
    narrowed = msgspec.structs.replace(wanted, sources=tuple(sorted(parts)), parts=parts)
    return Scope(wanted=narrowed, blind=blind, own=own)


def unscoped(wanted: Wanted, reviewer: str) -> Scope:
    """What is wanted as it was said, with everybody's answers in sight."""
    return Scope(wanted=wanted, blind=Blind(reviewer, []), own=[])
