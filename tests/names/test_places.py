"""The list of places that ships: every line has its source, its period makes sense, and its ids are its own."""

from __future__ import annotations

from collections import Counter

import pytest

from regesta.model.entity import Entity
from regesta.names.authority import Authority, entity_for, general
from regesta.names.places import known_places, states_of


def test_every_place_names_its_source_and_countries_by_two_letters() -> None:
    for place in known_places().values():
        assert place.source
        assert all(len(country) == 2 and country.isupper() for country in place.countries)


def test_no_period_ends_before_it_begins() -> None:
    periods = [(place.since, place.until) for place in known_places().values()]
    assert all(since <= until for since, until in periods if since is not None and until is not None)


def test_no_two_places_share_a_geonames_id() -> None:
    counted = Counter(place.geonames for place in known_places().values() if place.geonames)
    assert [number for number, count in counted.items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "entity_id"),
    [
        ("Č.S.R.", "place:czechoslovakia"),
        ("USSR", "place:soviet-union"),
        ("Generalgouvernement", "place:general-government"),
        ("Bukowina", "place:bukovina"),
        ("Donau", "place:danube"),
        ("Terezín", "place:theresienstadt"),
        ("Katyń", "place:katyn"),
    ],
)
def test_what_todays_towns_lack_is_listed(name: str, entity_id: str) -> None:
    assert entity_for("place", name, Authority()) == entity_id


def test_a_listed_place_is_an_entity_with_coordinates() -> None:
    [danube] = general().find("Danube", "place")
    assert isinstance(danube, Entity)
    assert (danube.type, danube.lat, danube.geo_precision) == ("water", 46, "region")


def test_a_place_lies_in_the_states_that_hold_its_country_and_in_no_others():
    assert {"place:czechoslovakia", "place:czech-republic"} <= set(states_of(["CZ"]))
    assert "place:sudetenland" not in states_of(["CZ"])
    assert "place:scotland" not in states_of(["GB"])
    assert states_of(["PL", "UA"]) == []
