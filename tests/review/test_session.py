"""A reviewer's session, without any face."""

from __future__ import annotations

import sys
from contextlib import suppress

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.errors import RegestaError, fail
from regesta.model.event import Join
from regesta.model.mention import By, Mention
from regesta.model.same import Same, Side
from regesta.review import decide
from regesta.review.act import target
from regesta.review.decide import Change
from regesta.review.decide_claim import ClaimChange
from regesta.review.fold import fold
from regesta.review.queue import Wanted


@pytest.fixture
def proposals(desk):
    """Two dates and two places, in no order."""
    return [
        desk.mention("November 1939", "DATE", "1938-11"),
        desk.mention("Lwów", "PLACE", "place:lwow"),
        desk.mention("6 December 1939", "DATE", "1939-12-06"),
        desk.mention("Zakopane", "PLACE", "place:zakopane"),
    ]


@pytest.fixture
def claimed(desk, proposals):
    passage = desk.mention("Some writers claim that the meeting took place in Lwów in November 1939.", "PASSAGE")
    return desk.claim(passage, proposals[0], proposals[1]), [passage, *proposals]


def words(session):
    """What is asked until nothing waits, when all of it is skipped."""
    found = []
    while (shown := session.current) is not None:
        found.append(shown.record.exact if isinstance(shown.record, Mention) else shown.kind)
        session.skip()
    return found


def test_mentions_come_in_the_order_of_the_text_then_claims_then_joins(desk, claimed):
    claim, mentions = claimed
    other = desk.claim(mentions[0], mentions[3], mentions[4], "arrest")
    join = Join(id="j-1", claims=sorted([claim.id, other.id]), score=0.5)
    session = desk.session(mentions, [claim, other], [join])
    assert words(session) == [
        "6 December 1939",
        "Zakopane",
        "Lwów",
        "November 1939",
        "claim",
        "claim",
        "join",
    ]


@pytest.mark.parametrize(("unlikely", "expected"), [(0.5, ["likely", "doubtful"]), (0.0, ["doubtful", "likely"])])
def test_unlikely_claims_come_behind_the_others_of_their_source(desk, proposals, unlikely, expected):
    early = desk.mention("On 6 December 1939 officers of both services met in Zakopane.", "PASSAGE")
    late = desk.mention("Some writers claim that the meeting took place in Lwów in November 1939.", "PASSAGE")
    scores = {"doubtful": (early, "meeting", 0.4), "likely": (late, "arrest", 0.6)}
    claims = {
        name: msgspec.structs.replace(
            desk.claim(passage, proposals[0], proposals[1], kind), by=By(component="claims", score=score)
        )
        for name, (passage, kind, score) in scores.items()
    }
    session = desk.session(
        [*proposals, early, late], claims.values(), wanted=Wanted(kinds=("claim",), unlikely=unlikely)
    )
    shown = []
    while session.current is not None:
        shown.append(next(name for name, claim in claims.items() if claim.id == session.current.id))
        session.skip()
    assert shown == expected


def test_filters_choose_by_label_kind_and_source(desk, claimed):
    claim, mentions = claimed
    assert words(desk.session(mentions, [claim], wanted=Wanted(labels=("DATE",)))) == [
        "6 December 1939",
        "November 1939",
    ]
    assert words(desk.session(mentions, [claim], wanted=Wanted(kinds=("claim",)))) == ["claim"]
    assert words(desk.session(mentions, [claim], wanted=Wanted(sources=("another",)))) == []


def test_an_answer_goes_on_to_the_next_and_is_in_the_log_before(desk, proposals):
    session = desk.session(proposals)
    decision = session.accept()
    assert desk.decisions == [decision]
    assert session.current.record.exact == "Zakopane"
    assert (session.counts.saved, session.counts.passed, session.counts.left) == (1, 1, 3)


def test_what_could_not_be_saved_leaves_everything_as_it_was(desk, proposals):
    def full(decision):
        raise fail("log.not_saved", f"{decision.answer} was NOT saved")

    session = desk.session(proposals, append=full)
    before = session.current
    with pytest.raises(RegestaError):
        session.reject()
    assert session.current == before
    assert (session.counts.saved, session.counts.left) == (0, 4)
    assert session.state.mentions[before.id].status == "open"


def test_undo_asks_the_last_item_again_and_then_the_one_before(desk, proposals):
    session = desk.session(proposals)
    session.accept()
    session.amend_mention(Change(label="ORG"))
    session.undo()
    assert session.current.record.exact == "Zakopane"
    assert session.current.record.label == "PLACE"
    session.undo()
    assert session.current.record.exact == "6 December 1939"
    assert session.undo() is None


def test_undo_takes_an_added_mention_away(desk, proposals):
    session = desk.session(proposals)
    start = desk.text.index("minutes")
    session.add_mention(desk.source, (start, start + 7), "ORG", "The Minutes")
    assert "org:the-minutes" in {each.record.value for each in session.state.mentions.values()}
    session.undo()
    assert "org:the-minutes" not in {each.record.value for each in session.state.mentions.values()}


def test_a_new_label_brings_a_value_of_its_own_and_new_words_too(desk):
    twice = [desk.mention("Zakopane", "PLACE", "place:zakopane", nth=nth) for nth in (0, 1)]
    session = desk.session(twice)
    assert session.amend_mention(Change(label="PERSON")).set.value == "person:zakopane"
    changed = session.amend_mention(Change(span=(twice[1].start - 3, twice[1].end))).set
    assert (changed.exact, changed.value) == ("in Zakopane", "place:in-zakopane")


def test_other_reviewers_answers_are_not_asked_again_unless_asked_for(desk, proposals):
    desk.says("ben", decide.answer("accept", target(proposals[2])))
    assert words(desk.session(proposals)) == ["Zakopane", "Lwów", "November 1939"]
    assert len(words(desk.session(proposals, wanted=Wanted(everything=True)))) == 4


def test_a_disagreement_waits_for_others_and_for_adjudicators(desk, proposals):
    desk.says("anna", decide.answer("accept", target(proposals[2])))
    desk.says("ben", decide.answer("reject", target(proposals[2])))
    assert "6 December 1939" not in words(desk.session(proposals, reviewer="anna"))
    assert "6 December 1939" in words(desk.session(proposals, reviewer="carla"))
    assert words(desk.session(proposals, reviewer="anna", wanted=Wanted(disagreed=True))) == ["6 December 1939"]
    desk.adjudicators = ["anna"]
    assert "6 December 1939" not in words(desk.session(proposals, reviewer="ben"))


def test_another_reviewers_answer_can_be_taken_over(desk, proposals):
    desk.says("anna", decide.amend_mention(proposals[0], desk.text, Change(value="1939-11")))
    desk.says("ben", decide.answer("reject", target(proposals[0])))
    session = desk.session(proposals, reviewer="carla", wanted=Wanted(disagreed=True))
    rivals = session.rivals(session.current)
    assert (rivals["anna"].value, rivals["ben"]) == ("1939-11", None)
    session.take("anna")
    desk.says("ben", decide.retract(desk.decisions[1]))
    assert desk.fold(proposals).mentions[proposals[0].id].reviewers == ("anna", "carla")


def test_accept_takes_a_changed_proposal_and_keep_leaves_what_is_in_force(desk, proposals):
    old = proposals[0]
    new = msgspec.structs.replace(old, value="1939-11")
    desk.says("anna", decide.answer("accept", target(old)))
    session = desk.session([new])
    assert session.current.changed
    session.accept()
    assert desk.fold([new]).mentions[old.id].record.value == "1939-11"
    session.undo()
    session.keep()
    standing = desk.fold([new]).mentions[old.id]
    assert (standing.record.value, standing.stale) == ("1938-11", False)


def test_words_that_are_gone_can_only_be_marked_anew_or_rejected(new_desk):
    desk = new_desk()
    place = desk.mention("Lwów", "PLACE", "place:lwow")
    desk.says("anna", decide.answer("accept", target(place)))
    desk.text = desk.text.replace("Lwów", "Lviv")
    session = desk.session([])
    with pytest.raises(RegestaError, match="no longer stand"):
        session.keep()
    at = desk.text.index("Lviv")
    session.amend_mention(Change(span=(at, at + 4)))
    standing = desk.fold([]).mentions[place.id]
    assert (standing.stale, standing.record.exact) == (False, "Lviv")


def test_a_rejected_mention_brings_back_the_claim_that_was_accepted_on_it(desk, claimed):
    claim, mentions = claimed
    desk.says("ben", decide.answer("accept", target(claim, cited=mentions)))
    session = desk.session(mentions, [claim])
    assert session.counts.left == 4
    while session.current.record.exact != "Lwów":
        session.skip()
    session.reject()
    session.skip()
    assert session.current.why == "it cites “Lwów”, which anna rejected"


def test_a_claim_on_rejected_words_can_be_amended_but_not_accepted(desk, claimed):
    claim, mentions = claimed
    desk.says("ben", decide.answer("reject", target(mentions[2])))
    session = desk.session(mentions, [claim], wanted=Wanted(kinds=("claim",)))
    with pytest.raises(RegestaError, match="which was rejected"):
        session.accept()
    session.amend_claim(ClaimChange(stance="reported"))
    standing = desk.fold(mentions, [claim]).claims[claim.id]
    assert (standing.stale, [value.property for value in standing.record.values]) == (False, ["type", "when"])


def test_a_join_of_a_rejected_claim_is_not_asked(desk, claimed):
    claim, mentions = claimed
    other = desk.claim(mentions[0], mentions[3], mentions[4], "arrest")
    join = Join(id="j-1", claims=sorted([claim.id, other.id]), score=0.5)
    session = desk.session(mentions, [claim, other], [join], wanted=Wanted(kinds=("claim", "join")))
    session.reject()
    assert words(session) == ["claim"]


def test_two_names_are_asked_last_and_shown_with_where_they_stand(desk, proposals):
    place = proposals[1]
    sides = [Side(entity="person:a", label="A", mentions=[place]), Side(entity="person:b", label="B")]
    same = Same(id="s-1", kind="person", sides=sides, score=0.7)
    session = desk.session(proposals, [], [same])
    assert words(desk.session(proposals, [], [same]))[-1] == "same"
    session.go(("same", "person:a person:b"))
    ((side, shown),) = session.excerpts(session.current)
    assert (side.id, desk.text[slice(*shown.marks[0])]) == (place.id, "Lwów")
    assert session.reject("two people").answer == "part"
    assert session.undo() is not None
    assert session.accept().answer == "join"
    assert [each.ids for each in session.state.reviewed().same] == [("person:a", "person:b")]


def test_both_claims_of_a_join_are_shown_side_by_side(desk, claimed):
    claim, mentions = claimed
    other = desk.claim(mentions[0], mentions[3], mentions[4], "arrest")
    join = Join(id="j-1", claims=sorted([claim.id, other.id]), score=0.5)
    session = desk.session(mentions, [claim, other], [join], wanted=Wanted(kinds=("join",)))
    sides = session.excerpts(session.current)
    assert [side.id for side, _ in sides] == join.claims
    assert all("meeting took place in Lwów" in shown.text for _, shown in sides)


def test_the_quote_is_shown_in_its_context_with_offsets(desk, proposals):
    session = desk.session(proposals)
    shown = session.excerpt(session.current)
    assert shown.text.startswith("On 6 December 1939 officers")
    start, end = shown.marks[0]
    assert desk.text[start:end] == "6 December 1939"


def test_offsets_count_code_points_beyond_the_basic_plane(new_desk):
    desk = new_desk("𝔊𝔢𝔰𝔱𝔞𝔭𝔬 🗺️ met in Zakopane.")
    session = desk.session([desk.mention("Zakopane", "PLACE", "place:zakopane")])
    start, end = session.excerpt(session.current).marks[0]
    assert desk.text[start:end] == "Zakopane"
    session.amend_mention(Change(span=(0, 7)))
    assert desk.decisions[0].set.exact == "𝔊𝔢𝔰𝔱𝔞𝔭𝔬"


@given(steps=st.lists(st.sampled_from(["a", "r", "s", "u", "e", "n", "+", "k"]), max_size=25))
@settings(max_examples=60, deadline=None)
def test_whatever_is_done_the_session_knows_what_the_log_says(new_desk, steps):
    desk = new_desk()
    mentions = [desk.mention("Lwów", "PLACE", "place:lwow"), desk.mention("November 1939", "DATE", "1938-11")]
    passage = desk.mention("Some writers claim that the meeting took place in Lwów in November 1939.", "PASSAGE")
    claim = desk.claim(passage, mentions[1], mentions[0])
    session = desk.session([*mentions, passage], [claim])
    doing = {
        "a": session.accept,
        "r": session.reject,
        "s": session.skip,
        "u": session.undo,
        "k": session.keep,
        "e": lambda: session.amend_mention(Change(title=f"t{len(desk.decisions)}")),
        "n": lambda: session.note("hm"),
        "+": lambda: session.add_mention(desk.source, (0, 2 + len(desk.decisions)), "ORG", "org:x"),
    }
    for step in steps:
        with suppress(RegestaError):
            doing[step]()
    said = fold(desk.decisions, [*mentions, passage], [claim], {desk.source: desk.text}, [])
    assert session.state.reviewed() == said


def test_the_next_item_costs_the_same_among_ten_thousand_as_among_eleven(new_desk):
    def calls(count):
        desk = new_desk("Lwów and so on and so forth. " * count)
        place = desk.mention("Lwów", "PLACE", "place:lwow")
        many = [msgspec.structs.replace(place, id=f"m-{at}", start=at * 29, end=at * 29 + 4) for at in range(count)]
        session = desk.session(many)
        counted = 0

        def count_call(*_: object) -> None:
            nonlocal counted
            counted += 1

        sys.setprofile(count_call)
        try:
            for _ in range(10):
                session.reject()
                session.excerpt(session.current) if session.current else None
        finally:
            sys.setprofile(None)
        return counted

    assert calls(10_000) <= 2 * calls(11)
