"""A gazetteer is compiled from records once, found by any spelling, and may be deleted at any time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from regesta.names.gazetteer import entities
from regesta.workspace import gazetteer as module
from regesta.workspace.gazetteer import City, SqliteGazetteer, compile_sites, default_path, gazetteer


def city(number: int, name: str, names: list[str], population: int = 1000) -> City:
    return City(
        geonameid=number,
        name=name,
        latitude=50.0,
        longitude=20.0,
        countrycode="PL",
        population=population,
        alternatenames=names,
    )


TOWNS = [
    city(1, "Łęg Świętoński", ["Leg Swietonski", "Лэнг"], 900),
    city(2, "Groß Tychow", ["Tychowo"], 4000),
    city(3, "Tychowo", ["12", "T"], 700),
    city(4, "Stoczek Nowy", [], 800),
]


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SqliteGazetteer]:
    compile_sites(TOWNS, tmp_path / "small.sqlite")
    made = SqliteGazetteer(tmp_path / "small.sqlite", "towns 1")
    yield made
    made.close()


@pytest.mark.parametrize("key", ["leg swietonski", "лэнг"])
def test_any_name_is_found_by_its_folded_key(small: SqliteGazetteer, key: str) -> None:
    assert [site.name for site in small.find(key)] == ["Łęg Świętoński"]


def test_letters_with_rules_of_their_own_are_folded(small: SqliteGazetteer) -> None:
    assert [site.id for site in small.find("gross tychow")] == [2]


def test_the_most_populous_comes_first_and_the_usual_name_is_known(small: SqliteGazetteer) -> None:
    assert [(site.id, site.usual) for site in small.find("tychowo")] == [(2, False), (3, True)]


def test_numbers_and_single_letters_are_no_keys(small: SqliteGazetteer) -> None:
    assert (small.find("12"), small.find("t")) == ((), ())


def test_a_longer_name_is_found_by_its_first_words(small: SqliteGazetteer) -> None:
    assert [site.name for site in small.longer("stoczek")] == ["Stoczek Nowy"]
    assert small.longer("stocz") == ()


def test_ids_become_records_with_coordinates_and_those_unknown_are_left_out(small: SqliteGazetteer) -> None:
    [entity] = entities(["geonames:2", "geonames:99", "geonames:x", "place:tychowo"], small)
    assert (entity.id, entity.label, entity.geonames, entity.lat, entity.geo_precision) == (
        "geonames:2", "Groß Tychow", "2", 50.0, "town",
    )  # fmt: skip


def test_it_is_compiled_where_it_is_missing_and_only_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "cities", lambda: iter(TOWNS))
    path = tmp_path / "deep" / "towns.sqlite"
    said: list[str] = []
    for _ in range(2):
        made = gazetteer(path, lambda: said.append("building"))
        assert made is not None
        assert len(made.find("tychowo")) == 2
        made.close()
    path.unlink()
    again = gazetteer(path, lambda: said.append("building"))
    assert again is not None
    again.close()
    assert said == ["building", "building"]


def test_nothing_half_made_stays(tmp_path: Path) -> None:
    with pytest.raises(AttributeError):
        compile_sites([*TOWNS, None], tmp_path / "broken.sqlite")  # type: ignore[list-item]
    assert list(tmp_path.iterdir()) == []


def test_without_the_package_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PACKAGE", "no_such_package")
    module.version.cache_clear()
    try:
        assert gazetteer() is None
    finally:
        module.version.cache_clear()


def test_the_file_stands_in_a_cache_and_bears_version_and_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REGESTA_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_path().parent == tmp_path / "regesta"
    assert default_path().name.startswith(f"gazetteer-{module.version().split()[1]}-")


@pytest.mark.parametrize(
    ("key", "number"),
    [
        ("lwow", 702550),
        ("lemberg", 702550),
        ("brzesc", 629634),
        ("przemysl", 761168),
        ("danzig", 3099434),
        ("breslau", 3081368),
        ("kozelsk", 543348),
        ("putyvl", 696008),
    ],
)
def test_the_real_one_knows_towns_by_their_old_names(key: str, number: int) -> None:
    made = gazetteer()
    assert made is not None
    try:
        assert made.find(key)[0].id == number
    finally:
        made.close()
