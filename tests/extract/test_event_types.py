"""The general list of event types holds what it promises: each type is found in its own examples."""

from __future__ import annotations

import pytest

from regesta.extract.claims import extract
from regesta.model.settings import Settings
from regesta.model.source import Source
from regesta.workspace.settings import event_types

TYPES = event_types(Settings())


@pytest.fixture(scope="module")
def tagger():
    from regesta.tag.tagger import Tagger

    return Tagger(Settings().tag, TYPES, [])


@pytest.mark.parametrize("event_type", TYPES, ids=lambda event_type: event_type.name)
def test_a_type_is_found_in_its_examples(tagger, event_type):
    assert len(event_type.examples) >= 2
    for number, example in enumerate(event_type.examples):
        source = Source(id=f"example-{number}", csl={})
        claims = extract(source, example, tagger.tag(source, example), TYPES)
        assert event_type.name in [claim.type for claim in claims], example


def test_no_word_gives_two_types_by_chance():
    """Only "release" is meant to: people are released, and so are albums; what is released decides."""
    words = [word for event_type in TYPES for word in {*event_type.verbs, *event_type.nouns}]
    assert sorted({word for word in words if words.count(word) > 1}) == ["release"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The hostages were released in Tripoli on 5 June 1805.", ["release"]),
        ("The duke released the prisoners at Ulm on 5 June 1805.", ["release"]),
        ("He was released from prison on 4 May 1951.", ["release"]),
        ("The band released the album in London on 4 March 1977.", ["publication"]),
        ("Her first film was released in Rome in 1950.", ["publication"]),
        ("The label released a single by the Prisoners in May 1999.", ["publication"]),
        ("She was received by the king at Turin on 3 May 1864.", ["meeting"]),
        ("The film was received by critics in Rome on 3 May 1964.", []),
        ("The letter was received by the bishop in Rome on 3 May 1964.", []),
        ("Soldiers drove the peasants out of Ulm on 4 May 1634.", ["expulsion"]),
    ],
)
def test_what_is_released_or_received_gives_the_type(tagger, text, types):
    source = Source(id="example", csl={})
    assert [claim.type for claim in extract(source, text, tagger.tag(source, text), TYPES)] == types
