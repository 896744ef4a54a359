"""Which place of a queue comes next."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from regesta.review.waiting import Waiting

PLACES = st.sampled_from([0, 1, 2, 63, 64, 4095, 4096, 4097, 8191, 8192, 50_000, 99_999])


@given(steps=st.lists(st.tuples(st.booleans(), PLACES)), place=PLACES)
def test_the_next_is_the_first_from_here_on_and_then_from_the_beginning(steps, place):
    waiting, plain = Waiting(), set()
    for taken_in, each in steps:
        (waiting.add if taken_in else waiting.discard)(each)
        (plain.add if taken_in else plain.discard)(each)
    later = [each for each in plain if each >= place]
    assert waiting.since(place) == (min(later) if later else min(plain, default=None))
    assert len(waiting) == len(plain)
    assert all((each in waiting) == (each in plain) for each in range(100))


@given(waits=st.lists(st.booleans(), max_size=5000))
def test_a_queue_is_taken_in_as_a_whole(waits):
    waiting = Waiting(waits)
    assert len(waiting) == sum(waits)
    assert [place in waiting for place in range(len(waits))] == waits
    assert waiting.since(0) == next((place for place, each in enumerate(waits) if each), None)
