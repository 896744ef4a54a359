"""What a card says of its record."""

from __future__ import annotations

from regesta.review.queue import Item, Wanted
from regesta.review.session import Reviewer, Session
from regesta.stages.reviewing import opened
from regesta.web.cards import card
from regesta.workspace.workspace import Workspace


def _claim(ws: Workspace) -> tuple[Session, Item]:
    who = Reviewer(name="anna", device="desk", now=lambda: "2026-01-01T00:00:00Z")
    session = opened(ws, Wanted(kinds=("claim",)), who).session
    item = session.current
    assert item is not None
    return session, item


def test_the_reasons_of_a_score_stand_under_it(ws: Workspace) -> None:
    shown = card(*_claim(ws))
    under = shown.partition("<dt>Score</dt>")[2].partition("<dt>Proposed by</dt>")[0]
    reasons = "<li>a date stands close by</li><li>“met” &lt;says&gt; what happened</li>"
    assert f'<dt>Because</dt><dd><ul class="reasons">{reasons}</ul></dd>' in under
