"""Moving about in a session: going to an item, back and on; and what others decide meanwhile."""

from __future__ import annotations

import pytest

from regesta.errors import RegestaError
from regesta.review import decide
from regesta.review.act import target
from regesta.review.stale import Stale


@pytest.fixture
def proposals(desk):
    return [
        desk.mention("6 December 1939", "DATE", "1939-12-06"),
        desk.mention("Zakopane", "PLACE", "place:zakopane"),
        desk.mention("Lwów", "PLACE", "place:lwow"),
        desk.mention("November 1939", "DATE", "1938-11"),
    ]


def exact(shown):
    return shown and shown.record.exact


def test_an_item_can_be_gone_to_whether_it_waits_or_not(desk, proposals):
    session = desk.session(proposals)
    session.accept()
    assert exact(session.go(("mention", proposals[2].id))) == "Lwów"
    session.reject()
    assert exact(session.current) == "November 1939"
    assert session.go(("mention", proposals[0].id)).status == "accepted"
    session.reject()
    assert desk.fold(proposals).mentions[proposals[0].id].status == "rejected"
    assert exact(session.current) == "Zakopane"


def test_what_is_not_there_cannot_be_gone_to(desk, proposals):
    session = desk.session(proposals)
    with pytest.raises(RegestaError, match="there is no mention 'm-none'"):
        session.go(("mention", "m-none"))
    assert exact(session.current) == "6 December 1939"


def test_previous_steps_back_over_what_was_shown_and_next_goes_on(desk, proposals):
    session = desk.session(proposals)
    assert session.previous() is None
    session.accept()
    assert exact(session.next()) == "Lwów"
    assert exact(session.previous()) == "Zakopane"
    assert exact(session.previous()) == "6 December 1939"
    assert session.previous() is None
    assert exact(session.next()) == "Zakopane"


def test_next_comes_round_to_the_first_that_waits(desk, proposals):
    session = desk.session(proposals)
    assert [exact(session.next()) for _ in proposals] == ["Zakopane", "Lwów", "November 1939", "6 December 1939"]


def test_after_the_last_answer_the_last_item_can_be_gone_back_to(desk, proposals):
    session = desk.session(proposals[:1])
    session.accept()
    assert session.current is None
    assert exact(session.previous()) == "6 December 1939"
    session.reject()
    assert desk.fold(proposals).mentions[proposals[0].id].status == "rejected"


def test_a_save_of_what_was_shown_before_it_changed_is_refused_with_both_versions(desk, proposals):
    session = desk.session(proposals)
    shown = session.current
    session.check(shown.digest)
    session.refresh([desk.says("ben", decide.answer("reject", target(proposals[0])))])
    with pytest.raises(Stale) as refused:
        session.check(shown.digest)
    assert refused.value.finding.code == "review.stale"
    assert refused.value.shown == shown
    assert (refused.value.now.status, refused.value.now.reviewers) == ("rejected", ("ben",))
    session.check(session.current.digest)
    session.accept()
    assert desk.fold(proposals).mentions[proposals[0].id].status == "disagreed"


def test_what_others_decided_is_not_asked_any_more(desk, proposals):
    session = desk.session(proposals)
    session.refresh([desk.says("ben", decide.answer("accept", target(proposals[1])))])
    session.accept()
    assert exact(session.current) == "Lwów"


def test_the_digest_tells_status_from_status_and_nothing_else(desk, proposals):
    one = desk.session(proposals).current
    assert one.digest == desk.session(proposals, reviewer="ben").current.digest
    desk.says("ben", decide.answer("skip", target(proposals[0])))
    assert one.digest != desk.session(proposals).current.digest


def test_undo_of_a_batch_takes_back_all_of_it_as_one(desk, proposals):
    session = desk.session(proposals)
    session.accept()
    before = session.state.reviewed()
    items = [session.item(("mention", each.id)) for each in proposals[1:3]]
    made = session.everywhere(items, "reject")
    assert {each.batch for each in made} == {made[0].batch}
    assert made[0].batch
    assert exact(session.current) == "November 1939"
    session.undo()
    assert session.state.reviewed() == before
    assert (exact(session.current), len(session.last), session.counts.left) == ("Zakopane", 2, 3)
    session.undo()
    assert exact(session.current) == "6 December 1939"
