"""Names lead to the project's entry, else to the general list's, else to an id of their own."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from regesta.model.entity import Entity
from regesta.names.authority import Authority, entity_for, general, local_id
from regesta.names.fold import fold

TOWN = Entity(id="place:q1", kind="place", label="Stryj", names=["Stryi", "Стрий"])
NAMESAKE = Entity(id="place:q2", kind="place", label="Stryj", names=["Stryj Górny"])
CLERK = Entity(id="person:clerk", kind="person", label="Jan Stryj")


def test_any_spelling_of_any_name_finds_the_entry() -> None:
    assert Authority([TOWN]).find("STRYI") == [TOWN]


def test_the_kind_narrows_the_search() -> None:
    authority = Authority([TOWN, Entity(id="person:stryj", kind="person", label="Stryj")])
    assert [entity.id for entity in authority.find("Stryj", "person")] == ["person:stryj"]


def test_an_entry_is_found_by_its_id() -> None:
    authority = Authority([TOWN, CLERK])
    assert (authority.get("person:clerk"), authority.get("person:nobody")) == (CLERK, None)


def test_a_name_of_one_entry_gets_its_id() -> None:
    assert entity_for("place", "Стрий", Authority([TOWN])) == "place:q1"


def test_a_name_of_two_entries_gets_neither() -> None:
    assert entity_for("place", "Stryj", Authority([TOWN, NAMESAKE])) == "place:stryj"


def test_a_name_without_an_entry_gets_a_readable_id() -> None:
    assert entity_for("person", "Władysław Ćwikła", Authority()) == "person:wladyslaw-cwikla"


def test_the_general_list_knows_other_names_of_an_organisation() -> None:
    assert entity_for("organisation", "Geheime Staatspolizei", Authority()) == "org:gestapo"


def test_the_project_comes_before_the_general_list() -> None:
    own = Entity(id="org:own", kind="organisation", label="Gestapo")
    assert entity_for("organisation", "Gestapo", Authority([own])) == "org:own"


def test_letters_outside_the_latin_alphabet_have_a_stable_id() -> None:
    assert local_id("place", "Бучач") == local_id("place", "БУЧАЧ") != local_id("place", "Бережани")


@given(st.text(min_size=1))
def test_every_local_id_is_an_entity_id(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9][a-z0-9._:-]*", local_id("organisation", name))


def test_no_general_name_means_two_entities_of_one_kind() -> None:
    """But for places far apart, between which the document decides."""
    shared = {
        fold(name)
        for entity in general().entities
        for name in (entity.label, *entity.names)
        if len(general().find(name, entity.kind)) > 1
    }
    assert shared == {"galicia", "duna"}


def test_a_place_beyond_the_project_comes_behind_its_own_entries():
    own = Entity(id="place:riga-farm", kind="place", label="Riga")
    assert entity_for("place", "Riga", Authority([own], lambda _: "geonames:1")) == "place:riga-farm"
    assert entity_for("place", "Riga", Authority([], lambda _: "geonames:1")) == "geonames:1"
    assert entity_for("person", "Riga", Authority([], lambda _: "geonames:1")) == "person:riga"
