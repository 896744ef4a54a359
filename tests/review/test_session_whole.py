"""What must hold after any acts whatever: the session knows what the log says, and undo restores what was there."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.errors import RegestaError
from regesta.review import decide
from regesta.review.act import target
from regesta.review.decide import Change
from regesta.review.everywhere import alike, unmarked
from regesta.review.fold import fold
from regesta.review.sure import sure

TEXT = "Lwów in November 1939. Lwow again, LWÓW and Lwów; Kraków. Nobody in Lwów or Kraków met."
SINGLE = ["accept", "reject", "skip", "amend", "note", "add", "recall"]
MANY = ["everywhere", "alter", "refuse", "sure", "mark", "page"]
MOVES = ["next", "previous", "first"]
STEPS = [*SINGLE, *MANY, *MOVES, "undo", "other"]


def desk_and_session(new_desk):
    desk = new_desk(TEXT)
    mentions = [
        desk.mention("Lwów", "PLACE", "place:lwow"),
        desk.mention("November 1939", "DATE", "1938-11"),
        desk.mention("Lwow", "PERSON", "person:lwow"),
        desk.mention("LWÓW", "PLACE", "place:lwow"),
        desk.mention("Lwów", "PLACE", "place:lviv", nth=1),
        desk.mention("Kraków", "PLACE", "place:krakow"),
        desk.mention("Kraków", "PLACE", "place:krakow", nth=1),
    ]
    passage = desk.mention("Lwów in November 1939.", "PASSAGE")
    claim = desk.claim(passage, mentions[1], mentions[0])
    return desk, [*mentions, passage], claim, desk.session([*mentions, passage], [claim])


def do(desk, mentions, session, step):
    """One step, as a face would take it; what is refused changes nothing."""
    shown = session.current
    doing = {
        "accept": session.accept,
        "reject": session.reject,
        "skip": session.skip,
        "amend": lambda: session.amend_mention(Change(title=f"t{len(desk.decisions)}")),
        "note": lambda: session.note("hm"),
        "add": lambda: session.add_mention(desk.source, (0, 2 + len(desk.decisions)), "ORG", "org:x"),
        "recall": session.recall,
        "everywhere": lambda: session.everywhere(alike(session, shown), "accept"),
        "alter": lambda: session.everywhere(alike(session, shown), "amend", Change(label="ORG")),
        "refuse": lambda: session.everywhere(alike(session, shown), "reject"),
        "sure": lambda: session.accept_sure(sure(session, desk.source, 1)),
        "mark": lambda: session.add_everywhere(
            [(each.source, (each.start, each.end)) for each in unmarked(session, "Lwów", "ORG", [desk.source])], "ORG"
        ),
        "page": lambda: session.accept_page(
            each for each in session.mentions_near(desk.source, 0, len(TEXT)) if each.status == "open"
        ),
        "undo": session.undo,
        "next": session.next,
        "previous": session.previous,
        "first": lambda: session.go(("mention", mentions[0].id)),
        "other": lambda: session.refresh([desk.says("ben", decide.answer("reject", target(mentions[3])))]),
    }
    with suppress(RegestaError, AttributeError) if shown is None else suppress(RegestaError):
        doing[step]()


@given(steps=st.lists(st.sampled_from(STEPS), max_size=20))
@settings(max_examples=80, deadline=None)
def test_the_session_knows_what_the_log_says_and_no_act_loses_or_doubles_a_decision(new_desk, steps):
    desk, mentions, claim, session = desk_and_session(new_desk)
    for step in steps:
        before = len(desk.decisions), session.saved
        do(desk, mentions, session, step)
        if step != "other":
            assert session.saved - before[1] == len(desk.decisions) - before[0]
    said = fold(desk.decisions, mentions, [claim], {desk.source: desk.text}, [])
    assert session.state.reviewed() == said
    assert len({each.id for each in desk.decisions}) == len(desk.decisions)
    again = desk.session(mentions, [claim])
    names, fresh = session.names, again.names
    for key in ("lwow", "krakow"):
        assert set(names.open(key)) == set(fresh.open(key))
        assert names.tally(key) == fresh.tally(key)
    assert [session.rate.error(each) for each in mentions] == [again.rate.error(each) for each in mentions]


@given(
    steps=st.lists(st.sampled_from([*SINGLE, *MANY, *MOVES]), max_size=12),
    last=st.sampled_from(MANY),
)
@settings(max_examples=60, deadline=None)
def test_undo_of_a_batch_restores_what_was_there(new_desk, steps, last):
    desk, mentions, _, session = desk_and_session(new_desk)
    for step in steps:
        do(desk, mentions, session, step)
    before, left, lines = session.state.reviewed(), session.counts.left, len(desk.decisions)
    do(desk, mentions, session, last)
    if len(desk.decisions) > lines:
        assert session.undo() is not None
        assert session.counts.left >= left
    assert session.state.reviewed() == before
