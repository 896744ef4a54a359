"""Acts are checked before they are any."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.errors import RegestaError
from regesta.model.digest import digest
from regesta.review import decide
from regesta.review.act import draft, target
from regesta.review.decide import Change


def test_a_target_carries_the_record_whole_and_the_digest_of_what_was_shown(desk):
    place = desk.mention("Lwów", "PLACE", "place:lwow")
    about = target(place)
    assert (about.kind, about.id, about.mention, about.digest) == ("mention", place.id, place, digest(place))


def test_an_amendment_says_only_what_was_changed(desk):
    date = desk.mention("November 1939", "DATE", "1938-11")
    act = decide.amend_mention(date, desk.text, Change(value="1939-11", label="date"))
    assert (act.answer, act.set.value, repr(act.set.label)) == ("amend", "1939-11", "UNSET")


def test_a_new_span_brings_its_selector(desk):
    date = desk.mention("6 December 1939", "DATE", "1939-12-06")
    act = decide.amend_mention(date, desk.text, Change(span=(0, 19)))
    assert (act.set.start, act.set.end, act.set.exact, act.set.prefix) == (0, 18, "On 6 December 1939", "")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (Change(value="1939-02-30"), "is no EDTF date"),
        (Change(label="TOWN"), "is no label"),
        (Change(label="PLACE"), "is no id of an authority entry"),
        (Change(span=(5, 5)), "is no span of the text"),
        (Change(span=(0, 10_000)), "is no span of the text"),
        (Change(span=(61, 63)), "nothing but white space"),
        (Change(), "nothing was changed"),
    ],
)
def test_what_cannot_be_is_refused(desk, change, why):
    date = desk.mention("November 1939", "DATE", "1939-11")
    with pytest.raises(RegestaError, match=why):
        decide.amend_mention(date, desk.text, change)


def test_two_reviewers_who_add_the_same_words_add_the_same_mention(desk):
    span = (desk.text.index("Lwów"), desk.text.index("Lwów") + 4)
    one = decide.new_mention(desk.source, desk.text, span, "PLACE", "place:lwow", reviewer="anna")
    other = decide.new_mention(desk.source, desk.text, span, "PLACE", "place:lwow", reviewer="ben")
    assert (one.id, digest(one)) == (other.id, digest(other))
    assert one.by.component == "person:anna"


def test_a_selector_that_stands_twice_gets_an_id_of_its_own(new_desk):
    desk = new_desk("-" * 40 + "Lwów" + "-" * 80 + "Lwów" + "-" * 40)
    first = decide.new_mention(desk.source, desk.text, (40, 44), "PLACE", reviewer="anna")
    second = decide.new_mention(desk.source, desk.text, (124, 128), "PLACE", reviewer="anna", taken={first.id})
    assert first.id != second.id


def test_a_note_is_put_in_normal_form(desk):
    place = desk.mention("Lwów", "PLACE", "place:lwow")
    made = draft(decide.answer("note", target(place), "Lwo\u0301w"), "anna", "laptop", "1970-01-01T00:00:00Z")
    assert made.note == "Lw\u00f3w"


@given(value=st.text(max_size=12))
def test_a_date_is_valid_or_refused(new_desk, value):
    desk = new_desk()
    date = desk.mention("November 1939", "DATE", "1939-11")
    try:
        act = decide.amend_mention(date, desk.text, Change(value=value))
    except RegestaError:
        return
    assert act.set.value == "" or decide.edtf.is_valid(act.set.value)
