"""What a card says of its record."""

from __future__ import annotations

import msgspec

from regesta.model.claim import Claim
from regesta.review.queue import Item, Wanted
from regesta.review.session import Reviewer, Session
from regesta.stages.reviewing import opened
from regesta.web.cards import card
from regesta.workspace.jsonl import read_records, write_records
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


def test_what_was_accepted_in_the_same_words_before_is_said(ws: Workspace) -> None:
    """Another date is proposed for the meeting, so that the claim has another id; the old one stays accepted."""
    session, item = _claim(ws)
    session.accept()
    proposed = read_records(ws.claims_path("letter"), Claim)
    old = next(each for each in proposed if each.id == item.id)
    other = next(each for each in proposed if each.id != item.id)
    anew = msgspec.structs.replace(old, id="c-0000000000000001", values=[old.values[0], other.values[1]])
    ws.claims_path("letter").write_bytes(write_records([anew, other]))
    session, _ = _claim(ws)
    shown = session.item(("claim", anew.id))
    assert shown is not None
    drawn = card(session, shown)
    assert "anna accepted before, in these words: " in drawn
    assert f'href="/at/claim:{old.id}"' in drawn
    assert "There it says when 1939-12-06 (6 December 1939)." in drawn
    beside = session.item(("claim", other.id))
    assert beside is not None
    assert "accepted before" not in card(session, beside)
