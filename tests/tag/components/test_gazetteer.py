"""What the gazetteer adds: small towns are places, and are linked only where the document leaves no doubt."""

from __future__ import annotations

import pytest

from regesta.model.entity import Entity
from regesta.model.mention import Mention
from regesta.model.settings import TagSettings
from regesta.model.source import Source
from regesta.names.gazetteer import Site
from regesta.tag.tagger import Tagger


class Towns:
    """A gazetteer of a few towns, in memory."""

    version = "towns 1"
    rows = (
        (1, "Rejowka", 51.1, 23.3, "PL", 9_000),
        (2, "Hrubin", 50.9, 23.6, "PL", 45_000),
        (3, "Zamoyn", 50.7, 23.2, "PL", 60_000),
        (4, "Neudorf", 48.2, 16.4, "AT", 40_000),
        (5, "Neudorf", 51.0, 23.2, "PL", 30_000),
        (6, "Kolmar", 48.1, 7.4, "FR", 60_000),
    )

    def find(self, key: str) -> tuple[Site, ...]:
        sites = (
            Site(id=number, name=name, lat=lat, lon=lon, country=country, population=population)
            for number, name, lat, lon, country, population in self.rows
        )
        return tuple(site for site in sites if site.name.lower() == key)

    def longer(self, key: str) -> tuple[Site, ...]:
        return ()

    def get(self, number: int) -> Site | None:
        return None


TEXT = """\
We left Hrubin in May 1942. The people of Rejowka saw us pass, and those of Hrubin too. My aunt stayed in Zamoyn.

From there they were taken to Neudorf, and only Rejowka was spared. In Neudorf, Captain Kolmar gave the orders. Kolmar
came from France. The village of Zabrnik was burnt. In Poland nobody knew."""


def tagged(text: str = TEXT, *, entities: list[Entity] | None = None, config: str = "") -> list[Mention]:
    tagger = Tagger(TagSettings(), [], entities or [], config=config, gazetteer=Towns())
    return [mention for mention in tagger.tag(Source(id="letter", csl={}), text) if mention.label != "DATE"]


@pytest.fixture(scope="module")
def found() -> list[Mention]:
    return tagged()


def values(mentions: list[Mention], exact: str) -> set[tuple[str, str]]:
    return {(mention.label, mention.value) for mention in mentions if mention.exact == exact}


def test_a_town_is_a_place_wherever_it_stands_and_is_linked(found: list[Mention]) -> None:
    assert values(found, "Hrubin") == {("PLACE", "geonames:2")}


def test_where_doubt_is_left_the_candidate_is_only_an_alternative(found: list[Mention]) -> None:
    assert values(found, "Rejowka") == {("PLACE", "place:rejowka")}
    first = next(mention.alternatives[0] for mention in found if mention.exact == "Rejowka")
    assert (first.value, first.grade) == ("geonames:1", "close")


def test_of_two_namesakes_the_one_among_the_other_towns_is_meant(found: list[Mention]) -> None:
    assert values(found, "Neudorf") == {("PLACE", "geonames:5")}


def test_a_man_who_bears_the_name_of_a_far_town_stays_a_man(found: list[Mention]) -> None:
    assert values(found, "Kolmar") == {("PERSON", "person:kolmar")}


def test_a_village_that_nobody_lists_gets_a_local_record(found: list[Mention]) -> None:
    assert values(found, "Zabrnik") == {("PLACE", "place:zabrnik")}


def test_how_sure_the_link_is_stands_in_the_rule(found: list[Mention]) -> None:
    assert all("place exact" in mention.rule for mention in found if mention.exact == "Hrubin")


def test_the_project_comes_before_all_lists() -> None:
    own = Entity(id="place:own", kind="place", label="Hrubin", lat=50.9, lon=23.6)
    assert values(tagged(entities=[own]), "Hrubin") == {("PLACE", "place:own")}


def test_two_entries_of_the_project_leave_a_local_id() -> None:
    own = [Entity(id=f"place:own-{number}", kind="place", label="Hrubin") for number in (1, 2)]
    assert values(tagged(entities=own), "Hrubin") == {("PLACE", "place:hrubin")}


def test_a_namesake_of_a_listed_place_does_not_take_its_id() -> None:
    text = "They crossed the Morava. " * 2
    assert {value.removesuffix(".another") for _, value in values(tagged(text), "Morava")} == {"place:morava"}


def test_feasts_and_words_of_camps_are_no_names() -> None:
    text = "On Yom Kippur the Lagerführer came to the Krankenbau. Shabbat was over."
    assert [mention.exact for mention in tagged(text)] == []


def test_a_first_name_cut_short_belongs_to_the_name() -> None:
    assert values(tagged("Then Frant. Kubelík signed the paper."), "Frant. Kubelík") == {
        ("PERSON", "person:frant-kubelik")
    }
