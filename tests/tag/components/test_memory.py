"""What reviewers decided about a name changes what is proposed for it where it is met again."""

from __future__ import annotations

from regesta.model.source import Source
from regesta.names.remembered import Kind, Remembered

SOURCE = Source(id="letter", csl={})


def memory(name, label, accepted=0, rejected=0, value=""):
    return [Remembered(name=name, kinds=[Kind(label=label, accepted=accepted, rejected=rejected, value=value)])]


def named(tagger, text, recalled=()):
    found = tagger.tag(SOURCE, text, recalled=recalled)
    return {each.exact: each for each in found if each.label in ("PLACE", "PERSON", "ORG")}


TEXT = "The farmers of grusk went to Velimost and came back with seed.\n"
TOWN = "She was born in Lisbon and never left it.\n"


def test_a_name_that_was_accepted_is_proposed_with_its_value_and_signed(tagger):
    found = named(tagger, TEXT, memory("Velimost", "ORG", accepted=3, value="org:mill"))
    assert (found["Velimost"].label, found["Velimost"].value) == ("ORG", "org:mill")
    assert found["Velimost"].by.component.startswith("regesta_memory")


def test_a_name_that_was_rejected_is_not_proposed_again(tagger):
    assert named(tagger, TOWN)["Lisbon"].label == "PLACE"
    assert "Lisbon" not in named(tagger, TOWN, memory("Lisbon", "PLACE", rejected=2))


def test_a_value_takes_the_place_of_the_one_that_is_read_which_stays_as_another(tagger):
    before = named(tagger, TOWN)["Lisbon"]
    found = named(tagger, TOWN, memory("Lisbon", "PLACE", accepted=2, value="place:somewhere"))["Lisbon"]
    assert found.value == "place:somewhere"
    assert before.value in [each.value for each in found.alternatives]


def test_a_surname_means_the_person_of_this_very_document(tagger):
    text = "Ferko Halász wrote it. Halász never sent it.\n"
    found = tagger.tag(SOURCE, text, recalled=memory("Halász", "PERSON", accepted=5, value="person:other-halasz"))
    (bare,) = [each for each in found if each.exact == "Halász"]
    assert bare.value == "person:q12"
    assert "person:other-halasz" in [each.value for each in bare.alternatives]


def test_a_name_with_a_capital_is_not_found_in_small_letters(tagger):
    assert "grusk" not in named(tagger, TEXT, memory("Grusk", "PLACE", accepted=5))


def test_without_a_memory_nothing_changes(tagger):
    assert tagger.tag(SOURCE, TEXT) == tagger.tag(SOURCE, TEXT, recalled=memory("Elsewhere", "PLACE", accepted=5))
