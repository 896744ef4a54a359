"""What decisions come to."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.model.decision import Amendment, Target
from regesta.model.event import Join
from regesta.model.same import Same, Side
from regesta.review import decide
from regesta.review.act import Act, target
from regesta.review.decide import Change
from regesta.review.fold import fold
from regesta.review.state import State


def accept(record, seen=None, cited=()):
    return decide.answer("accept", target(record, seen=seen, cited=cited))


def reject(record, seen=None):
    return decide.answer("reject", target(record, seen=seen))


def skip(record):
    return decide.answer("skip", target(record))


def test_a_proposal_that_nobody_decided_is_open(desk):
    place = desk.mention("Lwów", "PLACE", "place:lwow")
    assert desk.fold([place]).mentions[place.id].status == "open"


def test_an_accepted_proposal_says_by_whom_and_when_first(desk):
    place = desk.mention("Lwów", "PLACE", "place:lwow")
    decision = desk.says("anna", accept(place))
    standing = desk.fold([place]).mentions[place.id]
    assert (standing.status, standing.reviewers, standing.decisions) == ("accepted", ("anna",), (decision.id,))
    assert standing.first == (1, "anna", "laptop", 1)


def test_a_reviewers_last_answer_is_theirs(desk):
    place = desk.mention("Lwów", "PLACE", "place:lwow")
    desk.says("anna", accept(place))
    desk.says("anna", reject(place))
    assert desk.fold([place]).mentions[place.id].status == "rejected"


def test_a_retracted_answer_counts_no_more(desk):
    place = desk.mention("Lwów", "PLACE", "place:lwow")
    desk.says("anna", accept(place))
    desk.says("anna", decide.retract(desk.says("anna", reject(place))))
    assert desk.fold([place]).mentions[place.id].status == "accepted"


def test_a_retraction_can_be_retracted(desk):
    place = desk.mention("Lwów", "PLACE", "place:lwow")
    retraction = desk.says("anna", decide.retract(desk.says("anna", accept(place))))
    desk.says("anna", decide.retract(retraction))
    assert desk.fold([place]).mentions[place.id].status == "accepted"


def test_nobody_retracts_the_answer_of_another(desk):
    place = desk.mention("Lwów", "PLACE", "place:lwow")
    desk.says("ben", decide.retract(desk.says("anna", accept(place))))
    assert desk.fold([place]).mentions[place.id].status == "accepted"


def test_a_skip_is_no_answer(desk):
    place = desk.mention("Lwów", "PLACE", "place:lwow")
    desk.says("anna", skip(place))
    assert desk.fold([place]).mentions[place.id].status == "skipped"
    desk.says("ben", accept(place))
    desk.says("ben", skip(place))
    assert desk.fold([place]).mentions[place.id].status == "accepted"


def test_a_note_changes_nothing(desk):
    place = desk.mention("Lwów", "PLACE", "place:lwow")
    desk.says("anna", decide.answer("note", target(place), "spelt Lviv in the map"))
    assert desk.fold([place]).mentions[place.id].status == "open"


def test_an_amended_record_is_in_force(desk):
    date = desk.mention("November 1939", "DATE", "1938-11")
    desk.says("anna", decide.amend_mention(date, desk.text, Change(value="1939-11")))
    standing = desk.fold([date]).mentions[date.id]
    assert (standing.status, standing.record.value, standing.stale) == ("accepted", "1939-11", False)


def test_reviewers_who_amend_alike_agree_and_others_do_not(desk):
    date = desk.mention("November 1939", "DATE", "1938-11")
    desk.says("anna", decide.amend_mention(date, desk.text, Change(value="1939-11")))
    desk.says("ben", decide.amend_mention(date, desk.text, Change(value="1939-11")))
    assert desk.fold([date]).mentions[date.id].reviewers == ("anna", "ben")
    desk.says("carla", accept(date))
    standing = desk.fold([date]).mentions[date.id]
    assert standing.status == "disagreed"
    assert standing.why == "anna amends it, ben amends it, carla accepts it"


def test_the_last_adjudicator_settles_a_disagreement(desk):
    desk.adjudicators = ["dora", "emil"]
    date = desk.mention("November 1939", "DATE", "1939-11")
    desk.says("anna", accept(date))
    desk.says("dora", accept(date))
    desk.says("ben", reject(date))
    assert desk.fold([date]).mentions[date.id].reviewers == ("anna", "dora")
    desk.says("emil", reject(date))
    standing = desk.fold([date]).mentions[date.id]
    assert (standing.status, standing.reviewers) == ("rejected", ("ben", "emil"))


def test_an_adjudicator_may_be_written_as_people_write_names(desk):
    desk.adjudicators = ["Dora Kowal"]
    date = desk.mention("November 1939", "DATE", "1939-11")
    desk.says("anna", accept(date))
    desk.says("dora-kowal", reject(date))
    assert desk.fold([date]).mentions[date.id].status == "rejected"


def test_what_was_accepted_stays_although_the_machine_proposes_it_no_more(desk):
    place = desk.mention("Lwów", "PLACE", "place:lwow")
    desk.says("anna", accept(place))
    standing = desk.fold([]).mentions[place.id]
    assert (standing.status, standing.record, standing.stale) == ("accepted", place, False)


def test_what_was_added_stays_until_it_is_taken_back(desk):
    place = desk.mention("Lwów", "PLACE", "place:lwow")
    added = desk.says("anna", decide.add(place))
    assert desk.fold([]).mentions[place.id].status == "accepted"
    desk.says("anna", decide.retract(added))
    assert place.id not in desk.fold([]).mentions


def test_a_proposal_that_changed_makes_an_acceptance_stale_and_a_new_decision_cures_it(desk):
    old = desk.mention("November 1939", "DATE", "1938-11")
    new = msgspec.structs.replace(old, value="1939-11")
    desk.says("anna", accept(old))
    standing = desk.fold([new]).mentions[old.id]
    assert (standing.status, standing.stale, standing.record) == ("accepted", True, old)
    assert standing.why == "the proposal has changed since anna decided"
    desk.says("anna", accept(new))
    standing = desk.fold([new]).mentions[old.id]
    assert (standing.stale, standing.record) == (False, new)


def test_who_keeps_the_record_in_force_beside_a_new_proposal_cures_it_too(desk):
    old = desk.mention("November 1939", "DATE", "1938-11")
    new = msgspec.structs.replace(old, value="1939-11")
    desk.says("anna", accept(old))
    desk.says("anna", accept(old, seen=new))
    standing = desk.fold([new]).mentions[old.id]
    assert (standing.stale, standing.record) == (False, old)


def test_a_new_model_that_proposes_what_was_amended_leaves_nothing_stale(desk):
    old = desk.mention("November 1939", "DATE", "1938-11")
    desk.says("anna", decide.amend_mention(old, desk.text, Change(value="1939-11")))
    standing = desk.fold([msgspec.structs.replace(old, value="1939-11")]).mentions[old.id]
    assert (standing.stale, standing.record.value) == (False, "1939-11")


def test_a_score_or_version_that_changed_leaves_nothing_stale(desk):
    place = desk.mention("Lwów", "PLACE", "place:lwow")
    desk.says("anna", accept(place))
    again = msgspec.structs.replace(place, by=msgspec.structs.replace(place.by, version="2", score=0.3))
    assert not desk.fold([again]).mentions[place.id].stale


def test_a_rejection_of_what_changed_since_is_open_again_and_says_why(desk):
    old = desk.mention("November 1939", "DATE", "1938-11")
    desk.says("anna", reject(old))
    standing = desk.fold([msgspec.structs.replace(old, value="1939-11")]).mentions[old.id]
    assert (standing.status, standing.why) == ("open", "anna rejected it, but the proposal has changed since")


def test_a_lapsed_rejection_does_not_disagree_with_who_accepts_the_new_proposal(desk):
    old = desk.mention("November 1939", "DATE", "1938-11")
    new = msgspec.structs.replace(old, value="1939-11")
    desk.says("anna", reject(old))
    desk.says("ben", accept(new))
    assert desk.fold([new]).mentions[old.id].status == "accepted"


def test_a_rejection_still_disagrees_with_who_keeps_what_was_rejected(desk):
    old = desk.mention("November 1939", "DATE", "1938-11")
    new = msgspec.structs.replace(old, value="1939-11")
    desk.says("anna", reject(old))
    desk.says("ben", accept(old, seen=new))
    assert desk.fold([new]).mentions[old.id].status == "disagreed"


def test_words_that_moved_are_followed(desk):
    place = desk.mention("Lwów", "PLACE", "place:lwow")
    desk.says("anna", accept(place))
    standing = desk.fold([], text="A new foreword of the publisher's. " * 3 + "\n\n" + desk.text).mentions[place.id]
    assert not standing.stale
    assert (standing.record.start, standing.record.end) == (place.start + 107, place.end + 107)


def test_words_that_are_gone_make_it_stale(desk):
    place = desk.mention("Lwów", "PLACE", "place:lwow")
    desk.says("anna", accept(place))
    standing = desk.fold([], text=desk.text.replace("Lwów", "Lviv")).mentions[place.id]
    assert (standing.status, standing.stale) == ("accepted", True)
    assert standing.why == "the words “Lwów” no longer stand in the text of kowal1951"


@pytest.fixture
def claimed(desk):
    """The claim of the second paragraph, and the mentions that it cites."""
    passage = desk.mention("Some writers claim that the meeting took place in Lwów in November 1939.", "PASSAGE")
    date = desk.mention("November 1939", "DATE", "1939-11")
    place = desk.mention("Lwów", "PLACE", "place:lwow")
    return desk.claim(passage, date, place), [passage, date, place]


def test_an_accepted_claim_keeps_its_mentions(desk, claimed):
    claim, mentions = claimed
    desk.says("anna", accept(claim, cited=mentions))
    reviewed = desk.fold([], [])
    assert reviewed.claims[claim.id].status == "accepted"
    assert not reviewed.claims[claim.id].stale
    assert reviewed.cited == {mention.id: mention for mention in mentions}


def test_a_claim_goes_stale_when_a_mention_that_it_cites_is_rejected(desk, claimed):
    claim, mentions = claimed
    desk.says("anna", accept(claim, cited=mentions))
    desk.says("ben", reject(mentions[2]))
    standing = desk.fold(mentions, [claim]).claims[claim.id]
    assert (standing.stale, standing.why) == (True, "it cites “Lwów”, which ben rejected")


def test_a_claim_goes_stale_when_a_mention_is_read_otherwise_and_looking_again_cures_it(desk, claimed):
    claim, mentions = claimed
    desk.says("anna", accept(claim, cited=mentions))
    desk.says("anna", decide.amend_mention(mentions[1], desk.text, Change(value="1938-11")))
    reviewed = desk.fold(mentions, [claim])
    standing = reviewed.claims[claim.id]
    assert (standing.stale, standing.why) == (
        True,
        "people read “November 1939” as 1938-11, the claim does not",
    )
    desk.says("anna", accept(claim, cited=reviewed.cited.values()))
    assert not desk.fold(mentions, [claim]).claims[claim.id].stale


def test_a_claim_goes_stale_when_its_passage_is_gone(desk, claimed):
    claim, mentions = claimed
    desk.says("anna", accept(claim, cited=mentions))
    standing = desk.fold([], [], text=desk.text.replace("Some writers claim", "It is held")).claims[claim.id]
    assert standing.stale


def test_joins_parts_and_ranks_follow_the_same_rule(desk, claimed):
    claim, mentions = claimed
    pair = Join(id="j-1", claims=["c-a", "c-b"], score=0.7)
    desk.says("anna", decide.join(pair))
    desk.says("anna", decide.rank(claim, claim.values[1].id, "preferred"))
    reviewed = desk.fold(mentions, [claim])
    assert [each.ids for each in reviewed.joined] == [("c-a", "c-b")]
    assert reviewed.ranks[claim.values[1].id].rank == "preferred"
    desk.says("ben", decide.part(Join(id="j-2", claims=["c-b", "c-a"], score=0.1)))
    desk.says("ben", decide.rank(claim, claim.values[1].id, "deprecated"))
    reviewed = desk.fold(mentions, [claim])
    assert (reviewed.joined, reviewed.parted, reviewed.ranks) == ((), (), {})
    desk.adjudicators = ["ben"]
    assert [each.ids for each in desk.fold().parted] == [("c-a", "c-b")]


def test_two_names_are_one_or_two_by_the_same_rule(desk):
    def same(*entities: str) -> Same:
        return Same(id="s-1", kind="person", sides=[Side(entity=each, label=each) for each in entities], score=0.7)

    desk.says("anna", decide.join(same("person:a", "person:b")))
    assert [each.ids for each in desk.fold().same] == [("person:a", "person:b")]
    desk.says("ben", decide.part(same("person:b", "person:a")))
    reviewed = desk.fold()
    assert (reviewed.same, reviewed.different, reviewed.joined) == ((), (), ())
    desk.adjudicators = ["ben"]
    assert [each.ids for each in desk.fold().different] == [("person:a", "person:b")]


def test_a_decision_that_makes_no_sense_decides_nothing(desk):
    place = desk.mention("Lwów", "PLACE", "place:lwow")
    nowhere = Target(kind="mention", id="m-nowhere", digest="")
    desk.says("anna", Act(answer="accept", target=nowhere))
    desk.says("anna", Act(answer="join", target=target(place)))
    desk.says("anna", Act(answer="join", target=Target(kind="join", id="j-1", digest="")))
    desk.says("anna", Act(answer="rank", target=Target(kind="value", id="v-1", digest=""), set=Amendment()))
    desk.says("anna", Act(answer="retract", target=Target(kind="decision", id="d-none", digest="")))
    reviewed = desk.fold([place])
    assert {name: each.status for name, each in reviewed.mentions.items()} == {place.id: "open"}
    assert (reviewed.joined, reviewed.ranks) == ((), {})


acts = st.lists(
    st.tuples(
        st.sampled_from(["anna", "ben", "carla"]),
        st.sampled_from(
            ["accept", "accept changed", "keep", "reject", "amend", "skip", "note", "undo", "add", "claim"]
        ),
        st.integers(0, 2),
        st.integers(1, 6),
        st.integers(0, 9),
    ),
    max_size=14,
)


def written(desk, steps):
    """The log lines for the drawn steps, and what the machine proposes now."""
    mentions = [
        desk.mention("6 December 1939", "DATE", "1939-12-06"),
        desk.mention("Lwów", "PLACE", "place:lwow"),
        desk.mention("Some writers claim that the meeting took place in Lwów in November 1939.", "PASSAGE"),
    ]
    claim = desk.claim(mentions[2], mentions[0], mentions[1])
    changed = [msgspec.structs.replace(each, title="changed") for each in mentions]
    for reviewer, what, which, clock, earlier in steps:
        record, new = mentions[which], changed[which]
        act = {
            "accept": lambda record=record: accept(record),
            "accept changed": lambda new=new: accept(new),
            "keep": lambda record=record, new=new: accept(record, seen=new),
            "reject": lambda record=record: reject(record),
            "amend": lambda record=record, clock=clock: decide.amend_mention(
                record, desk.text, Change(title=f"title {clock % 2}")
            ),
            "skip": lambda record=record: skip(record),
            "note": lambda record=record: decide.answer("note", target(record), "hm"),
            "add": lambda record=record: decide.add(record),
            "claim": lambda: accept(claim, cited=mentions),
            "undo": lambda earlier=earlier: decide.retract(desk.decisions[earlier % len(desk.decisions)]),
        }[what if what != "undo" or desk.decisions else "skip"]()
        desk.says(reviewer, act, clock=clock)
    return [mentions[0], changed[1], mentions[2]], [claim]


@given(steps=acts, seed=st.integers(0, 1000), adjudicators=st.sampled_from([[], ["ben"], ["ben", "carla"]]))
@settings(max_examples=80, deadline=None)
def test_the_order_in_which_logs_are_read_does_not_matter(new_desk, steps, seed, adjudicators):
    desk = new_desk()
    mentions, claims = written(desk, steps)
    expected = fold(desk.decisions, mentions, claims, {desk.source: desk.text}, adjudicators)
    shuffled = [*desk.decisions, *desk.decisions[: seed % 3]]
    random.Random(seed).shuffle(shuffled)
    other = fold(shuffled, reversed(mentions), claims, {desk.source: desk.text}, adjudicators)
    assert msgspec.json.encode(other) == msgspec.json.encode(expected)


@given(steps=acts, seed=st.integers(0, 1000))
@settings(max_examples=80, deadline=None)
def test_taking_decisions_in_one_by_one_comes_to_the_same(new_desk, steps, seed):
    desk = new_desk()
    mentions, claims = written(desk, steps)
    texts = {desk.source: desk.text}
    state = State([], mentions, claims, texts, [])
    late = list(desk.decisions)
    random.Random(seed).shuffle(late)
    for decision in late:
        state.add(decision)
    assert state.reviewed() == fold(desk.decisions, mentions, claims, texts, [])
