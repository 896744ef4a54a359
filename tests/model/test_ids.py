"""Ids are hashes of content."""

from __future__ import annotations

from regesta.model.ids import content_id, mention_ids


def test_the_parts_of_an_id_are_kept_apart() -> None:
    assert content_id("claim", "ab", "c") != content_id("claim", "a", "bc")


def test_an_id_is_the_same_on_every_machine_and_for_ever() -> None:
    assert content_id("mention", "wrobel", "PLACE", "in ", "Lwów", ".", 0) == "m-93dkkjerip4pv00d"


def test_identical_selectors_are_told_apart_by_their_ordinal() -> None:
    same = ("wrobel", "PLACE", "in ", "Lwów", ".")
    first, second = mention_ids([same, same])
    assert first == content_id("mention", *same, 0)
    assert second == content_id("mention", *same, 1)
