"""How far each stretch of a source has come."""

from __future__ import annotations

from regesta.review.decide import Change
from regesta.review.stretches import mentions_of, progress, stretches


def test_what_waits_is_counted_as_it_would_be_shown(new_desk):
    desk = new_desk("".join(f"From Lwów to Zakopane in {1000 + n}.\n\n" for n in range(500)))
    made = [desk.mention("Lwów", "PLACE", nth=nth) for nth in range(400)]
    session = desk.session([*made, desk.mention("Zakopane", "QUANTITY")])
    session.accept()
    session.reject()
    session.skip()
    session.go(("mention", made[-1].id))
    session.amend_mention(Change(span=(made[-1].start, made[-1].end + 4)))
    session.add_mention(desk.source, (13, 21), "PLACE")
    found = progress(session, desk.source)
    shown = [mentions_of(session, where) for where in stretches(session, desk.source)]
    assert [each.open + each.decided for each in found] == [len(items) for items in shown]
    assert sum(each.decided for each in found) == 4
    assert sum(len(items) for items in shown) == 401
