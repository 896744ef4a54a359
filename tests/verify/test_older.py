"""A release from before a table got more columns still holds, and is checked as sharply."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from regesta.model.tables import LATER


@pytest.fixture
def older(given: Any) -> Any:
    """The release as it was before `entities` had its later columns."""
    given.files["entities.jsonl"] = re.sub(rb',"gnd":[^}]*', b"", given.files["entities.jsonl"])
    package = json.loads(given.files["datapackage.json"])
    for resource in package["resources"]:
        if resource["path"] == "entities.csv":
            fields = resource["schema"]["fields"]
            resource["schema"]["fields"] = [each for each in fields if each["name"] not in LATER["entities"]]
    given.files["datapackage.json"] = json.dumps(package).encode()
    given.forge()
    return given


def test_a_release_without_the_later_columns_holds(older: Any) -> None:
    assert b"gnd" not in older.files["entities.csv"]
    assert older.codes == set()


def test_one_that_lacks_another_column_does_not(older: Any) -> None:
    older.files["entities.jsonl"] = re.sub(rb',"geo_precision":[^}]*', b"", older.files["entities.jsonl"])
    older.forge()
    assert {"columns", "jsonl"} <= older.codes


def test_a_forged_cell_in_it_is_found(older: Any) -> None:
    older.edit("entities", '"entity_id":"person:orlov"', '"entity_id":"person:orlow"')
    assert "reference" in older.codes
