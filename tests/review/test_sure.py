"""Proposals that are surely right: a sample first, then the rest of the page in one act."""

from __future__ import annotations

import msgspec
import pytest

from regesta.errors import RegestaError
from regesta.model.mention import Alternative, By
from regesta.review.decide import Change
from regesta.review.stretches import progress
from regesta.review.sure import BOUND, is_one_thing, sure
from regesta.review.sure_rate import Rate, SureRate

SURE = By(component="regesta_people", version="1", score=0.99)


@pytest.fixture
def crowd(new_desk):
    """A page with twenty people, all proposed by a component that is mostly right, and one that is mostly wrong."""
    names = [f"Jan {letter}owicz" for letter in "ABCDEFGHIJKLMNOPRSTW"]
    desk = new_desk("; ".join(names) + ". The Reich.")
    people = [
        msgspec.structs.replace(desk.mention(name, "PERSON", f"person:{at}"), by=SURE) for at, name in enumerate(names)
    ]
    unsure = msgspec.structs.replace(desk.mention("Reich", "PLACE", "place:reich"), by=By(component="x", score=0.5))
    session = desk.session([*people, unsure])
    session.rate._measured = {("PERSON", "regesta_people", 0.95): Rate(right=98, decided=100)}
    return desk, people, session


def answer_sample(session, desk, wrong=0):
    for number, each in enumerate(sure(session, desk.source, 1).sample):
        session.go(each.key)
        session.reject() if number < wrong else session.accept()


def test_a_few_are_shown_first_and_the_rest_only_after_they_were_answered(crowd):
    desk, _people, session = crowd
    offered = sure(session, desk.source, 1)
    assert (len(offered.sample), len(offered.rest), offered.is_offered) == (3, 17, False)
    with pytest.raises(RegestaError, match="looked at first"):
        session.accept_sure(offered)
    answer_sample(session, desk)
    offered = sure(session, desk.source, 1)
    assert (offered.sample, len(offered.rest), offered.answered, offered.wrong) == ([], 17, 3, 0)
    made = session.accept_sure(offered)
    assert {each.answer for each in made} == {"accept"}
    assert made[0].note.startswith("surely right: 3 looked at, 0 wrong, 17 accepted, 1.9% expected")
    assert session.counts.left == 1


def test_the_sample_is_the_same_on_every_machine_and_does_not_grow_while_it_is_answered(crowd):
    desk, _people, session = crowd
    first = sure(session, desk.source, 1).sample
    session.go(first[0].key)
    session.accept()
    assert [each.id for each in sure(session, desk.source, 1).sample] == [each.id for each in first[1:]]


def test_where_the_sample_is_wrong_the_rest_is_not_offered(crowd):
    desk, _people, session = crowd
    answer_sample(session, desk, wrong=2)
    offered = sure(session, desk.source, 1)
    assert not offered.is_offered
    with pytest.raises(RegestaError):
        session.accept_sure(offered)
    session.undo()
    session.undo()
    session.undo()
    assert len(sure(session, desk.source, 1).rest) == 17


def test_what_was_accepted_unseen_counts_for_nothing_and_is_taken_back_as_one(crowd):
    desk, people, session = crowd
    answer_sample(session, desk)
    before = session.rate.error(people[0])
    session.accept_sure(sure(session, desk.source, 1))
    assert session.rate.error(people[0]) == before
    session.undo()
    assert session.counts.left == 18


def test_what_reads_as_people_read_the_name_before_is_sure_whoever_proposed_it(new_desk):
    desk = new_desk("Lwów and Lwów and Lwów.")
    lwow = [desk.mention("Lwów", "PLACE", "place:lwow", nth=nth) for nth in range(3)]
    session = desk.session(lwow)
    assert sure(session, desk.source, 1).rest == []
    session.accept()
    assert len(session.accept_sure(sure(session, desk.source, 1))) == 2


def test_a_kind_becomes_sure_by_what_people_decide_and_unsure_again(desk):
    proposal = msgspec.structs.replace(desk.mention("Lwów", "PLACE", "place:lwow"), by=By(component="new", score=0.9))
    session = desk.session([proposal])
    session.amend_mention(Change(label="ORG"))
    standing = session.state.mentions[proposal.id]
    right = msgspec.structs.replace(standing, record=proposal)
    rate = SureRate({})
    for number in range(20):
        rate.file(f"m-{number}", right, seen=True)
    assert rate.error(proposal) < BOUND
    rate.file("m-0", right, seen=False)
    for number in range(4):
        rate.file(f"w-{number}", standing, seen=True)
    assert rate.error(proposal) > BOUND


@pytest.mark.parametrize(
    ("rule", "rivals", "expected"),
    [
        ("gazetteer; place exact 0.97", 0, True),
        ("gazetteer; place close 0.70", 0, False),
        ("gazetteer", 2, False),
        ("listed", 0, True),
    ],
)
def test_a_place_that_could_be_another_is_never_sure(desk, rule, rivals, expected):
    rival = [Alternative(value=f"geonames:{number}", grade="close") for number in range(rivals)]
    place = desk.mention("Lwów", "PLACE", "place:lwow")
    assert is_one_thing(msgspec.structs.replace(place, rule=rule, alternatives=rival)) is expected


def test_progress_is_told_by_page(crowd):
    desk, _people, session = crowd
    session.accept()
    (page,) = progress(session, desk.source)
    assert (page.stretch.n, page.stretch.spans) == (1, ((0, len(desk.text)),))
    assert (page.open, page.decided) == (20, 1)
