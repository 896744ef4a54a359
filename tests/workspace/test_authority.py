"""Entries added to the authority files; every other line stays as people wrote it."""

from __future__ import annotations

import pytest

from regesta.errors import RegestaError
from regesta.model.entity import Entity
from regesta.workspace.authority import add_entities, read_entities
from regesta.workspace.table import read_table

HAND = b'{"kind": "person", "id": "person:anna-roth", "label": "Anna Roth"}\n'
KOLB = Entity(id="person:ida-kolb", kind="person", label="Ida Kolb")


def test_a_new_entry_stands_behind_the_others(ws):
    (ws.authority / "people.jsonl").write_bytes(HAND)
    assert add_entities(ws, [KOLB]) == ["annotations/authority/people.jsonl"]
    assert (ws.authority / "people.jsonl").read_bytes().startswith(HAND)
    assert [entity.id for entity in read_entities(ws)[0]] == ["person:anna-roth", "person:ida-kolb"]


def test_a_known_entry_is_written_where_it_stands(ws):
    (ws.authority / "mine.jsonl").write_bytes(HAND + b"no record\n")
    changed = Entity(id="person:anna-roth", kind="person", label="Anna Roth", viaf="7")
    assert add_entities(ws, [changed]) == ["annotations/authority/mine.jsonl"]
    assert (ws.authority / "mine.jsonl").read_bytes().endswith(b'"viaf":"7"}\nno record\n')


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_is_read_whatever_parts_its_columns(tmp_path, separator):
    path = tmp_path / "people.csv"
    path.write_text(f"name{separator}viaf\r\nIda{separator}7", encoding="utf-8-sig", newline="")
    assert read_table(path) == [{"name": "Ida", "viaf": "7"}]


def test_a_table_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "people.csv"
    path.write_bytes("name\nMüller\n".encode("latin-1"))
    with pytest.raises(RegestaError, match="UTF-8"):
        read_table(path)
