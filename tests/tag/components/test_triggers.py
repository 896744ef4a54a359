"""Verbs and nouns of event types, where they are used as such."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regesta.model.mention import Mention
from regesta.model.settings import EventType

Tag = Callable[..., list[Mention]]


def test_each_type_is_found_in_its_own_examples(tag: Tag, event_types: list[EventType]) -> None:
    missed = [
        f"{event_type.name}: {example}"
        for event_type in event_types
        for example in event_type.examples
        if event_type.name not in {mention.value for mention in tag(example, "TRIGGER")}
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They walked through the annexed districts.", []),
        ("In occupied Graz the shops were closed.", []),
        ("The prisoners of war were counted.", []),
        ("In the pre-war years he was a clerk.", []),
        ("In March the roads were bad.", []),
        ("The men were handed quietly over at dawn.", ["handed quietly over"]),
        ("They met at noon and were arrested.", ["met", "arrested"]),
        ("A coup d'état failed.", ["coup d'état"]),
    ],
)
def test_use_decides(tag: Tag, text: str, words: list[str]) -> None:
    assert [mention.exact for mention in tag(text, "TRIGGER")] == words
