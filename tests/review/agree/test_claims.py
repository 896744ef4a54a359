"""Claims and joins of two reviewers: which of them both answered, slot by slot, and where they differ."""

from __future__ import annotations

import msgspec
import pytest

from regesta.model.claim import Claim
from regesta.model.event import Join
from regesta.model.same import Same, Side
from regesta.review import decide
from regesta.review.act import draft, target
from regesta.review.agree.claims import claim_differences, claim_figures
from regesta.review.agree.joins import join_differences, join_figures, sources_of
from regesta.review.agree.opinions import held_claims, held_joins, passages_seen
from regesta.review.decide import answer
from regesta.review.ledger import SETTLING, Ledger

NAMES = ("anna", "ben")


@pytest.fixture
def bench(desk):
    """Two claims, a pair of them and a pair of names, and short ways to say what reviewers do to them."""

    class Bench:
        passage = desk.mention("On 6 December 1939 officers of both services met in Zakopane.", "PASSAGE")
        other = desk.mention("Nobody kept minutes in Zakopane.", "PASSAGE")
        when = desk.mention("6 December 1939", "DATE", "1939-12-06")
        where = desk.mention("Zakopane", "PLACE", "place:zakopane")
        later = desk.mention("November 1939", "DATE", "1939-11")
        claims = (desk.claim(passage, when, where), desk.claim(other, later, where))
        join = Join(id="j-1", claims=sorted(claim.id for claim in claims), score=0.5)
        same = Same(
            id="s-1",
            kind="person",
            sides=[Side(entity="person:a", label="A", mentions=[where]), Side(entity="person:b", label="B")],
            score=0.5,
        )

        def accept(self, reviewer: str, claim: Claim, **changes: object) -> None:
            values = [
                msgspec.structs.replace(value, **changes[value.property]) if value.property in changes else value
                for value in claim.values
            ]
            held = msgspec.structs.replace(claim, values=values)
            desk.says(reviewer, answer("accept", target(held, seen=claim)))

        def says(self, reviewer: str, act):
            return desk.says(reviewer, act)

        @property
        def ledger(self) -> Ledger:
            return Ledger(desk.decisions)

        def figures(self):
            held = held_claims(self.ledger, self.claims, NAMES)
            return {each.name: each for each in claim_figures(held, *NAMES)}

        def differences(self):
            held = held_claims(self.ledger, self.claims, NAMES)
            return claim_differences(held, *NAMES, {each.id: each for each in (self.passage, self.other)})

        def joins(self):
            held = held_joins(self.ledger, NAMES)
            return {each.name: each for each in join_figures(held, *NAMES)}

        def claim(self, name: str) -> Claim | None:
            return next((claim for claim in self.claims if claim.id == name), None)

    return Bench()


def test_slots_are_compared_one_by_one_over_what_both_accept(bench):
    bench.accept("anna", bench.claims[0])
    bench.accept("ben", bench.claims[0], when={"edtf": "1939-12"}, where={"entity": "place:krynica"})
    found = bench.figures()
    assert found["type"].same == 1.0
    assert (found["when"].units, found["when"].same, found["when"].strict.value) == (1, 0.0, 0.0)
    assert found["when"].relaxed.value == 1.0
    assert (found["where"].strict.value, found["where"].relaxed.value) == (0.0, 0.0)
    assert found["when"].kappa is None
    assert any("fewer than 10 units" in caution for caution in found["when"].cautions)
    assert "who" not in found


def test_a_rejection_is_one_of_the_answers_to_the_type_and_fills_no_slot(bench):
    for claim in bench.claims:
        bench.accept("anna", claim)
    bench.accept("ben", bench.claims[0])
    bench.says("ben", answer("reject", target(bench.claims[1])))
    found = bench.figures()
    assert (found["type"].units, found["type"].same) == (2, 0.5)
    assert (found["when"].units, found["when"].strict.value) == (1, 1.0)


def test_a_difference_stands_at_its_passage_and_says_what_only_one_of_them_says(bench):
    bench.accept("anna", bench.claims[0])
    bench.accept("ben", bench.claims[0], when={"edtf": "1939-12"})
    (found,) = bench.differences()
    assert (found.start, found.end) == (bench.passage.start, bench.passage.end)
    assert found.answers == {"anna": "when 1939-12-06 (6 December 1939)", "ben": "when 1939-12 (December 1939)"}


def test_passages_are_known_from_the_decisions_alone(bench, desk):
    desk.says("anna", answer("accept", target(bench.claims[0], cited=[bench.passage, bench.when])))
    assert passages_seen(bench.ledger, lambda _: desk.text) == {bench.passage.id: bench.passage}
    assert passages_seen(bench.ledger, lambda _: "Other words.") == {}


def test_what_both_hold_alike_is_no_difference_though_one_wrote_it_out(bench):
    bench.accept("anna", bench.claims[0])
    bench.accept("ben", bench.claims[0], when={"edtf": "1939-12-06"})
    assert bench.differences() == []


def test_pairs_that_both_answered_are_counted_claims_and_names_apart(bench):
    bench.says("anna", decide.join(bench.join))
    bench.says("ben", decide.part(bench.join))
    for name in NAMES:
        bench.says(name, decide.join(bench.same))
    found = bench.joins()
    assert (found["one event"].units, found["one event"].same) == (1, 0.0)
    assert (found["one name"].units, found["one name"].same) == (1, 1.0)
    assert found["one event"].kappa.value == 0.0
    assert any("nobody is kept from seeing" in caution for caution in found["one event"].cautions)


def test_a_pair_that_one_has_not_answered_is_no_unit(bench):
    bench.says("anna", decide.join(bench.join))
    assert bench.joins() == {}


def test_a_ruling_on_a_pair_is_nobody_s_opinion(bench, desk):
    bench.says("anna", decide.join(bench.join))
    ruled = draft(decide.part(bench.join), "ben", "laptop", "1970-01-01T00:00:00Z", f"{SETTLING}1")
    desk.decisions.append(msgspec.structs.replace(ruled, id="ruling", clock=99))
    assert bench.joins() == {}


def test_a_pair_that_they_see_otherwise_is_told_with_both_claims(bench):
    bench.says("anna", decide.join(bench.join))
    bench.says("ben", decide.part(bench.join))
    held = held_joins(bench.ledger, NAMES)
    passages = {each.id: each for each in (bench.passage, bench.other)}
    (found,) = join_differences(held, *NAMES, bench.claim, passages)
    assert (found.kind, found.answers) == ("join", {"anna": "one", "ben": "two"})
    assert found.about.count("kowal1951: meeting") == 2
    assert found.end > found.start
    assert sources_of(bench.join, bench.claim) == {"kowal1951"}


def test_a_pair_of_names_is_told_by_both_names(bench):
    bench.says("anna", decide.join(bench.same))
    bench.says("ben", decide.part(bench.same))
    (found,) = join_differences(held_joins(bench.ledger, NAMES), *NAMES, bench.claim, {})
    assert found.about == "A (person:a) | B (person:b)"
    assert found.source == "kowal1951"
