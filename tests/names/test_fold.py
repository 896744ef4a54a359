"""Spellings that people and print vary agree under one key."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.names.fold import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Łódź", "LODZ"),
        ("Straße", "Strasse"),
        ("Tromsø", "Tromso"),
        ("Ærø", "Aero"),
        ("Þingvellir", "Thingvellir"),
        ("Đakovo", "Dakovo"),
        ("Brest-Litovsk", "Brest Litovsk"),
        ("Brest\u2010Litovsk", "brest\u2013litovsk"),
        ("O'Brien", "O’Brien"),
        ("U.S.S.R.", "USSR"),
        ("Bór-Komorowski", "Bor  Komorowski"),
        ("İzmir", "Izmir"),
    ],
)
def test_spellings_of_one_name_agree(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_names_stay_apart() -> None:
    assert fold("Lwów") != fold("Klwów")


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text())
def test_the_normal_form_of_the_text_does_not_count(name: str) -> None:
    assert fold(unicodedata.normalize("NFD", name)) == fold(unicodedata.normalize("NFC", name))
