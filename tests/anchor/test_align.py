"""Two states of a text are aligned: what is the same is the same, and what was moved is found."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from regesta.anchor.align import Run, align

FIRST = "The envoys of both powers met in the town hall and spoke until midnight of frontiers."
SECOND = "A clerk wrote down what each of them said, and his notes were sealed in one envelope."
THIRD = "Nobody opened that envelope again before the archive itself was moved to the capital."

words = st.sampled_from(["met", "in", "the", "town", "of", "Grusk", "1939", "shot", "on", "same", "day.", "Lwów", "𝔄"])
texts = st.lists(st.one_of(words, st.just("\n\n")), max_size=60).map(" ".join)


def kept(old: str, new: str) -> list[tuple[str, bool]]:
    return [(old[run.old : run.old_end], run.moved) for run in align(old, new).runs]


@given(texts, texts)
def test_runs_are_the_same_in_both_texts_and_share_nothing(old: str, new: str) -> None:
    runs = align(old, new).runs
    assert all(old[run.old : run.old_end] == new[run.new : run.new_end] for run in runs)
    for start, end in (("old", "old_end"), ("new", "new_end")):
        ordered = sorted(runs, key=lambda run: getattr(run, start))
        assert all(getattr(one, end) <= getattr(two, start) for one, two in pairwise(ordered))


@given(texts)
def test_a_text_is_its_own_text(text: str) -> None:
    bare = text.strip()
    assert align(bare, bare).runs == ([Run(0, 0, len(bare))] if bare else [])


def test_a_corrected_letter_parts_two_runs() -> None:
    assert kept("They met in tbe hall.", "They met in the hall.") == [("They met in t", False), ("e hall.", False)]


def test_a_moved_paragraph_is_one_run_out_of_order() -> None:
    old, new = "\n\n".join([FIRST, SECOND, THIRD]), "\n\n".join([SECOND, THIRD, FIRST])
    assert kept(old, new) == [(FIRST, True), (f"{SECOND}\n\n{THIRD}", False)]


def test_a_moved_paragraph_that_was_corrected_as_well_is_followed_to_its_edges() -> None:
    corrected = FIRST.replace("The envoys", "Thc cnvoys").replace("midnight", "midnigbt")
    runs = align("\n\n".join([corrected, SECOND, THIRD]), "\n\n".join([SECOND, THIRD, FIRST])).runs
    moved = [run for run in runs if run.moved]
    assert moved[0].old == 0
    assert sum(run.length for run in moved) > len(FIRST) - 6


def test_white_space_between_the_same_words_may_differ() -> None:
    assert kept("They met\nin Grusk.", "They met in Grusk.") == [("They met", False), ("in Grusk.", False)]
