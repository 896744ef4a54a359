"""Scores are what they are by hand, and intervals hold them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.model.training import Marked
from regesta.tag.training.score import STRETCH, gain, scores, units

LABELS = ("DATE", "PLACE", "PERSON", "ORG")
spans = st.lists(
    st.builds(
        lambda at, size, label: Marked(at * 10, at * 10 + size, label),
        st.integers(0, 900),
        st.integers(1, 9),
        st.sampled_from(LABELS),
    ),
    max_size=30,
)


def scored(reviewed, proposed):
    (found,) = units({"a": reviewed}, [{"a": proposed}], LABELS)
    return {score.label: score for score in scores(found)}


def test_strict_wants_the_same_words_and_relaxed_an_overlap():
    reviewed = [Marked(0, 4, "PLACE"), Marked(10, 20, "PERSON"), Marked(30, 34, "PLACE")]
    proposed = [Marked(0, 4, "PLACE"), Marked(14, 20, "PERSON"), Marked(30, 34, "ORG")]
    found = scored(reviewed, proposed)
    assert (found["PLACE"].precision, found["PLACE"].recall, found["PLACE"].f1) == (1.0, 0.5, 0.6667)
    assert (found["PERSON"].f1, found["PERSON"].relaxed_f1) == (0.0, 1.0)
    assert (found["ALL"].reviewed, found["ALL"].proposed, found["ALL"].f1) == (3, 3, 0.3333)


def test_a_span_finds_one_partner_at_most():
    found = scored([Marked(0, 20, "PLACE")], [Marked(0, 5, "PLACE"), Marked(6, 9, "PLACE")])
    assert (found["PLACE"].relaxed_precision, found["PLACE"].relaxed_recall) == (0.5, 1.0)


def test_what_is_proposed_where_nothing_was_marked_counts_against():
    found = scored([], [Marked(0, 5, "PLACE")])
    assert (found["PLACE"].precision, found["PLACE"].f1) == (0.0, 0.0)


@settings(max_examples=25, deadline=None)
@given(spans, spans)
def test_the_interval_holds_between_nought_and_one(reviewed, proposed):
    for score in scored(reviewed, proposed).values():
        assert 0 <= score.low <= score.high <= 1


def test_a_perfect_answer_has_a_narrow_interval():
    reviewed = [Marked(at * STRETCH, at * STRETCH + 4, "PLACE") for at in range(20)]
    assert (scored(reviewed, reviewed)["ALL"].low, scored(reviewed, reviewed)["ALL"].high) == (1.0, 1.0)


def test_a_gain_everywhere_is_beyond_doubt_and_none_is_none():
    reviewed = {"a": [Marked(at * STRETCH, at * STRETCH + 4, "PLACE") for at in range(20)]}
    half = {"a": reviewed["a"][::2]}
    before, after = units(reviewed, [half, reviewed], LABELS)
    assert gain(before, after)[0] > 0
    assert gain(after, after) == (0.0, 0.0)
    assert gain([], []) == (0.0, 0.0)
