"""Tolls: where the dead fell, and rivals who count them."""

from __future__ import annotations

from typing import Any

import pytest

from regesta.extract.claims import extract
from regesta.model.claim import Claim
from regesta.model.reviewed import Standing
from regesta.model.settings import EventType, ResolveSettings
from regesta.model.source import Source
from regesta.resolve.events import resolve
from regesta.tag.tagger import Tagger

RIVALS = (
    "An earthquake struck Skopje on 26 July 1963. The government said that 57 people were killed; "
    "rights groups put the death toll at 157."
)


def claims_of(tagger: Tagger, types: list[EventType], text: str) -> tuple[list[Claim], dict[str, Any]]:
    source = Source(id="src", csl={})
    mentions = tagger.tag(source, text)
    return extract(source, text, mentions, types), {mention.id: mention for mention in mentions}


def test_what_an_attack_left_behind_has_its_date_and_place(tagger: Tagger, types: list[EventType]) -> None:
    text = "A bomb exploded in Mosul on 11 January 2008, leaving at least 12 people dead and 30 wounded."
    _, dead, wounded = claims_of(tagger, types, text)[0]
    for claim, kind, low in ((dead, "killing", 12), (wounded, "injury", 30)):
        assert claim.type == kind
        assert [value.edtf for value in claim.values if value.property == "when"] == ["2008-01-11"]
        assert [value.entity for value in claim.values if value.property == "where"] == ["place:mosul"]
        assert [value.count.low for value in claim.values if value.count] == [low]
    assert [value.role for value in dead.values if value.property == "who"] == ["victim"]


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("The mayor of Split, Ivo Baldasar, put the death toll at 7 on 18 April 2013.", "Ivo Baldasar"),
        ("Amnesty International put the number of dead at 50 on 3 May 2001.", "Amnesty International"),
    ],
)
def test_who_puts_a_toll_at_a_number_says_so(tagger: Tagger, types: list[EventType], told: str, who: str) -> None:
    (claim,) = claims_of(tagger, types, told)[0]
    assert (claim.type, claim.asserted_by.label) == ("killing", who)
    assert any(value.count for value in claim.values)


def test_rival_tolls_are_one_contested_event(tagger: Tagger, types: list[EventType]) -> None:
    claims, cited = claims_of(tagger, types, RIVALS)
    first, second = [claim for claim in claims if claim.type == "killing"]
    assert [claim.asserted_by.label for claim in (first, second)] == ["the government", "rights groups"]
    assert second.about is not None
    assert (second.about.claim, second.about.relation) == (first.id, "disputes")
    standings = [
        Standing[Claim](record=claim, status="accepted", first=(number, "a", "a", number))
        for number, claim in enumerate(claims, 1)
    ]
    (event,) = [
        event
        for event in resolve(standings, cited, [], [], [], {}, ResolveSettings()).events
        if event.type == "killing"
    ]
    assert event.contested == ["count"]


def test_a_toll_that_rises_disputes_nothing(tagger: Tagger, types: list[EventType]) -> None:
    text = (
        "A bomb exploded in Mosul on 11 January 2008, leaving at least 12 people dead. The death toll later rose to 19."
    )
    *_, later = claims_of(tagger, types, text)[0]
    assert later.about is not None
    assert later.about.relation == "explains"
    assert [value.hedge for value in later.values if value.property == "where"] == ["inferred"]
