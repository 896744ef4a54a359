"""Lines that people write are read strictly, with a finding for each bad one."""

from __future__ import annotations

from pathlib import Path

from regesta.model.entity import Entity
from regesta.workspace.jsonl import read_people, split_lines


def test_only_the_newline_byte_ends_a_line() -> None:
    assert split_lines("a\u2028b\x0bc\r\nd".encode()) == ["a\u2028b\x0bc\r".encode(), b"d"]


def test_a_bad_line_harms_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "places.jsonl"
    path.write_text(
        '{"label": "Lwów", "kind": "place", "id": "place:lwow"}\n'
        '{"id": "place:x", "kind": "town", "label": "X"}\n'
        "<<<<<<< HEAD\n"
        "\n"
        '{"id": "place:krakow", "kind": "place", "label": "Kraków"}\n',
        encoding="utf-8",
    )
    entities, findings = read_people(path, Entity, "annotations/authority/places.jsonl")
    assert [entity.id for entity in entities] == ["place:lwow", "place:krakow"]
    assert [finding.line for finding in findings] == [2, 3]
    assert "git conflict marker" in findings[1].what
    assert findings[1].where == "annotations/authority/places.jsonl:3"
