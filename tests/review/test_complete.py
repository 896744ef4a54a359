"""The mark that a source is reviewed to the end."""

from __future__ import annotations

import pytest

from regesta.errors import RegestaError
from regesta.review import decide
from regesta.review.act import target
from regesta.review.complete import complete, mark


def standings(desk, *mentions):
    return list(desk.fold(mentions).mentions.values())


def decided(desk):
    place, date = desk.mention("Lwów", "PLACE"), desk.mention("November 1939", "DATE", "1939-11")
    desk.says("anna", decide.answer("accept", target(place)))
    desk.says("anna", decide.answer("reject", target(date)))
    return place, date


def test_a_source_is_marked_once_all_is_decided(desk):
    found = decided(desk)
    desk.says("anna", mark(standings(desk, *found)))
    assert complete(desk.decisions) == {desk.source: ("DATE", "PLACE", "PERSON", "ORG")}


def test_it_is_refused_while_something_waits(desk):
    found = decided(desk)
    with pytest.raises(RegestaError, match="1 of its mentions"):
        mark(standings(desk, *found, desk.mention("Zakopane", "PLACE")))


def test_what_waits_under_other_labels_does_not_count(desk):
    found = decided(desk)
    waiting = desk.mention("Zakopane", "PLACE")
    desk.says("anna", mark(standings(desk, *found, waiting), ["DATE"]))
    assert complete(desk.decisions) == {desk.source: ("DATE",)}


def test_an_empty_source_cannot_bear_it():
    with pytest.raises(RegestaError, match="nothing to hang"):
        mark([])


def test_it_is_taken_back_like_any_answer(desk):
    found = decided(desk)
    given = desk.says("anna", mark(standings(desk, *found)))
    desk.says("anna", decide.retract(given))
    assert complete(desk.decisions) == {}


def test_other_notes_are_no_marks(desk):
    place, _ = decided(desk)
    desk.says("anna", decide.answer("note", target(place), "complete nonsense"))
    assert complete(desk.decisions) == {}
