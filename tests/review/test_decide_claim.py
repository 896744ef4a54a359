"""What reviewers type into the slots of a claim."""

from __future__ import annotations

import pytest

from regesta.errors import RegestaError
from regesta.model.claim import Count
from regesta.model.entity import Entity
from regesta.names.authority import Authority
from regesta.review.decide_claim import ClaimChange, Edit, Known, add_claim, amend_claim
from regesta.review.slots import Reach, Typed
from regesta.review.support import cites

PASSAGE = "Some writers claim that the meeting took place in Lwów in November 1939."


@pytest.fixture
def scene(desk):
    """A claim of the second paragraph, what it cites, and what can be reached from it."""
    passage = desk.mention(PASSAGE, "PASSAGE")
    date = desk.mention("November 1939", "DATE", "1939-11")
    place = desk.mention("Lwów", "PLACE", "place:lwow")
    reach = Reach(
        text=desk.text,
        passage=passage,
        mentions=[place, date],
        authority=Authority([Entity(id="place:przemysl", kind="place", label="Przemyśl", names=["Premissel"])]),
        reviewer="anna",
    )
    return desk.claim(passage, date, place), reach, {each.id: each for each in (passage, date, place)}


KNOWN = Known(event_types=["meeting", "arrest"], claims=["c-other"])


def edit(property_, text, operation="=", role="", words=""):
    return Edit(operation=operation, typed=Typed(property=property_, text=text, role=role, words=words))


def amend(scene, **change):
    claim, reach, cited = scene
    return amend_claim(claim, ClaimChange(**change), reach, KNOWN, cited)


def value(act, property_):
    """The one value of a property after the amendment."""
    return next(each for each in act.set.values if each.property == property_)


def test_a_value_without_words_is_the_reviewers_own(scene):
    made = value(amend(scene, edits=[edit("when", "1939-10")]), "when")
    assert (made.edtf, made.hedge, made.cites) == ("1939-10", "inferred", scene[0].values[1].cites)


def test_a_value_that_a_mention_of_the_passage_bears_out_cites_it(scene):
    act = amend(scene, edits=[edit("when", "1939-10"), edit("when", "November 1939"), edit("where", "Premissel")])
    assert (value(act, "when").edtf, value(act, "when").hedge) == ("1939-11", "none")
    assert (value(act, "where").entity, value(act, "where").hedge) == ("place:przemysl", "inferred")


def test_words_that_are_named_are_cited_and_carried(scene):
    act = amend(
        scene, edits=[edit("when", "1939", words="the meeting"), edit("who", "org:Writers", "+=", words="writers")]
    )
    made = {mention.id: mention for mention in act.target.cited}
    assert made[value(act, "when").cites[0]].exact == "the meeting"
    who = made[value(act, "who").cites[0]]
    assert (who.exact, who.label, who.value, who.by.component) == ("writers", "ORG", "org:writers", "person:anna")
    assert value(act, "who").hedge == "none"


def test_somebody_without_a_name_is_known_by_the_words(scene):
    act = amend(scene, edits=[edit("who", "group:writers", "+=")])
    made = {mention.id: mention for mention in act.target.cited}
    who = value(act, "who")
    cited = made[who.cites[0]]
    assert (who.text, who.entity, who.hedge) == ("writers", None, "none")
    assert (cited.exact, cited.label, cited.value) == ("writers", "CUE", "participant")


def test_all_that_is_cited_before_and_after_is_carried(scene):
    act = amend(scene, edits=[edit("where", "Przemyśl")])
    carried = {mention.id for mention in act.target.cited}
    assert set(cites(scene[0])) <= carried
    assert all(cite in carried for each in act.set.values for cite in each.cites)


def test_values_are_added_and_taken_away(scene):
    act = amend(scene, edits=[edit("who", "Jan Kowal", "+=", "host"), edit("where", "place:lwow", "-=")])
    assert [(each.property, each.role) for each in act.set.values] == [("type", ""), ("when", ""), ("who", "host")]
    assert value(act, "who").entity == "person:jan-kowal"


def test_two_values_of_one_slot_that_cite_the_passage_have_two_ids(scene):
    act = amend(scene, edits=[edit("who", "A", "+="), edit("who", "B", "+="), edit("who", "C", "+=")])
    assert len({each.id for each in act.set.values}) == len(act.set.values)


@pytest.mark.parametrize(
    ("typed", "count", "hedge"),
    [
        ("42 officer", Count(unit="officer", best=42), "inferred"),
        ("20..30 prisoner of war", Count(unit="prisoner of war", low=20, high=30), "inferred"),
    ],
)
def test_counts_have_bounds_and_a_unit(scene, typed, count, hedge):
    made = value(amend(scene, edits=[edit("count", typed, "+=")]), "count")
    assert (made.count, made.hedge) == (count, hedge)


def test_a_new_type_changes_the_value_that_says_so(scene):
    act = amend(scene, type="arrest")
    assert (act.set.type, value(act, "type").text) == ("arrest", "arrest")


def test_whose_word_it_is_cites_the_words_that_say_so(scene):
    act = amend(scene, asserted_by="group:some writers@Some writers", stance="asserted")
    cue = next(mention for mention in act.target.cited if mention.id in act.set.asserted_by.cites)
    assert (act.set.asserted_by.label, cue.exact, cue.label, cue.value) == (
        "some writers",
        "Some writers",
        "CUE",
        "attribution:group",
    )


def test_a_claim_can_dispute_another(scene):
    act = amend(scene, about="disputes:c-other")
    assert (act.set.about.claim, act.set.about.relation) == ("c-other", "disputes")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"edits": [edit("when", "soon")]}, "is no EDTF date"),
        ({"edits": [edit("when", "1939", words="no such words")]}, "does not stand in the passage"),
        ({"edits": [edit("where", "Berlin", "-=")]}, "there is no where that reads"),
        ({"edits": [edit("where", "")]}, "is empty"),
        ({"edits": [edit("count", "many", "+=")]}, "is no number with a unit"),
        ({"edits": [edit("count", "30..20 officer", "+=")]}, "ends before it begins"),
        ({"type": "picnic"}, "is no event type"),
        ({"stance": "sure"}, "is no stance"),
        ({"asserted_by": "somebody"}, "does not say whose word it is"),
        ({"asserted_by": "group:x@no such words"}, "does not stand in the passage"),
        ({"about": "likes:c-other"}, "is no relation"),
        ({"about": "disputes:c-none"}, "there is no other claim"),
        ({}, "nothing was changed"),
    ],
)
def test_what_cannot_be_is_refused(scene, change, why):
    with pytest.raises(RegestaError, match=why):
        amend(scene, **change)


def test_an_added_claim_has_no_value_without_a_cite(scene):
    _, reach, _ = scene
    change = ClaimChange(edits=[edit("when", "1939-11", "+="), edit("who", "Jan Kowal", "+=")])
    act = add_claim("meeting", change, reach, KNOWN, trigger="took place")
    claim = act.target.claim
    carried = {mention.id: mention for mention in act.target.cited}
    assert [(each.property, each.hedge) for each in claim.values] == [
        ("type", "none"),
        ("when", "none"),
        ("who", "inferred"),
    ]
    assert all(carried[cite].exact for each in claim.values for cite in each.cites)
    assert claim.by.component == "person:anna"


def test_a_claim_that_is_there_is_not_added_again(scene):
    _, reach, _ = scene
    act = add_claim("meeting", ClaimChange(), reach, KNOWN)
    with pytest.raises(RegestaError, match="there already"):
        add_claim("meeting", ClaimChange(), reach, Known(claims=[act.target.id]))
