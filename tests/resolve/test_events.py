"""Which claims become one event, what it is called by, and what its values say."""

from __future__ import annotations

import pytest

from regesta.model.claim import Claim, Count
from regesta.model.entity import Entity
from regesta.model.ids import content_id
from regesta.model.reviewed import Standing
from regesta.model.settings import ResolveSettings
from regesta.resolve.events import resolve

RIGA, TARTU, LATVIA = "place:riga", "place:tartu", "place:latvia"
PLACES = [
    Entity(id=RIGA, kind="place", label="Riga", names=["Rīga"], within=["place:vidzeme"]),
    Entity(id="place:vidzeme", kind="place", label="Vidzeme", within=[LATVIA]),
    Entity(id=LATVIA, kind="place", label="Latvia"),
]


def claims_of(resolution):
    return sorted(sorted(event.claims) for event in resolution.events)


def values_of(event, prop):
    return [
        (value.edtf or value.entity or value.text or value.count, value.rank)
        for value in event.values
        if value.property == prop
    ]


def test_same_day_place_and_type_are_one_event(make, resolved):
    made = resolved(make("a", when="1921-05-04", where=[RIGA]), make("b", when="1921-05-04", where=[RIGA]))
    assert claims_of(made) == [["c-a", "c-b"]]


def test_a_month_and_a_day_in_it_agree_and_the_day_is_told(make, resolved):
    made = resolved(make("a", when="1921-05", where=[RIGA]), make("b", when="1921-05-04", where=[RIGA]))
    assert [values_of(event, "when") for event in made.events] == [[("1921-05-04", "preferred")]]


def test_other_days_are_other_events(make, resolved):
    made = resolved(make("a", when="1921-05-04", where=[RIGA]), make("b", when="1921-05-05", where=[RIGA]))
    assert claims_of(made) == [["c-a"], ["c-b"]]


def test_other_types_are_other_events(make, resolved):
    made = resolved(make("a", when="1921-05-04", where=[RIGA]), make("b", "parade", when="1921-05-04", where=[RIGA]))
    assert claims_of(made) == [["c-a"], ["c-b"]]


def test_a_kind_of_the_other_type_is_one_event_of_the_narrower_type(make, resolved):
    made = resolved(
        make("a", "killing", when="1921-05-04", where=[RIGA]),
        make("b", "massacre", when="1921-05-04", where=[RIGA]),
        broader={"massacre": "killing"},
    )
    assert [(event.type, event.contested) for event in made.events] == [("massacre", [])]


def test_two_kinds_of_one_type_are_two_events(make, resolved):
    made = resolved(
        make("a", "fire", when="1921-05-04", where=[RIGA]),
        make("b", "flood", when="1921-05-04", where=[RIGA]),
        broader={"fire": "disaster", "flood": "disaster"},
    )
    assert claims_of(made) == [["c-a"], ["c-b"]]


def test_other_places_are_not_joined_without_a_person(make, resolved):
    made = resolved(make("a", when="1921-05-04", where=[RIGA]), make("b", when="1921-05-04", where=[TARTU]))
    assert claims_of(made) == [["c-a"], ["c-b"]]


def test_a_place_and_the_land_that_holds_it_agree(make, resolved):
    made = resolved(
        make("a", when="1921-05-04", where=[LATVIA]), make("b", when="1921-05-04", where=[RIGA]), entities=PLACES
    )
    assert [values_of(event, "where") for event in made.events] == [[(RIGA, "preferred")]]


def test_a_name_that_got_an_entry_later_is_the_same_place(make, resolved):
    entities = [Entity(id="geonames:456172", kind="place", label="Riga", names=["Dünamünde"])]
    made = resolved(
        make("a", when="1921-05-04", where=["place:riga"]),
        make("b", when="1921-05-04", where=["geonames:456172"]),
        entities=entities,
    )
    assert claims_of(made) == [["c-a", "c-b"]]


def test_less_than_enough_is_proposed_with_reasons(make, resolved):
    made = resolved(make("a", when="1921-05-04"), make("b", when="1921-05-04"))
    assert [(join.claims, join.reasons) for join in made.joins] == [
        (["c-a", "c-b"], ["both meeting", "the same date, 1921-05-04"])
    ]


def test_what_is_joined_is_not_proposed(make, resolved):
    made = resolved(make("a", when="1921-05-04", where=[RIGA]), make("b", when="1921-05-04", where=[RIGA]))
    assert made.joins == []


def test_a_shared_proper_name_joins(make, resolved):
    made = resolved(
        make("a", "agreement", when="1921-03-18", label="Treaty of Riga"),
        make("b", "agreement", when="1921-03", label="the Treaty of Riga"),
    )
    assert [event.label for event in made.events] == ["Treaty of Riga"]


def test_a_person_is_born_once_and_the_dates_stand_as_rivals(make, resolved):
    made = resolved(
        make("a", "birth", when="1871-06-02", who=["person:lind"]),
        make("b", "birth", when="1872-06-02", who=["person:lind"], where=[RIGA]),
    )
    assert [join.claims for join in made.joins] == [["c-a", "c-b"]]


def test_within_one_source_initials_stand_for_names(make, resolved):
    made = resolved(
        make("a", "birth", when="1824-09-07", who=["person:william-hepburn-armstrong"], source="one"),
        make("b", "birth", who=["person:william-h-armstrong"], where=[RIGA], source="one"),
        make("c", "birth", who=["person:w-h-armstrong"], where=[TARTU], source="another"),
    )
    assert claims_of(made) == [["c-a", "c-b"], ["c-c"]]


def test_the_oldest_claim_gives_the_id_and_the_other_redirects(make, resolved):
    made = resolved(
        make("young", when="1921-05-04", where=[RIGA]), make("old", when="1921-05-04", where=[RIGA]), ages=[9, 2]
    )
    (event,) = made.events
    assert (event.id, event.redirects) == (content_id("event", "c-old"), [content_id("event", "c-young")])


def test_a_disputing_claim_belongs_to_the_event_that_it_disputes(make, resolved):
    made = resolved(
        make("narva", when="1921-11-21/1921-11-30", where=["place:narva"]),
        make("riga", where=[RIGA], about="narva"),
        make("december", when="1921-12", about="narva"),
    )
    (event,) = made.events
    assert (values_of(event, "where"), values_of(event, "when"), event.contested, event.waiting) == (
        [("place:narva", "preferred"), (RIGA, "normal")],
        [("1921-11-21/1921-11-30", "preferred"), ("1921-12", "normal")],
        ["when", "where"],
        [],
    )


def test_a_rival_does_not_keep_the_month_of_another_source_out(make, resolved):
    made = resolved(
        make("narva", when="1921-11-21/1921-11-30", where=["place:narva"]),
        make("december", when="1921-12", about="narva"),
        make("list", when="1921-11", where=["place:narva"]),
    )
    assert claims_of(made) == [["c-december", "c-list", "c-narva"]]


def test_two_undisputed_rivals_wait_for_a_person(make, resolved, pair_of):
    made = resolved(
        make("a", when="1921-05-04", where=[RIGA]),
        make("b", when="1921-05-04", where=[TARTU]),
        joined=[pair_of("a", "b")],
    )
    (event,) = made.events
    assert (values_of(event, "where"), event.waiting) == ([(RIGA, "normal"), (TARTU, "normal")], ["where"])


@pytest.mark.parametrize(("value", "rank"), [("b-where-0", "preferred"), ("a-where-0", "deprecated")])
def test_a_person_ranks(make, resolved, pair_of, value, rank):
    made = resolved(
        make("a", when="1921-05-04", where=[RIGA]),
        make("b", when="1921-05-04", where=[TARTU]),
        joined=[pair_of("a", "b")],
        ranks={value: rank},
    )
    (event,) = made.events
    assert (dict(values_of(event, "where"))[TARTU], event.waiting) == ("preferred", [])


def test_what_is_only_denied_is_no_rival(make, resolved):
    made = resolved(
        make("a", when="1921-05-04", where=[RIGA]),
        make("b", where=[TARTU], about="a", stance="denied"),
    )
    (event,) = made.events
    assert (values_of(event, "where"), event.contested) == ([(RIGA, "preferred"), (TARTU, "normal")], [])


def test_several_participants_and_places_of_one_claim_are_no_contest(make, resolved):
    made = resolved(make("a", when="1921-05-04", where=[RIGA, TARTU], who=["org:a", "org:b"]))
    (event,) = made.events
    assert (values_of(event, "where"), event.contested) == ([(RIGA, "preferred"), (TARTU, "preferred")], [])


def test_numbers_that_cannot_both_be_true_are_contested(make, resolved):
    made = resolved(
        make("a", when="1921-05-04", where=[RIGA], count=Count(unit="man", low=20, best=20, high=20)),
        make("b", when="1921-05-04", where=[RIGA], count=Count(unit="man", low=40, high=60)),
    )
    assert [event.contested for event in made.events] == [["count"]]


def test_a_fuller_form_of_a_name_is_no_rival(make, resolved):
    made = resolved(
        make("a", when="1921-05-04", where=["place:brest"]), make("b", when="1921-05-04", where=["place:brest-litovsk"])
    )
    assert [values_of(event, "where") for event in made.events] == [[("place:brest-litovsk", "preferred")]]


def test_claims_that_nobody_accepted_are_passed_over(make):
    open_claim = Standing[Claim](record=make("a", when="1921-05-04"), status="open")
    assert resolve([open_claim], {}, [], [], [], {}, ResolveSettings()).events == []
