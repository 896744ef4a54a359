"""Work shared out: evenly, to the share of overlap that was asked for, the same on every machine."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.errors import RegestaError
from regesta.model.assignment import Assignment
from regesta.review.assign import Piece, share_out, take_over


def pieces(*weights: int) -> list[Piece]:
    return [
        Piece(place=Assignment(source=f"s{at:03d}", reviewers=[]), weight=weight) for at, weight in enumerate(weights)
    ]


def loads(made, of):
    weight = {piece.place.source: piece.weight for piece in of}
    found: dict[str, int] = {}
    for each in made:
        for name in each.reviewers:
            found[name] = found.get(name, 0) + weight[each.source]
    return found


def test_each_piece_goes_to_one_person_and_the_loads_are_even():
    work = pieces(*range(1, 101))
    made = share_out(work, ["carla", "anna", "ben"])
    assert [each.source for each in made] == [piece.place.source for piece in work]
    assert all(len(each.reviewers) == 1 for each in made)
    found = loads(made, work)
    assert max(found.values()) - min(found.values()) <= 100 / 3


def test_the_share_that_several_do_is_as_asked():
    work = pieces(*[10] * 50)
    made = share_out(work, ["anna", "ben", "carla"], overlap=0.2)
    assert sum(len(each.reviewers) == 2 for each in made) == 10
    pairs = {tuple(each.reviewers) for each in made if len(each.reviewers) == 2}
    assert pairs == {("anna", "ben"), ("anna", "carla"), ("ben", "carla")}


def test_an_overlap_of_one_gives_everything_to_as_many_as_asked():
    made = share_out(pieces(5, 1, 9), ["anna", "ben", "carla"], overlap=1, people=3)
    assert all(each.reviewers == ["anna", "ben", "carla"] for each in made)


def test_a_small_overlap_of_few_pieces_takes_one():
    made = share_out(pieces(100, 40, 80), ["anna", "ben"], overlap=0.01)
    assert [len(each.reviewers) for each in made] == [1, 2, 1]


def test_another_seed_draws_other_pieces_and_the_same_one_the_same():
    work = pieces(*[7] * 40)
    first, again, other = (share_out(work, ["anna", "ben"], overlap=0.25, seed=seed) for seed in (1, 1, 2))
    assert first == again
    assert {each.source for each in first if len(each.reviewers) == 2} != {
        each.source for each in other if len(each.reviewers) == 2
    }


def test_what_was_handed_out_before_counts_as_work_and_as_overlap():
    before = [
        Piece(place=Assignment(source="old1", reviewers=["anna"]), weight=50),
        Piece(place=Assignment(source="old2", reviewers=["anna", "ben"]), weight=50),
    ]
    made = share_out(pieces(*[10] * 10), ["anna", "ben"], overlap=0.25, before=before)
    assert all(len(each.reviewers) == 1 for each in made)
    found = loads(made, pieces(*[10] * 10))
    assert found["ben"] > found.get("anna", 0)


def test_what_cannot_be_shared_is_refused():
    with pytest.raises(RegestaError, match="cannot do the same piece"):
        share_out(pieces(1), ["anna"], overlap=0.5)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 500), max_size=40),
    st.sets(st.sampled_from("abcdef"), min_size=2),
    st.floats(0, 1),
    st.integers(0, 5),
)
def test_nothing_is_lost_nobody_gets_a_piece_twice_and_the_share_is_met_within_a_piece(weights, names, overlap, seed):
    work = pieces(*weights)
    made = share_out(work, sorted(names), overlap=overlap, seed=seed)
    assert sorted(each.source for each in made) == [piece.place.source for piece in work]
    assert all(len(set(each.reviewers)) == len(each.reviewers) <= 2 for each in made)
    heavy = max(weights, default=0)
    shared = sum(piece.weight for piece, each in zip(work, made, strict=True) if len(each.reviewers) == 2)
    assert abs(shared - overlap * sum(weights)) <= heavy
    found = loads(made, work)
    assert max(found.values(), default=0) - min((found.get(name, 0) for name in names), default=0) <= 2 * heavy


def held(piece: Piece, *reviewers: str) -> Piece:
    place = Assignment(source=piece.place.source, reviewers=list(reviewers))
    return Piece(place=place, weight=piece.weight)


def test_what_somebody_leaves_goes_to_those_with_the_least():
    first, second, third = pieces(30, 10, 10)
    before = [held(first, "anna"), held(second, "ben"), held(third, "ben")]
    made = take_over(before[1:], "ben", ["anna", "carla"], before)
    assert [(each.source, each.reviewers, each.instead_of) for each in made] == [
        ("s001", ["carla"], "ben"),
        ("s002", ["carla"], "ben"),
    ]


def test_a_shared_piece_stays_shared_and_goes_to_nobody_who_has_it():
    (piece,) = pieces(10)
    (made,) = take_over([held(piece, "anna", "ben")], "ben", ["anna", "ben", "carla"])
    assert (made.reviewers, made.instead_of) == (["anna", "carla"], "ben")
    assert take_over([held(piece, "anna", "ben")], "ben", ["anna"]) == []
