"""Types of events that are kinds of others."""

from __future__ import annotations

import pytest

from regesta.resolve.kinds import Kinds

KINDS = Kinds({"massacre": "killing", "killing": "death", "pogrom": "massacre"})


def test_a_type_holds_the_narrower_ones_at_any_remove_but_not_itself() -> None:
    held = [narrower for narrower in ("pogrom", "massacre", "killing", "death") if KINDS.holds("killing", narrower)]
    assert held == ["pogrom", "massacre"]


@pytest.mark.parametrize(("one", "other"), [("pogrom", "killing"), ("killing", "pogrom"), ("battle", "battle")])
def test_one_event_can_be_of_a_type_and_of_one_that_holds_it(one: str, other: str) -> None:
    assert KINDS.agree(one, other)


def test_two_kinds_of_one_type_do_not_agree() -> None:
    assert not Kinds({"fire": "disaster", "flood": "disaster"}).agree("fire", "flood")


def test_types_that_agree_share_the_widest() -> None:
    assert {KINDS.widest(kind) for kind in ("pogrom", "massacre", "death")} == {"death"}


def test_a_circle_ends() -> None:
    assert Kinds({"a": "b", "b": "a"}).holds("b", "a")
