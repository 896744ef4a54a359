"""A place that is not known by its own name may be by what is left of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.names.spellings import is_part_of_a_town, looser_keys


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Kamień n. Wisłą", "kamien nad wisla"),
        ("Brody district", "brody"),
        ("ghetto of Brody", "brody"),
        ("Vienna IX", "vienna"),
        ("Ohře /Eger", "eger"),
        ("Barmen-Elberfeld", "elberfeld"),
        ("St. Florian", "sankt florian"),
    ],
)
def test_what_a_name_may_stand_under(name: str, key: str) -> None:
    assert key in looser_keys(name)


@pytest.mark.parametrize("name", ["Long Street", "Gartenstraße", "Mostowa 14", "ulica Mostowa", "Stone Bridge"])
def test_streets_and_houses_are_parts_of_a_town(name: str) -> None:
    assert is_part_of_a_town(name)


@pytest.mark.parametrize("name", ["Brody", "Street", "New Brody"])
def test_towns_are_not(name: str) -> None:
    assert not is_part_of_a_town(name)


@given(st.text(min_size=1))
def test_any_text_has_keys_or_none(name: str) -> None:
    assert all(key == key.strip() and len(key) > 2 for key in looser_keys(name))
    is_part_of_a_town(name)
