"""What is in conflict: additions that others did not make in what both reviewed to the end, and pairs."""

from __future__ import annotations

import pytest

from regesta.model.event import Join
from regesta.review import decide
from regesta.review.act import target
from regesta.review.conflicts import conflicts, take
from regesta.review.decide import add, answer, new_mention


@pytest.fixture
def bench(desk):
    """A desk with two proposals that both reviewers accept, and short ways to say more."""

    class Bench:
        proposals = [desk.mention("6 December 1939", "DATE", "1939-12-06"), desk.mention("Lwów", "PLACE", "place:lwow")]

        def add(self, reviewer: str, words: str, label: str = "ORG") -> None:
            at = desk.text.index(words)
            desk.says(
                reviewer, add(new_mention(desk.source, desk.text, (at, at + len(words)), label, reviewer=reviewer))
            )

        def complete(self, reviewer: str, words: str = "complete") -> None:
            desk.says(reviewer, answer("note", target(self.proposals[0]), words))

        def session(self, *proposed):
            return desk.session([*self.proposals, *proposed], reviewer="carla")

        def sides(self, *proposed):
            return [
                {name: [held.exact for held in side.values() if held] for name, side in each.sides.items()}
                for each in conflicts(self.session(*proposed))
            ]

    made = Bench()
    desk.adjudicators = ["carla"]
    for name in ("anna", "ben"):
        for proposal in made.proposals:
            desk.says(name, answer("accept", target(proposal)))
    return made


def test_what_one_added_in_what_both_reviewed_to_the_end_is_in_conflict(bench):
    bench.add("anna", "both services")
    bench.complete("anna")
    assert bench.sides() == []
    bench.complete("ben")
    assert bench.sides() == [{"anna": ["both services"], "ben": []}]
    (conflict,) = conflicts(bench.session())
    assert conflict.silent == {"ben"}


def test_it_is_in_conflict_although_the_memory_proposes_it_now(bench, desk):
    bench.add("anna", "both services")
    bench.complete("anna")
    bench.complete("ben")
    added = desk.decisions[4].target.mention
    assert bench.sides(added) == [{"anna": ["both services"], "ben": []}]


def test_the_labels_that_were_looked_for_bound_what_silence_says(bench):
    bench.add("anna", "both services")
    bench.complete("anna")
    bench.complete("ben", "complete DATE PLACE")
    assert bench.sides() == []


def test_what_an_adjudicator_added_is_settled(bench):
    bench.add("carla", "both services")
    for name in ("anna", "ben", "carla"):
        bench.complete(name)
    assert bench.sides() == []


def test_who_found_nothing_stands_beside_spans_that_overlap(bench):
    bench.add("anna", "officers of both services")
    bench.add("ben", "both services")
    for name in ("anna", "ben", "dora"):
        bench.complete(name)
    assert bench.sides() == [{"anna": ["officers of both services"], "ben": ["both services"], "dora": []}]


@pytest.mark.parametrize(("side", "left"), [("anna", "accepted"), ("ben", "rejected")])
def test_a_ruling_settles_it_either_way(bench, side, left):
    bench.add("anna", "both services")
    bench.complete("anna")
    bench.complete("ben")
    session = bench.session()
    (conflict,) = conflicts(session)
    session.settle(conflict.items, lambda each: take(session, conflict, side, each))
    assert conflicts(session) == []
    assert session.item(conflict.items[0].key).status == left


def test_a_pair_that_one_joins_and_another_keeps_apart_is_in_conflict_and_can_be_ruled_on(bench, desk):
    passage = desk.mention("On 6 December 1939 officers of both services met in Zakopane.", "PASSAGE")
    other = desk.mention("Nobody kept minutes in Zakopane.", "PASSAGE")
    claims = [desk.claim(each, bench.proposals[0], bench.proposals[1]) for each in (passage, other)]
    join = Join(id="j-1", claims=sorted(claim.id for claim in claims), score=0.5)
    desk.says("anna", decide.join(join))
    desk.says("ben", decide.part(join))
    session = desk.session([*bench.proposals, passage, other], claims, [join], reviewer="carla")
    (conflict,) = conflicts(session)
    assert conflict.sides == {"anna": {"j-1": join}, "ben": {"j-1": None}}
    assert conflicts(session, ["kowal1951"]) == [conflict]
    assert conflicts(session, ["another"]) == []
    session.settle(conflict.items, lambda each: take(session, conflict, "anna", each))
    assert conflicts(session) == []
    assert session.item(conflict.items[0].key).status == "accepted"
