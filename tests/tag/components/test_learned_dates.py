"""What reviewers mark as a date, and how far it reaches, is learned; what it means stays with the rules."""

from __future__ import annotations

import pytest
import spacy

from regesta.anchor.drafts import Draft
from regesta.tag.components.learned_dates import LearnedDates
from regesta.tag.dates.drafts import drafts
from regesta.tag.dates.pins import Pin
from regesta.tag.layers import Layers, layers

BLANK = spacy.blank("en")


def heard(text: str, *learned: str, pins: tuple[str, ...] = ()) -> Layers:
    """The layers of a text in which a trained model took some words for dates, each at its next place."""
    doc = BLANK.make_doc(text)
    state = layers(doc, text)
    state.drafts = drafts(text)
    state.learned = frozenset({"DATE"})
    after = 0
    for words in learned:
        start = text.index(words, after)
        after = start + len(words)
        state.learned_dates.append((start, after))
    state.pins = [Pin(start=text.index(pin), end=text.index(pin) + len(pin), value="") for pin in pins]
    LearnedDates()(doc)
    return state


def read(state: Layers) -> list[tuple[str, str]]:
    return [(state.text[draft.start : draft.end], draft.value) for draft in state.drafts]


@pytest.mark.parametrize(
    ("text", "learned", "found"),
    [
        ("The bridge fell in the summer of 1931.", ["1931"], [("1931", "1931-22")]),
        ("We met early in the morning on 4 June 1931.", ["4 June 1931"], [("4 June 1931", "1931-06-04")]),
        ("Towards the end of March 1931 they left.", ["March 1931"], [("March 1931", "1931-03-21/1931-03-31")]),
    ],
)
def test_reach_of_date_is_learned_and_value_is_read_from_all_its_words(
    text: str, learned: list[str], found: list[tuple[str, str]]
) -> None:
    assert read(heard(text, *learned)) == found


def test_range_is_parted_where_its_ends_were_learned_apart() -> None:
    state = heard("He served from May 1931 to July 1932.", "May 1931", "July 1932")
    assert read(state) == [("May 1931", "1931-05"), ("July 1932", "1932-07")]
    assert not any(draft.parts for draft in state.drafts)


def test_range_stays_whole_where_it_was_learned_whole() -> None:
    state = heard("He served from May 1931 to July 1932.", "May 1931 to July 1932")
    assert [value for _, value in read(state)] == ["1931-05/1932-07"]


def test_date_that_reviewers_take_for_none_falls_away() -> None:
    assert read(heard("On 4 June 1931 we left. On Friday it rained.", "4 June 1931")) == [("4 June 1931", "1931-06-04")]


def test_date_behind_one_that_falls_away_hangs_on_the_date_before_it() -> None:
    state = heard("On 4 June 1931 we left. The next day it rained. On 9 June we came.", "4 June 1931", "9 June")
    assert read(state) == [("4 June 1931", "1931-06-04"), ("9 June", "1931-06-09")]
    assert state.drafts[1].anchor == 0


def test_date_that_another_takes_its_year_from_stays() -> None:
    state = heard("On 4 June 1931 we left. On 9 June we came.", "9 June")
    assert [value for _, value in read(state)] == ["1931-06-04", "1931-06-09"]
    assert state.drafts[1].anchor == 0


def test_what_people_decided_in_the_text_stands() -> None:
    state = heard("On 4 June 1931 we left. It rained in the summer of 1932.", pins=("4 June 1931", "summer of 1932"))
    assert len(state.drafts) == 2


def test_drafts_of_other_labels_keep_their_places_among_the_anchors() -> None:
    text = "On 4 June 1931 we left. On 9 June we came."
    doc = BLANK.make_doc(text)
    state = layers(doc, text)
    first, second = drafts(text)
    other = Draft(start=15, end=17, label="CUE", value="", by=first.by)
    state.drafts = [first, other, Draft(start=second.start, end=second.end, label="DATE", value="1931-06-09",
                                        by=second.by, anchor=0)]  # fmt: skip
    state.learned = frozenset({"DATE"})
    state.learned_dates = [(27, 33)]
    LearnedDates()(doc)
    assert [(draft.label, draft.anchor) for draft in state.drafts] == [("DATE", None), ("CUE", None), ("DATE", 0)]
