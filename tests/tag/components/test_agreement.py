"""A document agrees with itself, except where the words beside a name speak for another kind."""

from __future__ import annotations

from collections.abc import Callable

from regesta.model.mention import Mention
from regesta.tag.components.agreement import chosen
from regesta.tag.layers import Name, signed

Tag = Callable[..., list[Mention]]


def labels(mentions: list[Mention], exact: str) -> list[str]:
    return [mention.label for mention in mentions if mention.exact == exact]


def test_a_name_has_one_label_all_through(tag: Tag) -> None:
    text = (
        "The commission sat in Drohobycz in May. Drohobycz intelligentsia kept away. From Drohobycz it went on. "
        "Drohobycz had no hall. It came back to Drohobycz."
    )
    assert labels(tag(text), "Drohobycz") == ["PLACE"] * 5


def test_the_man_and_the_town_can_share_a_page(tag: Tag) -> None:
    text = "General Lublin rode to Lublin. In Lublin he rested. Near Lublin stood a mill."
    assert labels(tag(text), "Lublin") == ["PERSON", "PLACE", "PLACE", "PLACE"]


def test_a_surname_means_the_full_name_before_it(tag: Tag) -> None:
    text = "Tobias Wernicke opened the meeting. An hour later Wernicke left it."
    assert [mention.value for mention in tag(text, "PERSON")] == ["person:tobias-wernicke"] * 2


def test_of_two_bearers_of_a_surname_the_last_named_is_meant(tag: Tag) -> None:
    text = "Tobias Wernicke came first. His cousin Martha Wernicke followed. Then Wernicke spoke to the clerk."
    last = tag(text, "PERSON")[-1]
    assert last.value == "person:martha-wernicke"
    assert [other.value for other in last.alternatives] == ["person:tobias-wernicke"]


def test_names_say_who_proposed_them_and_how_surely(tag: Tag) -> None:
    for mention in tag("The Gestapo arrested Adam Nowik in Lublin.", "PLACE", "PERSON", "ORG"):
        assert mention.by.component.startswith("regesta_")
        assert mention.by.version
        assert mention.by.score is not None


def test_a_longer_name_wins_over_one_within_it() -> None:
    text = "University of Lublin"
    whole, within = Name(0, 20, "ORG", signed("a"), 1.0), Name(14, 20, "PLACE", signed("b"), 1.2)
    assert chosen(text, [within, whole]) == [[whole]]


def test_a_broken_span_loses_against_a_name_within_it() -> None:
    text = "Bugiem (Brest"
    whole, within = Name(0, 13, "ORG", signed("a"), 0.7), Name(8, 13, "PLACE", signed("b"), 1.0)
    assert chosen(text, [whole, within]) == [[within]]
