"""Which place a name means is for the document to say: what it names near, countries, period, and population last."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.model.entity import Entity
from regesta.names.gazetteer import Site
from regesta.names.ranking import Candidate, distance, meant, rank


class Towns:
    """A gazetteer of a few towns, in memory."""

    version = "towns 1"

    def __init__(self, *rows: tuple[int, str, float, float, str, int]) -> None:
        self.sites = [
            Site(id=number, name=name, lat=lat, lon=lon, country=country, population=population)
            for number, name, lat, lon, country, population in rows
        ]

    def find(self, key: str) -> tuple[Site, ...]:
        found = [site for site in self.sites if site.name.lower() == key]
        return tuple(sorted(found, key=lambda site: -site.population))

    def longer(self, key: str) -> tuple[Site, ...]:
        return tuple(site for site in self.sites if site.name.lower().startswith(f"{key} "))

    def get(self, number: int) -> Site | None:
        return next((site for site in self.sites if site.id == number), None)


TOWNS = Towns(
    (1, "Neudorf", 48.2, 16.4, "AT", 40_000),
    (2, "Neudorf", 51.0, 23.2, "PL", 3_000),
    (3, "Rejowka", 51.1, 23.3, "PL", 9_000),
    (4, "Hrubin", 50.9, 23.6, "PL", 15_000),
    (5, "Wienberg", 48.2, 16.3, "AT", 1_500_000),
    (6, "Stoczek Nowy", 51.2, 22.9, "PL", 2_000),
    (7, "Kleinau", -34.0, -60.0, "AR", 600),
)


def first(counted: dict[str, float], name: str, **more: object) -> Candidate:
    return rank(counted, TOWNS, **more)[name][0]  # type: ignore[arg-type]


def test_alone_the_larger_town_is_meant() -> None:
    assert first({"Neudorf": 1}, "Neudorf").entity_id == "geonames:1"


def test_towns_near_by_outweigh_population() -> None:
    assert first({"Neudorf": 1, "Rejowka": 2, "Hrubin": 2}, "Neudorf").entity_id == "geonames:2"


def test_a_country_that_is_named_speaks_for_its_towns() -> None:
    alone, told = (first(named, "Neudorf").score for named in ({"Neudorf": 1}, {"Neudorf": 1, "Austria": 3}))
    assert told > alone


def test_a_town_far_from_all_else_is_not_taken_for_certain() -> None:
    assert first({"Kleinau": 1, "Rejowka": 3, "Hrubin": 3}, "Kleinau").grade != "exact"


def test_a_name_that_nobody_knows_has_no_candidate() -> None:
    assert rank({"Xyzzow": 1}, TOWNS) == {"Xyzzow": []}


def test_what_is_found_by_a_part_of_its_name_is_never_exact() -> None:
    found = first({"Stoczek": 1, "Rejowka": 3, "Hrubin": 3}, "Stoczek")
    assert (found.entity_id, found.grade == "exact") == ("geonames:6", False)


def test_a_street_lies_in_the_town_that_is_spoken_of() -> None:
    found = first({"Mill Street": 1, "Hrubin": 5, "Rejowka": 1}, "Mill Street")
    assert (found.entity_id, found.loose, found.grade == "exact") == ("geonames:4", True, False)


def test_the_list_that_ships_is_asked_without_a_gazetteer() -> None:
    assert rank({"Czechoslovakia": 1}, None)["Czechoslovakia"][0].entity_id == "place:czechoslovakia"


@pytest.mark.parametrize(("near", "entity_id"), [("Ukraine", "place:galicia"), ("Spain", "place:galicia-spain")])
def test_namesakes_of_the_list_are_told_apart_by_the_document(near: str, entity_id: str) -> None:
    assert first({"Galicia": 1, near: 3}, "Galicia").entity_id == entity_id


def test_another_period_speaks_against_a_listed_place() -> None:
    scores = [first({"Transnistria": 1}, "Transnistria", years=years).score for years in ([1942], [1850])]
    assert scores[0] > scores[1]


def test_an_entry_of_the_project_shows_where_the_document_is() -> None:
    own = Entity(id="place:own", kind="place", label="Camp B", lat=51.05, lon=23.25, geo_precision="exact")
    ranked = rank({"Neudorf": 1, "Camp B": 4}, TOWNS, settled={"Camp B": own})
    assert ranked["Neudorf"][0].entity_id == "geonames:2"


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(["Neudorf", "Rejowka", "Hrubin", "Poland", "Nowhere"]), st.integers(1, 9)))
def test_scores_of_a_name_never_exceed_one_and_fall(counted: dict[str, int]) -> None:
    for found in rank(counted, TOWNS).values():
        scores = [candidate.score for candidate in found]
        assert scores == sorted(scores, reverse=True)
        assert 0 <= sum(scores) <= 1 + 1e-9


def test_the_order_in_which_names_are_given_does_not_matter() -> None:
    names = ["Neudorf", "Rejowka", "Hrubin"]
    assert rank(dict.fromkeys(names, 1), TOWNS) == rank(dict.fromkeys(reversed(names), 1), TOWNS)


def test_distances_are_those_of_the_globe() -> None:
    assert distance(52.23, 21.01, 50.06, 19.94) == pytest.approx(252, abs=3)


def test_a_typed_name_means_a_place_only_where_no_other_comes_near():
    assert meant("Soviet Union", None) == "place:soviet-union"
    assert meant("Nowhereville", None) == ""
