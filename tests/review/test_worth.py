"""What is asked first where it is to settle most."""

from __future__ import annotations

from regesta.review.queue import Wanted


def test_a_name_with_many_open_mentions_comes_first_then_what_claims_cite_then_the_least_sure(desk):
    date = desk.mention("6 December 1939", "DATE", "1939-12-06")
    later = desk.mention("November 1939", "DATE", "1939-11")
    lwow = desk.mention("Lwów", "PLACE", "place:lwow")
    zakopane = [desk.mention("Zakopane", "PLACE", "place:zakopane", nth=nth) for nth in (0, 1)]
    passage = desk.mention("Some writers claim that the meeting took place in Lwów in November 1939.", "PASSAGE")
    claim = desk.claim(passage, later, lwow)
    session = desk.session([date, later, lwow, *zakopane, passage], [claim], wanted=Wanted(order="worth"))
    asked = []
    while (shown := session.current) is not None:
        asked.append(shown.id)
        session.skip()
    assert asked[:2] == [each.id for each in zakopane]
    assert set(asked[2:5]) == {date.id, later.id, lwow.id}
    assert asked[5] == claim.id
