"""The descriptor is read by a tool that knows nothing of us."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import pytest

from regesta.release.build import build


@pytest.fixture
def folder(world: Any, tmp_path: Path) -> Path:
    for name, data in build(world.inputs()).files.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def validated(folder: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # frictionless and what it stands on
        import frictionless

        return frictionless.validate(str(folder / "datapackage.json"))


def test_frictionless_finds_no_fault_in_a_release(folder: Path) -> None:
    report = validated(folder)
    assert report.flatten(["path", "rowNumber", "fieldName", "note"]) == []
    assert [task.name for task in report.tasks][:6] == [
        "events",
        "claims",
        "citations",
        "sources",
        "entities",
        "changes",
    ]


def test_nor_in_one_with_nothing_in_it(world: Any, tmp_path: Path) -> None:
    world.standing.clear()
    world.events.clear()
    for name, data in build(world.inputs()).files.items():
        (tmp_path / name).write_bytes(data)
    assert validated(tmp_path).flatten(["path", "note"]) == []


@pytest.mark.parametrize(
    ("table", "old", "new", "fault"),
    [
        ("claims", ",asserted,", ",sworn,", "constraint-error"),
        ("events", ",range,false,", ",range,maybe,", "type-error"),
        ("claims", ",place:torun,", ",place:thorn,", "hash-count"),
        ("citations", ",nowak1987,xii,", ",nobody,xii,", "foreign-key"),
    ],
)
def test_frictionless_finds_what_the_schema_forbids(folder: Path, table: str, old: str, new: str, fault: str) -> None:
    path = folder / f"{table}.csv"
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    faults = [error for (error,) in validated(folder).flatten(["type"])]
    assert fault in faults


def test_keys_name_columns_of_their_tables(world: Any) -> None:
    package = json.loads(build(world.inputs()).files["datapackage.json"])
    schemas = {resource["name"]: resource["schema"] for resource in package["resources"] if "schema" in resource}
    for name, schema in schemas.items():
        for key in schema.get("foreignKeys", []):
            target = schemas[key["reference"]["resource"] or name]
            assert set(key["reference"]["fields"]) <= {field["name"] for field in target["fields"]}
