"""The table of keys that all faces share."""

from __future__ import annotations

from regesta.review.keys import KEYS, ON_PAGE


def test_no_key_and_no_name_stands_for_two_things():
    both = [*KEYS, *ON_PAGE]
    assert len({each.key for each in both}) == len({each.name for each in both}) == len(both)


def test_each_key_can_be_typed_without_a_modifier_or_with_shift_alone():
    assert all(len(each.key) == 1 and each.key.isascii() and each.key.isprintable() for each in KEYS)
