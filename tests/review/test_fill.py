"""A slot of a claim filled by words that were selected, and a claim made from a selected passage."""

from __future__ import annotations

import pytest

from regesta.errors import RegestaError
from regesta.review.decide_claim import ClaimChange
from regesta.review.queue import Wanted
from regesta.review.slots import Typed

CLAIM = Wanted(kinds=("claim",))


@pytest.fixture
def claimed(desk):
    november = desk.mention("November 1939", "DATE", "1939-11")
    lwow = desk.mention("Lwów", "PLACE", "place:lwow")
    passage = desk.mention("Some writers claim that the meeting took place in Lwów in November 1939.", "PASSAGE")
    return [november, lwow, passage], desk.claim(passage, november, lwow)


def span(desk, words):
    at = desk.text.index(words)
    return at, at + len(words)


def test_selected_words_become_a_value_that_cites_them(desk, claimed):
    mentions, claim = claimed
    session = desk.session(mentions, [claim], wanted=CLAIM)
    made = session.fill(Typed(property="who", text="", role="witness", span=span(desk, "Some writers")), "+=")
    value = made.set.values[-1]
    (cited,) = [each for each in made.target.cited if each.id == value.cites[0]]
    assert (value.entity, value.role, value.hedge) == ("person:some-writers", "witness", "none")
    assert (cited.exact, cited.start) == ("Some writers", desk.text.index("Some writers"))


def test_a_selected_mention_gives_its_value(desk, claimed):
    mentions, claim = claimed
    session = desk.session(mentions, [claim], wanted=CLAIM)
    made = session.fill(Typed(property="where", text="", span=span(desk, "Lwów")), "+=")
    assert made.set.values[-1].entity == "place:lwow"
    assert made.set.values[-1].cites == [mentions[1].id]


def test_a_typed_value_can_rest_on_selected_words(desk, claimed):
    mentions, claim = claimed
    session = desk.session(mentions, [claim], wanted=CLAIM)
    made = session.fill(Typed(property="when", text="1939-11-20", span=span(desk, "November 1939")))
    (when,) = [each for each in made.set.values if each.property == "when"]
    assert (when.edtf, when.cites) == ("1939-11-20", [mentions[0].id])


def test_words_outside_the_passage_bear_nothing_out(desk, claimed):
    mentions, claim = claimed
    session = desk.session(mentions, [claim], wanted=CLAIM)
    with pytest.raises(RegestaError, match="“Zakopane” does not stand in the passage"):
        session.fill(Typed(property="where", text="", span=span(desk, "Zakopane")))
    assert desk.decisions == []


def test_a_claim_is_made_from_a_selected_passage(desk, claimed):
    mentions, _ = claimed
    session = desk.session(mentions[:2])
    session.add_claim(desk.source, span(desk, "the meeting took place in Lwów"), "meeting", ClaimChange())
    (made,) = session.state.claims.values()
    assert session.cited(made.record)[made.record.passage].exact == "the meeting took place in Lwów"
    assert session.excerpt(session.item(("claim", made.record.id))) is not None
