"""Where a name begins and ends, whatever stands beside it."""

from __future__ import annotations

import pytest

from regesta.tag.components.boundaries import is_name, trim
from regesta.tag.layers import Layers, Name, NameLabel, signed

BY = signed("test")


@pytest.mark.parametrize(
    ("label", "candidate", "name", "title"),
    [
        ("PLACE", "the Azores", "Azores", ""),
        ("PLACE", "the occupied Netherlands", "Netherlands", ""),
        ("PLACE", "Nazi Germany", "Germany", ""),
        ("PLACE", "Denmark's", "Denmark", ""),
        ("PLACE", "Denmark’s", "Denmark", ""),
        ("PLACE", '"Villa Rosa"', "Villa Rosa", ""),
        ("PLACE", "Tartu)", "Tartu", ""),
        ("PLACE", "Lviv (Lemberg", "Lviv", ""),
        ("PLACE", "==Tartu==", "Tartu", ""),
        ("PLACE", "Washington, D.C.", "Washington, D.C.", ""),
        ("PERSON", "General Ilse Brandt", "Ilse Brandt", "General"),
        ("PERSON", "Prof. Dr. Ilse Brandt", "Ilse Brandt", "Prof. Dr."),
        ("PERSON", "SS-Obersturmführer Karl Voss", "Karl Voss", "SS-Obersturmführer"),
        ("PERSON", "Ilse Brandt's", "Ilse Brandt", ""),
        ("PERSON", "Hans Moses'", "Hans Moses", ""),
        ("ORG", "CIA's Special Activities Division", "Special Activities Division", ""),
        ("ORG", "People's Army", "People's Army", ""),
        ("PLACE", "Kalisz Jews", "Kalisz", ""),
        ("ORG", "the Danish Red Cross", "Danish Red Cross", ""),
    ],
)
def test_what_belongs_to_a_name(label: NameLabel, candidate: str, name: str, title: str) -> None:
    text = f"Then {candidate} was named."
    found = Name(5, 5 + len(candidate), label, BY, 1.0)
    assert trim(Layers(text), found)
    assert (text[found.start : found.end], found.title) == (name, title)


@pytest.mark.parametrize(
    "word", ["Polish", "Tuesday", "spring", "the", "1939", "General", "Versailles Treaty", "Operation Wicker"]
)
def test_what_is_no_name(word: str) -> None:
    assert not is_name(Layers(word), Name(0, len(word), "PERSON", BY, 1.0))


def test_nothing_is_left_of_an_article() -> None:
    assert not trim(Layers("the "), Name(0, 4, "PLACE", BY, 1.0))
