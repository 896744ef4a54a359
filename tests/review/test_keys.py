"""The table of keys that all faces share."""

from __future__ import annotations

from regesta.review.keys import KEYS


def test_no_key_and_no_name_stands_for_two_things():
    assert len({each.key for each in KEYS}) == len({each.name for each in KEYS}) == len(KEYS)


def test_each_key_can_be_typed_without_a_modifier_or_with_shift_alone():
    assert all(len(each.key) == 1 and each.key.isascii() and each.key.isprintable() for each in KEYS)
