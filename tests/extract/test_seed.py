"""The main job on the real article beside the repository: its seven meetings, and the rivals of the third."""

from __future__ import annotations

import pytest

from regesta.extract.claims import extract
from regesta.model.claim import Claim
from regesta.model.reviewed import Standing
from regesta.model.settings import Settings
from regesta.model.source import Source
from regesta.resolve.events import resolve
from regesta.workspace.settings import event_types

SEVEN = [
    ("1939-09-27", "Brześć"),
    ("1939-10", "Lwów"),
    ("1939-11-21/1939-11-30", "Przemyśl"),
    ("1939-12-06/1939-12-07", "Kraków"),
    ("1939-12-08/1939-12-09", "Zakopane"),
    ("1940-02-20", "Zakopane"),
    ("1940-03", "Kraków"),
]


@pytest.fixture(scope="module")
def mentions(seed_text):
    from regesta.tag.tagger import Tagger

    settings = Settings()
    return Tagger(settings.tag, event_types(settings), []).tag(Source(id="seed", csl={}), seed_text)


@pytest.fixture(scope="module")
def claims(seed_text, mentions):
    return extract(Source(id="seed", csl={}), seed_text, mentions, event_types(Settings()))


@pytest.fixture(scope="module")
def events(claims, mentions):
    standings = [
        Standing[Claim](record=claim, status="accepted", first=(number, "ada", "laptop", number))
        for number, claim in enumerate(claims, 1)
    ]
    cited = {mention.id: mention for mention in mentions}
    return resolve(standings, cited, [], [], [], {}, Settings().resolve).events


def named(value, mentions):
    """The words that a value of an event cites first."""
    return next(mention.exact for mention in mentions if mention.id == value.cites[0])


@pytest.mark.parametrize(("when", "where"), SEVEN, ids=[f"{when} {where}" for when, where in SEVEN])
def test_each_of_the_seven_meetings_is_an_event(events, mentions, when, where):
    found = [
        event
        for event in events
        if event.type == "meeting"
        and any(value.edtf == when and value.rank == "preferred" for value in event.values)
        and any(
            value.property == "where" and value.rank == "preferred" and named(value, mentions).startswith(where)
            for value in event.values
        )
    ]
    assert len(found) == 1


def test_the_third_keeps_its_rivals_side_by_side(events, mentions):
    (third,) = [event for event in events if any(value.edtf == "1939-11-21/1939-11-30" for value in event.values)]
    dates = [(value.edtf, value.rank) for value in third.values if value.property == "when"]
    places = [(named(value, mentions), value.rank) for value in third.values if value.property == "where"]
    assert (dates, places, third.contested) == (
        [("1939-11-21/1939-11-30", "preferred"), ("1939-12", "normal")],
        [("Przemyśl", "preferred"), ("Lwów", "normal")],
        ["when", "where"],
    )


def test_the_rivals_are_the_words_of_those_who_say_them(claims):
    disputing = [claim for claim in claims if claim.about and claim.about.relation == "disputes"]
    said = [(claim.asserted_by.kind, claim.asserted_by.label) for claim in disputing]
    assert said[:2] == [("group", "some historians"), ("anonymous", "not named")]


@pytest.mark.parametrize("name", ["Robert Conquest", "George Watson", "Alexandr Nekrich", "Wojciech Materski"])
def test_named_asserters_are_known(claims, name):
    assert name in [claim.asserted_by.label for claim in claims if claim.asserted_by.kind == "person"]
