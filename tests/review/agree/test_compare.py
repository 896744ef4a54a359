"""Two reviewers side by side: what counts as the same place, what is unknown, and what the figures say."""

from __future__ import annotations

import pytest

from regesta.review.act import target
from regesta.review.agree.caution import cautions
from regesta.review.agree.compare import compared, together
from regesta.review.agree.figures import Rated
from regesta.review.agree.interval import interval, passages
from regesta.review.agree.opinions import opinions
from regesta.review.decide import Change, add, amend_mention, answer, new_mention, retract
from regesta.review.ledger import Ledger


@pytest.fixture
def bench(desk):
    """A desk with proposals, and short ways to say what reviewers do to them."""

    class Bench:
        proposals = [
            desk.mention("6 December 1939", "DATE", "1939-12-06"),
            desk.mention("Zakopane", "PLACE", "place:zakopane"),
            desk.mention("Lwów", "PLACE", "place:lwow"),
            desk.mention("November 1939", "DATE", "1939-11"),
        ]

        def say(self, reviewer, at, given="accept"):
            return desk.says(reviewer, answer(given, target(self.proposals[at])))

        def amend(self, reviewer, at, **change):
            return desk.says(reviewer, amend_mention(self.proposals[at], desk.text, Change(**change)))

        def add(self, reviewer, words, label):
            at = desk.text.index(words)
            span = (at, at + len(words))
            return desk.says(reviewer, add(new_mention(desk.source, desk.text, span, label, reviewer=reviewer)))

        def complete(self, reviewer, words="complete"):
            return desk.says(reviewer, answer("note", target(self.proposals[0]), words))

        def opinions(self, *names):
            return opinions(Ledger(desk.decisions), self.proposals, names or ("anna", "ben"), lambda _: desk.text)

        def compared(self):
            return compared(self.opinions(), "anna", "ben")

    return Bench()


def both(bench, *answers):
    for at, (one, other) in enumerate(answers):
        bench.say("anna", at, one)
        bench.say("ben", at, other)


def test_what_both_accept_is_the_same_and_known_to_rest_on_one_proposal(bench):
    both(bench, ("accept", "accept"), ("accept", "accept"), ("reject", "reject"))
    pair, differences = bench.compared()
    assert (pair.all.units, pair.all.same, pair.all.kept, pair.all.apart) == (3, 1.0, 2, 1.0)
    assert pair.all.kappa.value == 1.0
    assert differences == []
    assert any("2 of 3 agreements are proposals that both accepted" in caution for caution in pair.all.cautions)


def test_what_one_has_not_answered_is_unknown_and_no_disagreement(bench):
    both(bench, ("accept", "accept"))
    bench.say("anna", 1)
    bench.say("ben", 2, "skip")
    pair, differences = bench.compared()
    assert (pair.all.units, differences) == (1, [])


def test_without_the_mark_of_both_there_is_no_f1_and_silence_means_nothing(bench):
    both(bench, ("accept", "accept"))
    bench.add("anna", "Some writers", "PERSON")
    bench.complete("anna")
    pair, differences = bench.compared()
    assert (pair.all.units, pair.all.strict, differences) == (1, None, [])


def test_in_a_source_that_both_reviewed_to_the_end_silence_is_an_answer(bench):
    both(bench, ("accept", "accept"))
    bench.add("anna", "Some writers", "PERSON")
    bench.complete("anna")
    bench.complete("ben")
    pair, (difference,) = bench.compared()
    assert (difference.kind, difference.answers["ben"]) == ("missing", None)
    assert pair.all.strict.value == pytest.approx(2 / 3, abs=1e-4)


def test_even_there_a_proposal_that_one_left_unanswered_is_unknown(bench):
    both(bench, ("accept", "accept"))
    bench.say("anna", 1)
    bench.complete("anna")
    bench.complete("ben")
    pair, differences = bench.compared()
    assert (pair.all.units, pair.all.strict.value, differences) == (1, 1.0, [])


def test_what_one_added_is_an_addition_although_the_memory_proposes_it_now(bench):
    both(bench, ("accept", "accept"))
    added = bench.add("anna", "Some writers", "PERSON").target.mention
    bench.complete("anna")
    bench.complete("ben")
    bench.proposals = [*bench.proposals, added]
    (difference,) = bench.compared()[1]
    assert (difference.kind, difference.answers["ben"]) == ("missing", None)


def test_the_labels_that_were_looked_for_bound_what_silence_says(bench):
    both(bench, ("accept", "accept"))
    bench.add("anna", "Some writers", "PERSON")
    bench.complete("anna")
    bench.complete("ben", "complete DATE PLACE")
    assert bench.compared()[1] == []


def test_added_spans_that_overlap_are_one_place(bench):
    both(bench, ("accept", "accept"))
    bench.add("anna", "officers of both services", "ORG")
    bench.add("ben", "both services", "ORG")
    bench.complete("anna")
    bench.complete("ben")
    pair, (difference,) = bench.compared()
    assert (difference.kind, pair.all.units) == ("span", 2)
    assert (pair.all.strict.value, pair.all.relaxed.value, pair.all.same) == (0.5, 1.0, 1.0)


def test_the_same_words_with_another_label_are_one_place(bench):
    bench.amend("anna", 2, label="ORG")
    bench.say("ben", 2, "reject")
    bench.add("ben", "Lwów", "PERSON")
    pair, (difference,) = bench.compared()
    assert (pair.all.units, difference.kind) == (1, "label")


def test_another_value_is_a_difference_though_the_label_is_the_same(bench):
    bench.amend("anna", 3, value="1939-11-05")
    bench.say("ben", 3)
    pair, (difference,) = bench.compared()
    assert (pair.all.same, pair.all.values, difference.kind) == (1.0, 0.0, "value")


def test_two_spans_of_one_reviewer_match_no_more_than_one_each(bench):
    both(bench, ("accept", "accept"))
    bench.add("anna", "both services met", "ORG")
    bench.add("ben", "both services", "ORG")
    bench.add("ben", "met", "ORG")
    bench.complete("anna")
    bench.complete("ben")
    pair, _ = bench.compared()
    assert pair.all.relaxed.value == pytest.approx(2 * 2 / (2 + 3))


def test_who_gives_way_later_still_counts_by_the_first_answer(bench):
    both(bench, ("accept", "reject"))
    bench.say("ben", 0, "accept")
    assert bench.compared()[0].all.same == 0.0


def test_who_answers_anew_before_anybody_else_counts_by_the_last(bench):
    bench.say("anna", 0, "reject")
    bench.say("anna", 0, "accept")
    bench.say("ben", 0)
    assert bench.compared()[0].all.same == 1.0


def test_an_answer_that_was_taken_back_is_none(bench, desk):
    bench.say("anna", 0)
    desk.says("ben", retract(bench.say("ben", 0, "reject")))
    assert bench.compared()[0].all.units == 0


def test_by_label_and_by_source_the_same_places_are_counted(bench):
    both(bench, ("accept", "accept"), ("accept", "reject"), ("accept", "accept"), ("reject", "accept"))
    pair, _ = bench.compared()
    assert [(each.name, each.units, each.same) for each in pair.labels] == [("DATE", 2, 0.5), ("PLACE", 2, 0.5)]
    assert [(each.name, each.units) for each in pair.sources] == [("kowal1951", 4)]


def test_more_than_two_are_compared_although_each_left_something_out(bench):
    both(bench, ("accept", "accept"), ("accept", "reject"), ("reject", "reject"))
    bench.say("carla", 1)
    bench.say("carla", 2, "reject")
    held = bench.opinions("anna", "ben", "carla")
    pairs = [compared(held, *names)[0] for names in (("anna", "ben"), ("anna", "carla"), ("ben", "carla"))]
    overall = together(held, ["anna", "ben", "carla"], pairs)
    assert overall.units == 3
    assert 0 < overall.alpha.value < 1


def warned(*pairs: tuple[str, str]) -> str:
    rated = [Rated(source="s", start=0, ratings={"anna": one, "ben": other}) for one, other in pairs]
    return " ".join(cautions(rated, len(rated), sum(one == other for one, other in pairs), 0))


def test_what_makes_a_figure_mean_nothing_is_said():
    assert "nothing that both have looked at" in warned()
    assert "fewer than 10 units" in warned(*[("DATE", "PLACE")] * 9)
    assert "fewer than 30 units" in warned(*[("DATE", "PLACE")] * 29)
    assert "cannot tell that from chance" in warned(*[("DATE", "DATE")] * 40)
    assert "unstable" in warned(*[("DATE", "DATE")] * 38, ("DATE", "PLACE"), ("PLACE", "DATE"))
    assert warned(*[("DATE", "DATE"), ("PLACE", "PLACE")] * 20) == ""


def test_an_interval_wants_five_passages_and_holds_the_figure():
    def share(counts):
        return counts["same"] / counts["all"]

    some = [{"same": 8.0 + at % 3, "all": 10.0} for at in range(20)]
    low, high = interval(some, share)
    assert low < sum(each["same"] for each in some) / 200 < high
    assert interval(some[:4], share) is None
    assert interval(some, share) == (low, high)


def test_passages_are_put_together_where_they_are_many():
    rated = [Rated(source="s", start=at * 2000, ratings={}) for at in range(1234)]
    found = passages(rated)
    assert len(found) <= 100
    assert [unit for group in found for unit in group] == rated
