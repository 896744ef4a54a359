"""Drafts become mentions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from regesta.anchor.drafts import Draft, mentions
from regesta.model.mention import By

TEXT = "They met on 6 December 1939 and a day later."
BY = By(component="dates")


def test_a_mention_says_from_which_other_it_took_its_value() -> None:
    later = Draft(start=32, end=43, label="DATE", value="1939-12-07", by=BY, rule="day_later", anchor=1)
    first = Draft(start=12, end=27, label="DATE", value="1939-12-06", by=BY)
    one, two = mentions("wrobel", TEXT, [], [later, first])
    assert (one.exact, two.exact) == ("6 December 1939", "a day later")
    assert two.anchor == one.id


def test_of_two_drafts_for_one_span_the_first_stays() -> None:
    first = Draft(start=12, end=27, label="DATE", value="1939-12-06", by=BY)
    second = Draft(start=12, end=27, label="DATE", value="1941-12-06", by=BY)
    [kept] = mentions("wrobel", TEXT, [], [first, second])
    assert kept.value == "1939-12-06"


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(0, 80), st.integers(1, 10)), max_size=20))
def test_ids_are_unique_and_quotes_are_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    drafts = [
        Draft(start=start, end=start + length, label="PLACE", value="", by=BY)
        for start, length in spans
        if start + length <= len(text)
    ]
    made = mentions("s", text, [], drafts)
    assert len({mention.id for mention in made}) == len(made) == len({(draft.start, draft.end) for draft in drafts})
    assert all(text[mention.start : mention.end] == mention.exact for mention in made)
