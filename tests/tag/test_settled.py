"""Nothing that is settled is asked again, whatever the machine proposes now."""

from __future__ import annotations

import msgspec

from regesta.anchor.drafts import Draft, mentions
from regesta.model.mention import By
from regesta.tag.settled import Settled, beside

TEXT = "On 3 May Zub came to Lommel with the men of Lommel Mills."


def propose(*found, component="rules"):
    """Mentions for (words, label), in the order of the text; dates may name the one that they rest on."""
    drafts = [
        Draft(start=TEXT.index(words), end=TEXT.index(words) + len(words), label=label, value=value,
              by=By(component=component, version="1"), anchor=anchor)
        for words, label, value, anchor in found
    ]  # fmt: skip
    return mentions("a", TEXT, [], drafts)


def name(words, label, value="", anchor=None):
    return words, label, value, anchor


def settle(mention, **changes):
    return Settled(record=msgspec.structs.replace(mention, **changes), shown=mention)


def test_the_same_words_under_another_label_are_not_asked_again():
    (person,) = propose(name("Zub", "PERSON"))
    assert beside(propose(name("Zub", "PLACE")), [settle(person)]) == []


def test_words_that_overlap_under_the_same_label_are_not_asked_again():
    (mills,) = propose(name("Lommel Mills", "ORG"))
    assert beside(propose(name("men of Lommel Mills", "ORG")), [settle(mills)]) == []


def test_another_name_within_stays():
    (mills,) = propose(name("Lommel Mills", "ORG"))
    (mill,) = propose(name("Mills", "PERSON"))
    assert beside([mill], [settle(mills)]) == [mill]


def test_the_accepted_mention_stays_proposed_also_where_it_was_amended():
    (person,) = propose(name("Zub", "PERSON"))
    amended = settle(person, label="PLACE")
    assert beside([person], [amended]) == [person]


def test_a_value_that_only_the_memory_changed_does_not_unsettle_a_decision():
    (place,) = propose(name("Lommel", "PLACE", "place:lommel"))
    (again,) = propose(name("Lommel", "PLACE", "place:other"), component="regesta_memory_values")
    assert beside([again], [settle(place)])[0].value == "place:lommel"
    (changed,) = propose(name("Lommel", "PLACE", "place:other"))
    assert beside([changed], [settle(place)])[0].value == "place:other"


def test_what_rested_on_a_proposal_that_falls_away_rests_on_the_accepted_one():
    (accepted,) = propose(name("On 3 May", "DATE", "1940-05-03"))
    proposed = propose(name("3 May", "DATE", "1940-05-03"), name("Lommel", "PLACE", "", 0))
    (place,) = beside(proposed, [settle(accepted)])
    assert place.anchor == accepted.id


def test_passages_and_cues_are_none_of_its_business():
    (accepted,) = propose(name("Zub", "PERSON"))
    (passage,) = propose(name("Zub", "PASSAGE"))
    assert beside([passage], [settle(accepted)]) == [passage]
