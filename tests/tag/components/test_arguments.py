"""Arguments by syntax: every pattern finds what its own examples mark, and the mentions carry it out of the room."""

from __future__ import annotations

import pytest
from spacy.matcher import DependencyMatcher
from spacy.tokens import Span

from regesta.errors import RegestaError
from regesta.model.settings import EventType, Pattern, TagSettings
from regesta.model.source import Source
from regesta.tag.components.arguments import ArgumentReader, failing, general, parser_of
from regesta.tag.tagger import Tagger
from regesta.tag.version import model_name

SOURCE_TEXT = "Anna Roth, whose sister had met Karl Lind in Lund, was arrested and shot in March 1921."


@pytest.fixture(scope="module")
def reader() -> ArgumentReader:
    parser = parser_of(model_name(TagSettings()), "en")
    assert parser is not None
    return ArgumentReader(parser, [("", pattern) for pattern in general()])


@pytest.mark.parametrize("pattern", general(), ids=lambda pattern: pattern.name)
def test_a_pattern_finds_what_its_examples_mark(reader: ArgumentReader, pattern: Pattern) -> None:
    assert failing(reader, pattern) == []


@pytest.mark.parametrize("names", ["PERSON", "PLACE", "DATE"])
@pytest.mark.parametrize("example", [pattern.examples[0] for pattern in general()])
def test_a_pattern_that_is_not_tried_would_not_match(reader: ArgumentReader, example: str, names: str) -> None:
    everything = DependencyMatcher(reader.parser.vocab)
    for number, pattern in enumerate(general()):
        everything.add(str(number), [pattern.tokens])
    (doc,) = reader.parsed([reader.parser.make_doc(example.translate(dict.fromkeys(map(ord, "{}[]"))))])
    for trigger in doc:
        others = [Span(doc, other.i, other.i + 1, label=names) for other in doc if other.i != trigger.i]
        doc.set_ents([Span(doc, trigger.i, trigger.i + 1, label="TRIGGER"), *others])
        expected = sorted((int(doc.vocab.strings[key]), nodes) for key, nodes in everything(doc))
        assert sorted(reader.matches(doc)) == expected


def test_an_example_that_a_pattern_does_not_find_is_named(reader: ArgumentReader) -> None:
    passive = next(pattern for pattern in general() if pattern.name == "passive_subject")
    active = Pattern(
        name="passive_subject",
        property="who",
        role="object",
        tokens=passive.tokens,
        examples=["The police {arrested} [Anna Roth]."],
    )
    assert failing(reader, active) == active.examples


def test_triggers_carry_what_the_parse_ties_to_them(tagger: Tagger) -> None:
    found = tagger.tag(Source(id="letter", csl={}), SOURCE_TEXT)
    words = {mention.id: mention.exact for mention in found}
    tied = {
        (mention.exact, words[link.mention], link.role)
        for mention in found
        for link in mention.links
        if link.property == "who"
    }
    assert {
        ("arrested", "Anna Roth", "object"),
        ("shot", "Anna Roth", "object"),
        ("met", "Karl Lind", "object"),
    } == tied


def test_only_triggers_have_links(tagger: Tagger) -> None:
    found = tagger.tag(Source(id="letter", csl={}), SOURCE_TEXT)
    assert {mention.label for mention in found if mention.links} == {"TRIGGER"}


def test_a_language_without_patterns_has_no_links(tagger: Tagger) -> None:
    found = tagger.tag(Source(id="letter", csl={}, language="de"), "Anna Roth wurde im März 1921 in Lund verhaftet.")
    assert [mention for mention in found if mention.links] == []


@pytest.mark.parametrize("tokens", [general()[1].tokens, [{"RIGHT_ID": "trigger"}, {"RIGHT_ID": "argument"}]])
def test_a_pattern_that_fails_its_example_is_refused(tokens: list[dict[str, object]]) -> None:
    pattern = Pattern(name="wrong", property="who", tokens=tokens, examples=["They {testified} before [Karl Lind]."])
    own = EventType(name="hearing", label="Hearing", verbs=["testify"], patterns=[pattern])
    with pytest.raises(RegestaError, match=r"'wrong' of the event type 'hearing'.*before \[Karl Lind\]"):
        Tagger(TagSettings(), [own], []).tag(Source(id="letter", csl={}), "Anna Roth testified in March 1921.")


def test_a_project_adds_a_pattern_to_its_type() -> None:
    pattern = Pattern(
        name="before_a_judge",
        property="who",
        role="judge",
        tokens=[
            {"RIGHT_ID": "trigger", "RIGHT_ATTRS": {"ENT_TYPE": "TRIGGER"}},
            {"LEFT_ID": "trigger", "REL_OP": ">", "RIGHT_ID": "before", "RIGHT_ATTRS": {"LOWER": "before"}},
            {"LEFT_ID": "before", "REL_OP": ">", "RIGHT_ID": "argument", "RIGHT_ATTRS": {"DEP": "pobj"}},
        ],
        examples=["Anna Roth {testified} before [Karl Lind]."],
    )
    own = EventType(name="hearing", label="Hearing", verbs=["testify"], patterns=[pattern])
    text = "In March 1921 Anna Roth testified before Karl Lind."
    found = Tagger(TagSettings(), [own], []).tag(Source(id="letter", csl={}), text)
    links = [link for mention in found for link in mention.links]
    assert ("judge", "before_a_judge") in [(link.role, link.pattern) for link in links]
