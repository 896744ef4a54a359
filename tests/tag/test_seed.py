"""The article that the project began with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from regesta.model.mention import Mention

Tag = Callable[..., list[Mention]]


def gold(shared: Path, *labels: str) -> set[tuple[int, int, str]]:
    lines = (shared / "data/seed/mentions.jsonl").read_text("utf-8").splitlines()
    return {(span["start"], span["end"], span["label"]) for span in map(json.loads, lines) if span["label"] in labels}


def test_places_and_people_of_the_article(tag: Tag, shared: Path, seed_text: str) -> None:
    found = {(mention.start, mention.end, mention.label) for mention in tag(seed_text)}
    assert len(gold(shared, "PLACE", "PERSON") & found) >= 59


def test_the_articles_infobox_gives_seven_dated_items(tag: Tag, seed_text: str) -> None:
    items = [mention for mention in tag(seed_text, "PASSAGE") if mention.rule == "dated item"]
    assert len(items) == 7
