"""The published schemas accept what the program writes and refuse what it refuses."""

from __future__ import annotations

import json

import jsonschema
import pytest

from regesta.model.codec import encode
from regesta.model.mention import By, Mention
from regesta.model.schemas import RECORDS, schema


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_each_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


def test_a_mention_passes_and_an_unknown_key_does_not() -> None:
    mention = Mention(
        id="m-1",
        source="wrobel",
        start=3,
        end=7,
        exact="Lwów",
        prefix="in ",
        suffix=".",
        page=1,
        label="PLACE",
        value="place:lwow",
        by=By(component="ner"),
    )
    validator = jsonschema.Draft202012Validator(schema("mention"))
    line = json.loads(encode(mention))
    assert validator.is_valid(line)
    assert not validator.is_valid({**line, "colour": "red"})
