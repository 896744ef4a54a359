"""A report of the news has one topic, though each of its sentences is a paragraph; the text is our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regesta.extract.claims import extract
from regesta.model.claim import Claim
from regesta.model.settings import EventType
from regesta.model.source import Source
from regesta.tag.tagger import Tagger

REPORT = """LUND, Sweden, 12 May 2014 (Agency) - Masked men attacked the village of Skurup last Monday, killing dozens of people, residents and a mayor said.

Senator Karl Lind put the death toll at 300.

Police said they could not confirm the number.

The attackers burned the police station and abducted eight girls in Rydsgård, according to a farmer who asked not to be named.
"""  # noqa: E501


@pytest.fixture(scope="module")
def told(tagger: Tagger, types: list[EventType]) -> Callable[[str], list[Claim]]:
    """Tells the claims of a text."""
    source = Source(id="report", csl={})
    return lambda text: extract(source, text, tagger.tag(source, text), types)


@pytest.fixture(scope="module")
def claims(told) -> dict[tuple[str, str], Claim]:
    """The claims of the report by type and asserter."""
    return {(claim.type, claim.asserted_by.label): claim for claim in told(REPORT)}


def _values(claim: Claim, prop: str) -> list[str]:
    return [str(each.edtf or each.entity or each.text or each.count) for each in claim.values if each.property == prop]


def test_all_of_it_is_told(claims) -> None:
    assert set(claims) == {
        ("attack", "residents and a mayor"),
        ("killing", "residents and a mayor"),
        ("killing", "Karl Lind"),
        ("destruction", "a farmer who asked not to be named"),
        ("abduction", "a farmer who asked not to be named"),
    }


def test_a_toll_in_the_next_paragraph_is_a_rival(claims) -> None:
    about = claims["killing", "Karl Lind"].about
    assert about is not None
    assert (about.claim, about.relation) == (claims["killing", "residents and a mayor"].id, "disputes")


def test_what_the_attackers_did_was_on_the_day_of_the_attack(claims) -> None:
    when = [
        each for each in claims["abduction", "a farmer who asked not to be named"].values if each.property == "when"
    ]
    assert [(each.edtf, each.hedge) for each in when] == [("2014-05-05", "inferred")]


def test_a_police_station_is_no_police(claims) -> None:
    assert _values(claims["destruction", "a farmer who asked not to be named"], "who") == ["attackers"]


COMMISSION = (
    "On the night of 12 March 1982 a patrol of the Third Battalion entered the hamlet of Las Palmas. According to two"
    " survivors, the soldiers took the men aside and shot eleven farmers behind the chapel. The army communiqué of"
    " 15 March said that nine farmers had been killed in a crossfire."
)


def test_the_sentence_before_sets_the_day(told) -> None:
    shot = told(COMMISSION)[0]
    assert [(each.edtf, each.hedge) for each in shot.values if each.property == "when"] == [("1982-03-12", "inferred")]


def test_those_who_say_it_are_not_counted(told) -> None:
    shot = told(COMMISSION)[0]
    counts = [each.count for each in shot.values if each.count]
    assert (shot.asserted_by.label, [count.best for count in counts]) == ("two survivors", [11])


def test_another_number_two_sentences_on_is_a_rival(told) -> None:
    shot, killed = told(COMMISSION)
    assert killed.asserted_by.label == "the army communiqué of 15 March"
    assert killed.about is not None
    assert (killed.about.claim, killed.about.relation) == (shot.id, "disputes")
