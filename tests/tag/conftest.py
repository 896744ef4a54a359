"""The tagger that the tests of this room share, with the event types that ship."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from importlib.resources import files

import msgspec
import pytest

from regesta.model.entity import Entity
from regesta.model.mention import Mention
from regesta.model.settings import EventType, TagSettings
from regesta.model.source import Source
from regesta.tag.tagger import Tagger

Tag = Callable[..., list[Mention]]
SOURCE = Source(id="letter", csl={})
ENTITIES = [
    Entity(id="org:q77", kind="organisation", label="Bureau of Bridges", names=["Bridge Bureau"]),
    Entity(id="person:q12", kind="person", label="Ferko Halász"),
]


@pytest.fixture(scope="session")
def event_types() -> list[EventType]:
    table = tomllib.loads(files("regesta.workspace").joinpath("event_types.toml").read_text("utf-8"))
    return msgspec.convert(table["event_types"], list[EventType])


@pytest.fixture(scope="session")
def tagger(event_types: list[EventType]) -> Tagger:
    return Tagger(TagSettings(), event_types, ENTITIES)


@pytest.fixture(scope="session")
def tag(tagger: Tagger) -> Tag:
    """The mentions of a text, those with one of the labels where any are named."""

    def tagged(text: str, *labels: str) -> list[Mention]:
        found = tagger.tag(SOURCE, text)
        return [mention for mention in found if not labels or mention.label in labels]

    return tagged
