"""Sources whose mentions stand marked in their text, so that a test shows all that it rests on.

`[DATE=1939-12 December]` is a mention with label, value and words; a name without a value gets its local id. Every
line is a passage; a blank line ends a paragraph; a line that begins with `=` or `#` is a heading, one that
begins with `>` no passage but an aside behind one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

import pytest
from msgspec import Struct

from regesta.anchor.drafts import Draft, mentions
from regesta.extract.claims import extract
from regesta.model.claim import Claim
from regesta.model.entity import EntityKind
from regesta.model.mention import By, Label, Mention
from regesta.model.settings import EventType, Settings
from regesta.model.source import Source
from regesta.names.authority import local_id
from regesta.tag.tagger import Tagger
from regesta.workspace.settings import event_types

_MARK = re.compile(r"\[(?P<label>[A-Z]+)(?:=(?P<value>\{[^}]*\}|\S+))? (?P<words>[^\]]*)\]")
_KINDS: dict[str, EntityKind] = {"PLACE": "place", "PERSON": "person", "ORG": "organisation"}


class Marked(Struct):
    """A source with its marked mentions, and the claims that are made of it."""

    text: str
    mentions: list[Mention]
    claims: list[Claim]

    def words(self, mention_id: str) -> str:
        return next(mention.exact for mention in self.mentions if mention.id == mention_id)

    def cited(self, claim: Claim, prop: str) -> list[str]:
        """The words that the values of one property of a claim cite first."""
        return [self.words(value.cites[0]) for value in claim.values if value.property == prop]


def parse(marked: str) -> tuple[str, list[Draft]]:
    """The plain text, and drafts of its mentions and passages."""
    by = By(component="test")
    drafts: list[Draft] = []
    text = ""
    for line in marked.strip("\n").split("\n"):
        start, at = len(text), 0
        for match in _MARK.finditer(line):
            text += line[at : match.start()]
            label, value, words = cast("Label", match["label"]), (match["value"] or "").strip("{}"), match["words"]
            value = value or (local_id(_KINDS[label], words) if label in _KINDS else "")
            drafts.append(Draft(start=len(text), end=len(text) + len(words), label=label, value=value, by=by))
            text += words
            at = match.end()
        text += line[at:]
        if line.strip() and not line.startswith(("=", "#", ">")):
            drafts.append(Draft(start=start, end=len(text), label="PASSAGE", value="", by=by))
        text += "\n"
    return text, drafts


@pytest.fixture(scope="session")
def types() -> list[EventType]:
    return event_types(Settings())


@pytest.fixture(scope="session")
def tagger(types: list[EventType]) -> Tagger:
    """The tagger of a project that has taught it nothing."""
    return Tagger(Settings().tag, types, [])


@pytest.fixture(scope="session")
def read_marked(types: list[EventType]) -> Callable[..., Marked]:
    """Gives the claims that are made of a marked text; of a source with a bibliographic record, where one is given."""

    def read(marked: str, csl: dict[str, Any] | None = None) -> Marked:
        text, drafts = parse(marked)
        found = mentions("src", text, [], drafts)
        source = Source(id="src", csl=csl or {})
        return Marked(text, found, extract(source, text, found, types))

    return read
