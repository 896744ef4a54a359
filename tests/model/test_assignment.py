"""Assignments as they stand, whoever wrote their lines and in whatever order they are read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from regesta.model.assignment import Assignment, standing

LINES = [
    Assignment(source="a", reviewers=["anna", "Ben"]),
    Assignment(source="a", reviewers=["anna", "carla"], instead_of="ben"),
    Assignment(source="b", reviewers=["ben"]),
    Assignment(source="b", reviewers=["dora"]),
    Assignment(source="b", reviewers=["ben"], pages=(1, 2)),
    Assignment(source="c", reviewers=["ben"]),
    Assignment(source="c", reviewers=["anna"], instead_of="Ben"),
]


def test_who_leaves_a_place_has_it_no_more_and_lines_of_one_place_are_one():
    found = {(each.source, each.part): each.reviewers for each in standing(LINES)}
    assert found == {
        ("a", ""): ["anna", "carla"],
        ("b", ""): ["ben", "dora"],
        ("b", "pages 1–2"): ["ben"],
        ("c", ""): ["anna"],
    }


def test_a_place_that_everybody_left_is_free():
    assert standing([Assignment(source="a", reviewers=["ben"], instead_of="ben")]) == []


@given(st.permutations(LINES))
def test_the_order_of_the_lines_does_not_matter(lines):
    assert {(each.place, tuple(sorted(each.reviewers))) for each in standing(lines)} == {
        (each.place, tuple(sorted(each.reviewers))) for each in standing(LINES)
    }
