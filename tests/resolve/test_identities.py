"""Who is who: people's word wins, the authority's id stands for all, and the order of the input never counts."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.anchor.selector import context
from regesta.model.entity import Entity
from regesta.model.ids import content_id
from regesta.model.mention import By, Mention
from regesta.model.reviewed import Pair, Reviewed, Standing
from regesta.model.settings import ResolveSettings
from regesta.names.local import local_id
from regesta.resolve.identities import Identities, identities
from regesta.resolve.unify import unified


def mention(source: str, text: str, words: str, value: str = "", label: str = "PERSON") -> Mention:
    start = text.index(words)
    prefix, suffix = context(text, start, start + len(words))
    return Mention(
        id=content_id("mention", source, words),
        source=source,
        start=start,
        end=start + len(words),
        exact=words,
        prefix=prefix,
        suffix=suffix,
        page=None,
        label=label,  # type: ignore[arg-type]
        value=value or local_id("person", words),
        by=By(component="test"),
    )


def world(*mentions: Mention, same: Sequence[tuple[str, str]] = (), different: Sequence[tuple[str, str]] = ()):
    standings = {
        each.id: Standing[Mention](record=each, status="accepted", first=(age, "ada", "laptop", age))
        for age, each in enumerate(mentions, 1)
    }
    return Reviewed(
        mentions=standings,
        claims={},
        cited={},
        same=tuple(pair(*two) for two in same),
        different=tuple(pair(*two) for two in different),
    )


def pair(one: str, other: str) -> Pair:
    first, second = sorted((one, other))
    return Pair(ids=(first, second), reviewers=("ada",), decisions=(content_id("decision", first, second),))


def who(reviewed: Reviewed, *entities: Entity, join: float = 1.0) -> Identities:
    return identities(reviewed, entities, ResolveSettings(join_same=join))


OTTO = mention("a", "Otto Brandeis left.", "Otto Brandeis")
SHORT = mention("b", "O. Brandeys stayed.", "O. Brandeys")
FULL, BRIEF = OTTO.value, SHORT.value
ENTRY = Entity(id="person:brandeis-1880", kind="person", label="Otto Brandeis", names=["O. M. Brandeis"], wikidata="Q1")


def test_two_forms_are_proposed_with_where_they_stand():
    (same,) = who(world(OTTO, SHORT)).proposals
    assert same.entities == (BRIEF, FULL)
    assert [[each.exact for each in side.mentions] for side in same.sides] == [["O. Brandeys"], ["Otto Brandeis"]]
    assert same.reasons


def test_nobody_is_joined_unless_somebody_says_so():
    assert who(world(OTTO, SHORT)).of == {}


def test_a_join_goes_to_the_one_that_was_accepted_first():
    found = who(world(OTTO, SHORT, same=[(FULL, BRIEF)]))
    assert found.of == {BRIEF: FULL}
    assert [(each.id, each.ids, each.by) for each in found.joined] == [(FULL, [BRIEF], ["ada"])]
    assert found.proposals == []


def test_an_entry_of_the_authority_file_stands_for_all():
    found = who(world(OTTO, SHORT, same=[(FULL, BRIEF)]), ENTRY)
    assert {name: found.of[name] for name in (FULL, BRIEF)} == {FULL: ENTRY.id, BRIEF: ENTRY.id}
    assert found.joined[0].by == ["ada", "authority"]


def test_a_part_keeps_a_name_from_the_entry_that_bears_it():
    assert FULL not in who(world(OTTO, different=[(FULL, ENTRY.id)]), ENTRY).of


def test_a_part_is_not_asked_again():
    assert who(world(OTTO, SHORT, different=[(FULL, BRIEF)])).proposals == []


def test_a_part_blocks_a_path_of_joins_and_says_so():
    third = mention("c", "Otto Brandis wept.", "Otto Brandis")
    found = who(world(OTTO, SHORT, third, same=[(FULL, BRIEF), (BRIEF, third.value)], different=[(FULL, third.value)]))
    assert found.of == {BRIEF: FULL}
    assert [each.code for each in found.findings] == ["resolve.same_blocked"]


def test_two_entries_are_one_only_by_a_persons_word():
    other = Entity(id="person:o-brandeis", kind="person", label="Otto Brandeys")
    reviewed = world(mention("a", "Otto Brandeis left.", "Otto Brandeis", ENTRY.id))
    assert other.id not in who(reviewed, ENTRY, other, join=0.0).of
    said = world(mention("a", "Otto Brandeis left.", "Otto Brandeis", ENTRY.id), same=[(ENTRY.id, other.id)])
    assert who(said, ENTRY, other).of[other.id] == ENTRY.id


def test_a_chance_that_is_enough_joins_by_itself():
    found = who(world(OTTO, SHORT), join=0.5)
    assert [(each.id, each.by) for each in found.joined] == [(FULL, ["score"])]


@pytest.mark.parametrize("between", [" and ", ", ", " und "])
def test_two_who_are_set_beside_each_other_are_not_proposed(between):
    text = f"We saw Jan Kolb{between}Johann Kolb."
    reviewed = world(mention("a", text, "Jan Kolb"), mention("a", text, "Johann Kolb"))
    assert who(reviewed).proposals == []


def test_a_bare_surname_under_an_id_does_not_hide_who_it_is():
    text = "Mr Brandeis came. Karel Brandeis it was."
    karel = local_id("person", "Karel Brandeis")
    reviewed = world(OTTO, mention("c", text, "Karel Brandeis"), mention("c", text, "Brandeis", karel))
    assert who(reviewed).proposals == []


def test_each_goes_by_one_id_once_it_is_known():
    reviewed = unified(world(OTTO, SHORT), {BRIEF: FULL})
    assert {each.record.value for each in reviewed.mentions.values()} == {FULL}


NAMES = ["Otto Brandeis", "O. Brandeys", "Ota Brandeis", "Rosa Lind", "R. Lind", "Lind", "Jan Kolb", "J. Kolb"]
IDS = [local_id("person", name) for name in NAMES]
COUPLES = st.lists(
    st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda two: two[0] != two[1]), max_size=5
)
FEW = settings(max_examples=40, deadline=None)


@st.composite
def worlds(draw):
    names = draw(st.lists(st.sampled_from(NAMES), min_size=2, unique=True))
    mentions = [mention(f"s{at}", f"There was {name}.", name) for at, name in enumerate(names)]
    return world(*mentions, same=draw(COUPLES), different=draw(COUPLES)), draw(st.sampled_from([0.5, 0.9, 1.0]))


@FEW
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_count(made, chance: random.Random):
    reviewed, join = made
    shuffled = Reviewed(
        mentions=dict(chance.sample(list(reviewed.mentions.items()), len(reviewed.mentions))),
        claims={},
        cited={},
        same=tuple(chance.sample(reviewed.same, len(reviewed.same))),
        different=tuple(chance.sample(reviewed.different, len(reviewed.different))),
    )
    assert who(reviewed, ENTRY, join=join) == who(shuffled, ENTRY, join=join)


@FEW
@given(worlds())
def test_the_parted_are_never_one_and_the_joined_are_unless_a_part_stands_between(made):
    reviewed, join = made
    found = who(reviewed, join=join)
    home = {name: found.of.get(name, name) for name in IDS}
    assert all(home[one] != home[other] for one, other in (each.ids for each in reviewed.different))
    apart = [each.ids for each in reviewed.same if home[each.ids[0]] != home[each.ids[1]]]
    assert not apart or any(finding.code == "resolve.same_blocked" for finding in found.findings)


@FEW
@given(worlds())
def test_an_id_that_stands_for_others_stands_for_itself(made):
    reviewed, join = made
    of = who(reviewed, ENTRY, join=join).of
    assert not of.keys() & set(of.values())


@FEW
@given(worlds(), st.sampled_from(NAMES))
def test_a_source_changes_no_id_of_those_that_others_speak_of(made, name):
    reviewed, _ = made
    before = who(reviewed).of
    late = mention("late", f"Then came {name}.", name)
    later = world(*(each.record for each in reviewed.mentions.values()), late)
    after = who(
        Reviewed(mentions=later.mentions, claims={}, cited={}, same=reviewed.same, different=reviewed.different)
    )
    decided = {each for two in (*reviewed.same, *reviewed.different) for each in two.ids}
    assert {one: home for one, home in after.of.items() if late.value not in (one, home)} == {
        one: home for one, home in before.items() if late.value not in (one, home)
    } or late.value in decided
