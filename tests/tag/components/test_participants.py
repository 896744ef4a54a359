"""Words for people without a name, where a sentence tells of something."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regesta.model.mention import Mention

Tag = Callable[..., list[Mention]]


def participants(tag: Tag, text: str) -> list[str]:
    return [mention.exact for mention in tag(text, "CUE") if mention.value == "participant"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Soldiers attacked the mill.", ["Soldiers"]),
        ("The mill was attacked by two masked gunmen.", ["masked gunmen"]),
        ("The Germans arrested my two younger sisters.", ["Germans", "my two younger sisters"]),
        ("A German patrol attacked the local militiamen.", ["German patrol", "local militiamen"]),
        ("The French attacked in May.", ["French"]),
        ("The French soldiers attacked in May.", ["French soldiers"]),
        ("The Acadians were deported.", ["Acadians"]),
        ("We were arrested, and they beat me.", ["We", "me"]),
        ("Police officers killed three prisoners of war.", ["Police officers", "prisoners of war"]),
        ("The Jews of the ghetto were deported.", ["Jews of the ghetto"]),
        ("The garrison of Riga surrendered.", ["garrison of Riga"]),
        ("A crowd of women attacked the bakery.", ["crowd of women"]),
        ("The townspeople killed the bailiff.", ["townspeople", "bailiff"]),
    ],
)
def test_participants(tag: Tag, text: str, found: list[str]) -> None:
    assert participants(tag, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers stood in the rain.",
        "In World War I Riga was attacked.",
        "The French attack began.",
        "He was killed in Paris by Bishop Anna Roth.",
        "Driver training was attacked as a waste.",
        "The US attacked the town.",
    ],
)
def test_none(tag: Tag, text: str) -> None:
    assert participants(tag, text) == []
