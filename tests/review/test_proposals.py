"""What is proposed, with where it stands at hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.model.mention import By, Mention
from regesta.review.by_place import ByPlace
from regesta.review.proposals import Proposals
from regesta.review.standings import Standings

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 40))


def mention(name: str, start: int, end: int, *, source: str = "letter", exact: str = "Lwów", **more: str) -> Mention:
    told = {"label": "PLACE", "value": "place:lwow", **more}
    return Mention(
        id=name, source=source, start=start, end=end, exact=exact, prefix="", suffix="", page=None,
        by=By(component="rules"), **told,
    )  # fmt: skip


@given(spans=st.lists(SPANS, max_size=20), asked=SPANS)
def test_near_a_span_stands_whatever_touches_it(spans, asked):
    made = [mention(f"m-{number}", start, start + length) for number, (start, length) in enumerate(spans)]
    start, end = asked[0], asked[0] + asked[1]
    touching = {each.id for each in made if each.start < end and start < each.end}
    found = list(Proposals(made).near("letter", start, end))
    assert touching <= set(found)
    assert all(each.start <= end and start <= each.end for each in made if each.id in found)
    assert len(found) == len(set(found))


def test_each_is_found_by_its_id_whatever_its_source_and_order():
    made = [mention("m-b", 9, 13), mention("m-c", 2, 6, source="diary"), mention("m-a", 1, 5)]
    proposals = Proposals(made)
    assert [proposals[each.id] for each in made] == made
    assert [name for *_, name, _ in proposals.places("letter")] == ["m-a", "m-b"]
    with pytest.raises(KeyError):
        proposals["m-d"]


def test_forms_are_the_words_that_stand_for_a_place():
    made = [mention("m-a", 1, 5), mention("m-b", 9, 17, exact="Lemberg"), mention("m-c", 20, 24, label="ORG")]
    assert dict(Proposals(made).forms) == {"place:lwow": {"Lwów", "Lemberg"}}


def test_by_words_takes_spellings_together_and_other_labels_apart():
    made = [mention("m-a", 1, 5), mention("m-b", 9, 13, exact="LWÓW"), mention("m-c", 20, 24, label="CUE")]
    proposals = Proposals(made)
    found = proposals.by_words(str.casefold, ("PLACE",))
    assert {key: [proposals.named(each) for each in numbers] for key, numbers in found.items()} == {
        "lwów": ["m-a", "m-b"]
    }


def test_what_was_filed_elsewhere_no_longer_stands_where_it_was_proposed():
    there = ByPlace(Proposals([mention("m-a", 10, 14)]))
    there.file("m-a", mention("m-a", 5000, 5004))
    assert list(there.near("letter", 10, 14)) == []
    assert list(there.near("letter", 5000, 5004)) == ["m-a"]


def test_what_nobody_has_touched_is_open_and_what_is_put_away_again_too():
    standings = Standings(Proposals([mention("m-a", 1, 5)]))
    open_ = standings["m-a"]
    assert (open_.status, open_.record, list(standings)) == ("open", mention("m-a", 1, 5), ["m-a"])
    standings.put("m-x", open_)
    assert (len(standings), standings.is_untouched("m-a"), standings.is_untouched("m-x")) == (2, True, False)
    standings.put("m-x", None)
    assert list(standings) == ["m-a"]


def test_what_stands_where_it_was_proposed_is_found_once_however_often_it_is_filed():
    made = mention("m-a", 10, 14)
    there = ByPlace(Proposals([made, mention("m-b", 3, 7, source="diary")]))
    there.file("m-a", made)
    assert list(there.near("letter", 10, 14)) == ["m-a"]
    there.file("m-a", mention("m-a", 10, 18))
    there.file("m-a", made)
    assert list(there.near("letter", 10, 14)) == ["m-a"]
    there.file("m-b", mention("m-b", 10, 14))
    assert sorted(there.near("letter", 10, 14)) == ["m-a", "m-b"]
