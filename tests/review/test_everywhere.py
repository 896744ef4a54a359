"""One decision about a name wherever it stands, and what is remembered of a name afterwards."""

from __future__ import annotations

import pytest

from regesta.errors import RegestaError
from regesta.review import decide
from regesta.review.act import target
from regesta.review.decide import Change
from regesta.review.everywhere import alike, concordance, preview, unmarked
from regesta.review.memory import recollection
from regesta.review.stale import Stale

TEXT = "The Gestapo came. Men of the GESTAPO searched; the Gestapo left. Nobody in Gestapo uniform. A gestapo car."


@pytest.fixture
def gestapo(new_desk):
    """Four mentions of one name, of which one is decided; read as three different things."""
    desk = new_desk(TEXT)
    first = desk.mention("Gestapo", "PERSON", "person:gestapo")
    second = desk.mention("GESTAPO", "ORG", "org:gestapo")
    third = desk.mention("Gestapo", "PLACE", "place:gestapo", nth=1)
    fourth = desk.mention("Gestapo", "ORG", "org:gestapo", nth=2)
    desk.says("ben", decide.answer("reject", target(fourth)))
    return desk, [first, second, third, fourth]


def readings(desk, mentions):
    standings = desk.fold(mentions).mentions
    return [(standings[each.id].status, standings[each.id].record.label) for each in mentions]


def test_the_open_mentions_of_a_name_are_found_and_those_decided_otherwise_are_named(gestapo):
    desk, mentions = gestapo
    session = desk.session(mentions)
    found = preview(session, session.current)
    assert [each.id for each in found.open] == [each.id for each in mentions[:3]]
    assert [(each.id, each.status) for each in found.decided] == [(mentions[3].id, "rejected")]
    line = concordance(session, found.open)[1]
    assert (line.words, line.before[-4:], line.after[:9]) == ("GESTAPO", "the ", " searched")


def test_all_get_the_reading_of_the_one_that_is_shown_and_the_human_decision_stays(gestapo):
    desk, mentions = gestapo
    session = desk.session(mentions)
    made = session.everywhere(alike(session, session.current), "amend", Change(label="ORG"))
    assert [each.answer for each in made] == ["amend", "accept", "amend"]
    assert readings(desk, mentions) == [("accepted", "ORG")] * 3 + [("rejected", "ORG")]
    assert {each.record.value for each in desk.fold(mentions).mentions.values()} == {"org:gestapo"}


def test_what_was_decided_after_the_preview_is_not_overridden(gestapo):
    desk, mentions = gestapo
    session = desk.session(mentions)
    items = alike(session, session.current)
    session.refresh([desk.says("ben", decide.answer("accept", target(mentions[2])))])
    before = len(desk.decisions)
    with pytest.raises(Stale):
        session.everywhere(items, "reject")
    assert len(desk.decisions) == before


def test_another_span_is_refused_everywhere(gestapo):
    desk, mentions = gestapo
    session = desk.session(mentions)
    with pytest.raises(RegestaError, match="same words"):
        session.everywhere(alike(session, session.current), "amend", Change(span=(0, 3)))


def test_dates_are_alike_only_where_they_are_read_alike(new_desk):
    desk = new_desk("In May they came. In May 1940 they went. In May nothing. In May again.")
    dates = [desk.mention("May", "DATE", value, nth=nth) for nth, value in ((0, "1939-05"), (2, "1940-05"))]
    dates.append(desk.mention("May", "DATE", "1940-05", nth=3))
    session = desk.session(dates)
    assert alike(session, session.current) == [session.current]
    assert len(alike(session, session.item(("mention", dates[1].id)))) == 2


def test_places_that_nobody_proposed_are_marked_in_one_act(gestapo):
    desk, mentions = gestapo
    session = desk.session(mentions)
    places = unmarked(session, "gestapo", "ORG", [desk.source])
    assert [line.before[-2:] for line in places] == ["e ", "e ", "n ", "A "]
    session.add_everywhere([(each.source, (each.start, each.end)) for each in places[3:]], "ORG", "org:gestapo")
    assert unmarked(session, "gestapo", "ORG", [desk.source]) == places[:3]
    session.undo()
    assert unmarked(session, "gestapo", "ORG", [desk.source]) == places


def test_what_was_decided_about_a_name_is_shown_with_the_next_and_one_act_takes_it(gestapo):
    desk, mentions = gestapo
    desk.decisions.clear()
    session = desk.session(mentions)
    assert recollection(session, session.current) is None
    session.amend_mention(Change(label="ORG"))
    session.accept()
    remembered = recollection(session, session.current)
    assert (remembered.answer, remembered.label, remembered.value) == ("amend", "ORG", "org:gestapo")
    assert (remembered.times, remembered.otherwise, remembered.reviewers) == (2, 0, ("anna",))
    assert session.current.record.label == "PLACE"
    assert session.recall().set.label == "ORG"
    assert recollection(session, session.current).answer == "accept"


def test_a_name_that_was_no_name_is_remembered_as_none_until_people_differ(gestapo):
    desk, mentions = gestapo
    desk.decisions.clear()
    session = desk.session(mentions)
    session.reject()
    assert recollection(session, session.current).answer == "reject"
    session.accept()
    assert recollection(session, session.current) is None
    with pytest.raises(RegestaError, match="nothing is remembered"):
        session.recall()
    session.undo()
    assert session.recall().answer == "reject"


def test_a_title_is_remembered_where_it_stands(new_desk):
    desk = new_desk("General Bór spoke. Later Bór left, and General Bór wrote.")
    bor = [desk.mention("Bór", "PERSON", "person:bor", nth=nth) for nth in range(3)]
    session = desk.session(bor)
    session.amend_mention(Change(title="General"))
    assert recollection(session, session.current).title == ""
    session.skip()
    assert recollection(session, session.current).title == "General"
