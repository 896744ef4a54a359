"""Citekeys: what a person chose, else author, year and word; stable, ASCII, unlike all others."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.ingest.citekeys import citekey

BOOK = {
    "type": "book",
    "title": "The Secret Talks",
    "author": [{"family": "Bór-Komorowski"}],
    "issued": {"date-parts": [[1951]]},
}


@pytest.mark.parametrize(
    ("csl", "name", "key"),
    [
        (BOOK, "scan.pdf", "bor-komorowski-1951-secret"),
        ({**BOOK, "citation-key": "Bor1951"}, "scan.pdf", "bor1951"),
        ({**BOOK, "id": "bor_1951.a"}, "scan.pdf", "bor_1951.a"),
        ({**BOOK, "id": "http://zotero.org/users/1/items/ABC"}, "scan.pdf", "bor-komorowski-1951-secret"),
        ({**BOOK, "id": 17}, "scan.pdf", "bor-komorowski-1951-secret"),
        ({"title": "Łódź: a Chronicle"}, "scan.pdf", "lodz-chronicle"),
        ({"author": [{"literal": "Ann B. Writer"}]}, "scan.pdf", "writer"),
        ({}, "Protokół z narady.txt", "protokol-z-narady"),
        ({}, "протокол.txt", "source"),
        ({"title": "Протокол"}, "scan 3.pdf", "scan-3"),
    ],
)
def test_where_a_key_comes_from(csl, name, key):
    assert citekey(csl, name) == key


def test_a_taken_key_gets_a_letter():
    taken = {"scan"}
    for _ in range(28):
        taken.add(citekey({}, "scan.pdf", taken))
    assert {"scana", "scanz", "scanaa", "scanab"} <= taken


@given(st.text(), st.text(), st.text())
def test_any_names_give_a_key(title, family, stem):
    key = citekey({"title": title, "author": [{"family": family}]}, stem + ".pdf", {"source"})
    assert re.fullmatch(r"[a-z0-9][a-z0-9._-]*", key)
