"""People's joins and parts win; the order of the input never counts; ids are stable."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regesta.model.ids import content_id

DATES = ["", "1921-05-04", "1921-05", "1921-06-01", "1921", "1921-05-03/1921-05-06"]
PLACES = ["place:riga", "place:tartu", "place:narva"]
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def worlds(draw):
    """Some claims of few kinds, with joins and parts among them."""
    size = draw(st.integers(2, 8))
    claims = [
        (
            f"n{index}",
            draw(st.sampled_from(["meeting", "arrest"])),
            draw(st.sampled_from(DATES)),
            draw(st.lists(st.sampled_from(PLACES), max_size=1)),
            draw(st.lists(st.sampled_from(["org:a", "org:b"]), max_size=2, unique=True)),
            draw(st.sampled_from(["", "", "", "n0", "n1"])),
        )
        for index in range(size)
    ]
    couples = st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)).filter(lambda two: two[0] != two[1])
    joined = draw(st.lists(couples, max_size=4))
    parted = draw(st.lists(couples, max_size=4))
    return claims, joined, parted


def built(make, pair_of, world):
    rows, joined, parted = world
    claims = [
        make(name, kind, when, where, who, about="" if about == name else about)
        for name, kind, when, where, who, about in rows
    ]
    return claims, [pair_of(f"n{a}", f"n{b}") for a, b in joined], [pair_of(f"n{a}", f"n{b}") for a, b in parted]


@FEW
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_count(make, pair_of, resolved, world, chance: random.Random):
    claims, joined, parted = built(make, pair_of, world)
    ages = list(range(1, len(claims) + 1))
    one = resolved(*claims, ages=ages, joined=joined, parted=parted)
    shuffled = chance.sample(list(zip(claims, ages, strict=True)), len(claims))
    other = resolved(
        *[claim for claim, _ in shuffled],
        ages=[age for _, age in shuffled],
        joined=chance.sample(joined, len(joined)),
        parted=chance.sample(parted, len(parted)),
    )
    assert one == other


@FEW
@given(worlds())
def test_every_claim_is_in_one_event_and_gives_the_oldest_its_name(make, pair_of, resolved, world):
    claims, joined, parted = built(make, pair_of, world)
    made = resolved(*claims, joined=joined, parted=parted)
    assert sorted(claim for event in made.events for claim in event.claims) == sorted(claim.id for claim in claims)
    assert all(event.id == content_id("event", min(event.claims)) for event in made.events)


@FEW
@given(worlds())
def test_parted_claims_are_never_together(make, pair_of, resolved, world):
    claims, joined, parted = built(make, pair_of, world)
    made = resolved(*claims, joined=joined, parted=parted)
    for event in made.events:
        assert not any(set(pair.ids) <= set(event.claims) for pair in parted)


@FEW
@given(worlds())
def test_joined_claims_are_together_or_the_block_is_said(make, pair_of, resolved, world):
    claims, joined, parted = built(make, pair_of, world)
    made = resolved(*claims, joined=joined, parted=parted)
    together = [set(event.claims) for event in made.events]
    broken = {frozenset(pair.ids) for pair in joined if not any({*pair.ids} <= claims for claims in together)}
    assert len(broken) <= len(made.findings)
    assert not joined or parted or not made.findings


@FEW
@given(worlds())
def test_a_claim_of_something_else_changes_no_event(make, pair_of, resolved, world):
    claims, joined, parted = built(make, pair_of, world)
    before = resolved(*claims, joined=joined, parted=parted)
    stranger = make("stranger", "baptism", when="1688-05", where=["place:lund"], who=["person:x"])
    after = resolved(*claims, stranger, joined=joined, parted=parted)
    assert [event for event in after.events if event.claims != [stranger.id]] == before.events


@FEW
@given(worlds())
def test_no_value_of_an_event_is_without_claim_and_cite(make, pair_of, resolved, world):
    claims, joined, parted = built(make, pair_of, world)
    for event in resolved(*claims, joined=joined, parted=parted).events:
        assert all(value.cites and value.claims and value.values for value in event.values)


def test_a_part_blocks_a_path_of_joins(make, pair_of, resolved):
    a, b, c = (make(name, when=when) for name, when in (("a", "1921-01"), ("b", "1922-01"), ("c", "1923-01")))
    made = resolved(a, b, c, joined=[pair_of("a", "b"), pair_of("b", "c")], parted=[pair_of("a", "c")])
    assert (sorted(event.claims for event in made.events), [finding.code for finding in made.findings]) == (
        [["c-a", "c-b"], ["c-c"]],
        ["resolve.join_blocked"],
    )


def test_a_part_wins_over_likeness(make, pair_of, resolved):
    a, b = (make(name, when="1921-05-04", where=["place:riga"]) for name in "ab")
    made = resolved(a, b, parted=[pair_of("a", "b")])
    assert (len(made.events), made.joins) == (2, [])


def test_a_join_wins_over_dates_that_differ(make, pair_of, resolved):
    made = resolved(make("a", when="1921-05-04"), make("b", when="1930-05-04"), joined=[pair_of("a", "b")])
    assert [(event.claims, event.contested) for event in made.events] == [(["c-a", "c-b"], ["when"])]


def test_a_decision_on_a_claim_that_is_gone_does_no_harm(make, pair_of, resolved):
    made = resolved(make("a", when="1921-05-04"), joined=[pair_of("a", "gone")], parted=[pair_of("gone", "a")])
    assert (len(made.events), made.findings) == (1, [])
