"""Arguments: which names and dates the parse of a sentence ties to its triggers."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple, cast

import msgspec
from spacy.language import Language
from spacy.matcher import DependencyMatcher
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc, Span, Token

from regesta.anchor.drafts import Argument, Draft
from regesta.errors import fail
from regesta.model.mention import PARTICIPANT, ArgumentOf
from regesta.model.settings import EventType, Pattern
from regesta.tag.components.model import pieces
from regesta.tag.layers import Layers, layers
from regesta.tag.loading import load
from regesta.tag.scope import takes_in
from regesta.tag.sentences import Block
from regesta.tag.unsaid import meant, unsaid_subject
from regesta.tag.version import installed, pipeline_language

TRIGGER, ARGUMENT = "trigger", "argument"
#: The label here of participants without a name, which are cues.
_UNNAMED = "PARTICIPANT"
_LABELS = {"who": ("PERSON", "ORG", "PLACE", _UNNAMED), "where": ("PLACE",), "when": ("DATE",)}
#: Attributes of tokens by which a pattern can be left out, and how spaCy's tokens call them.
_ATTRIBUTES = {"DEP": "dep_", "ENT_TYPE": "ent_type_", "TAG": "tag_", "LOWER": "lower_"}
_MARKED = ("DATE", "TRIGGER", "CUE")
_MARKS = re.compile(r"\{(?P<trigger>[^{}]+)\}|\[(?P<argument>[^\[\]]+)\]")


@Language.factory("regesta_arguments", default_config={"model": "", "models": {}, "event_types": []})
def make(nlp: Language, name: str, model: str, models: dict[str, str], event_types: list[dict[str, Any]]) -> Arguments:  # noqa: ARG001
    """The component; the pipelines are those of `regesta_model`, the event types those of the workspace."""
    return Arguments(model, models, msgspec.convert(event_types, list[EventType]))


class Arguments:
    """Parses the sentences with a trigger and a name or date, and reads off them by patterns what belongs to it.

    Where there is no pattern for a language, or no pipeline with a parser for it, nothing is said.
    """

    def __init__(self, model: str, models: Mapping[str, str], event_types: Iterable[EventType]) -> None:
        patterns = [(each.name, pattern) for each in event_types for pattern in each.patterns]
        patterns += [("", pattern) for pattern in general()]
        self._patterns: dict[str, list[tuple[str, Pattern]]] = {}
        for each in patterns:
            self._patterns.setdefault(each[1].language, []).append(each)
        self._main = pipeline_language(model)
        self._models = {self._main: model, **models}
        self._readers: dict[str, ArgumentReader | None] = {}
        for language in dict.fromkeys(pattern.language for of_type, pattern in patterns if of_type):
            self._reader(language)

    def __call__(self, doc: Doc) -> Doc:
        """Adds to the triggers what belongs to them."""
        state = layers(doc)
        wanted: dict[str, list[Block]] = {}
        for block, language in _sentences(state):
            wanted.setdefault(language or self._main, []).append(block)
        for language, blocks in wanted.items():
            reader = self._reader(language)
            if reader is not None:
                reader.read(state, blocks)
        return doc

    def _reader(self, language: str) -> ArgumentReader | None:
        if language not in self._readers:
            patterns = self._patterns.get(language, [])
            parser = parser_of(self._models.get(language, ""), language) if patterns else None
            self._readers[language] = _checked(parser, patterns) if parser else None
        return self._readers[language]


class Tie(NamedTuple):
    """An argument of a trigger, both as indexes of spans; what it is to the trigger, and the pattern that found it."""

    trigger: int
    argument: int
    property: ArgumentOf
    role: str
    pattern: str


class ArgumentReader:
    """The patterns of one language, and the parser whose labels they are made of."""

    def __init__(self, parser: Language, patterns: Sequence[tuple[str, Pattern]]) -> None:
        self.parser = parser
        self._patterns = patterns
        self._matchers = [_matcher(parser, pattern) for _, pattern in patterns]
        self._needs = [_needs(pattern) for _, pattern in patterns]

    def read(self, state: Layers, blocks: Sequence[Block]) -> None:
        """Adds to the triggers of some sentences what belongs to them, and to the cues what stands under them."""
        spans = sorted(
            [(name.start, name.end, name.label, -1) for name in state.names]
            + [(d.start, d.end, _kind(d), at) for at, d in enumerate(state.drafts) if d.label in _MARKED]
        )
        found = list(pieces(state, self.parser, blocks))
        for piece, doc in zip(found, self.parsed([piece.doc for piece in found]), strict=True):
            starts = piece.starts
            here = spans[bisect_left(spans, (starts[0],)) : bisect_left(spans, (starts[-1] + 1,))] if starts else []
            at = [(bisect_left(starts, a), bisect_left(starts, b), label) for a, b, label, _ in here]
            types = [state.drafts[number].value if number >= 0 else "" for *_, number in here]
            for tie in self.ties(doc, at, types):
                start, end, label, _ = here[tie.argument]
                link = Argument(
                    start, end, cast(Any, "CUE" if label == _UNNAMED else label), tie.property, tie.role, tie.pattern
                )
                draft = state.drafts[here[tie.trigger][3]]
                if (start, end, tie.property) not in [(a.start, a.end, a.property) for a in draft.arguments]:
                    state.drafts[here[tie.trigger][3]] = _with(draft, link)
            for cue, trigger in _scopes(doc, at):
                start, end, label, _ = here[trigger]
                link = Argument(start, end, "TRIGGER", "scope", "", "scope")
                state.drafts[here[cue][3]] = _with(state.drafts[here[cue][3]], link)

    def parsed(self, docs: list[Doc]) -> list[Doc]:
        """The Docs with their parse."""
        for _, pipe in self.parser.pipeline:
            docs = list(cast(TrainablePipe, pipe).pipe(docs, batch_size=128))
        return docs

    def ties(self, doc: Doc, spans: Sequence[tuple[int, int, str]], types: Sequence[str]) -> list[Tie]:
        """What the patterns tie to the triggers, for labelled spans of tokens and the event types of the triggers."""
        owner: dict[int, int] = {}
        kept = []
        for index, (start, end, label) in enumerate(spans):
            if start < end and label != "CUE" and not any(at in owner for at in range(start, end)):
                owner |= dict.fromkeys(range(start, end), index)
                kept.append(Span(doc, start, end, label=label))
        doc.set_ents(kept)
        found: dict[int, list[Tie]] = {}
        for number, nodes in self.matches(doc):
            of_type, pattern = self._patterns[number]
            ids = [node["RIGHT_ID"] for node in pattern.tokens]
            trigger = owner[nodes[ids.index(TRIGGER)]]
            if of_type and types[trigger] != of_type:
                continue
            for token in meant(doc[nodes[ids.index(ARGUMENT)]]):
                if token.i in owner and spans[owner[token.i]][2] in _LABELS[pattern.property]:
                    tie = Tie(trigger, owner[token.i], pattern.property, pattern.role, pattern.name)
                    found.setdefault(number, []).append(tie)
        return [*self._in_order(found), *_unsaid(doc, spans, owner)]

    def matches(self, doc: Doc) -> Iterator[tuple[int, list[int]]]:
        """The number of each pattern that matches, with its tokens; those that cannot match are not tried."""
        there = _there(doc)
        for number, (matcher, needs) in enumerate(zip(self._matchers, self._needs, strict=True)):
            if all(not values.isdisjoint(there[where, name]) for where, name, values in needs):
                yield from ((number, nodes) for _, nodes in matcher(doc))

    def _in_order(self, found: Mapping[int, list[Tie]]) -> Iterator[Tie]:
        """The ties by the order of their patterns, those of a fallback where its argument is not tied already."""
        tied: set[tuple[int, str]] = set()
        for number in sorted(found):
            ties = sorted(found[number])
            if self._patterns[number][1].fallback:
                ties = [tie for tie in ties if (tie.argument, tie.property) not in tied]
            tied |= {(tie.argument, tie.property) for tie in ties}
            yield from ties


def _matcher(parser: Language, pattern: Pattern) -> DependencyMatcher:
    matcher = DependencyMatcher(parser.vocab)
    matcher.add(pattern.name, [pattern.tokens])
    return matcher


def _there(doc: Doc) -> dict[tuple[str, str], set[str]]:
    """The values of each attribute among the triggers, right below them (`>`), right above (`<`) and anywhere."""
    triggers = [token for token in doc if token.ent_type_ == "TRIGGER"]
    groups: dict[str, Iterable[Token]] = {
        TRIGGER: triggers,
        ">": [child for token in triggers for child in token.children],
        "<": [token.head for token in triggers],
        "": doc,
    }
    return {
        (where, name): {getattr(token, attribute) for token in tokens}
        for where, tokens in groups.items()
        for name, attribute in _ATTRIBUTES.items()
    }


def _needs(pattern: Pattern) -> list[tuple[str, str, frozenset[str]]]:
    """What must be there for a pattern to match, as `_there` has it: a matcher looks at each token for each node."""
    needs = []
    for node in pattern.tokens:
        at_trigger = node.get("LEFT_ID") == TRIGGER and node["REL_OP"] in (">", "<")
        where = TRIGGER if node["RIGHT_ID"] == TRIGGER else node["REL_OP"] if at_trigger else ""
        for name, wanted in node["RIGHT_ATTRS"].items():
            values = wanted.get("IN") if isinstance(wanted, dict) else [wanted]
            if name in _ATTRIBUTES and values:
                needs.append((where, name, frozenset(values)))
    return needs


def _checked(parser: Language, patterns: Sequence[tuple[str, Pattern]]) -> ArgumentReader:
    """A reader of patterns, those of the event types being tried on their own examples; raises RegestaError."""
    for of_type, pattern in patterns:
        if not of_type:
            continue
        try:
            missed = failing(ArgumentReader(parser, [("", pattern)]), pattern)
        except (ValueError, KeyError) as error:
            missed = [f"{pattern.examples[0]} ({str(error).splitlines()[0]})"]
        if missed:
            raise fail(
                "tag.pattern",
                f"the pattern {pattern.name!r} of the event type {of_type!r} finds nothing in its example: {missed[0]}",
                remedy="Correct its tokens, or the {trigger} and [argument] that the example marks.",
            )
    return ArgumentReader(parser, patterns)


def _unsaid(doc: Doc, spans: Sequence[tuple[int, int, str]], owner: Mapping[int, int]) -> Iterator[Tie]:
    """The subjects that triggers share with other verbs."""
    for index, (start, end, label) in enumerate(spans):
        subject = unsaid_subject(doc[start:end].root) if label == "TRIGGER" and start in owner else None
        for token in meant(subject[0]) if subject else ():
            if subject and token.i in owner and spans[owner[token.i]][2] in _LABELS["who"]:
                yield Tie(index, owner[token.i], "who", subject[1], "unsaid_subject")


def _kind(draft: Draft) -> str:
    """The label by which patterns know a draft."""
    return _UNNAMED if draft.label == "CUE" and draft.value == PARTICIPANT else draft.label


def _scopes(doc: Doc, spans: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """(index of a cue, index of a trigger that it takes in) for labelled spans of tokens."""
    cues = [
        (index, doc[start:end]) for index, (start, end, label) in enumerate(spans) if label == "CUE" and start < end
    ]
    for index, (start, end, label) in enumerate(spans) if cues else ():
        if label == "TRIGGER" and start < end:
            yield from ((number, index) for number, cue in cues if takes_in(cue, doc[start:end].root))


def _with(draft: Draft, link: Argument) -> Draft:
    return msgspec.structs.replace(draft, arguments=[*draft.arguments, link])


def _sentences(state: Layers) -> Iterator[tuple[Block, str]]:
    """The sentences with a trigger and a name or date, each as a block of its own, with their languages."""
    triggers = sorted(draft.start for draft in state.drafts if draft.label == "TRIGGER")
    others = sorted(
        [name.start for name in state.names] + [draft.start for draft in state.drafts if draft.label == "DATE"]
    )
    for block, language in zip(state.blocks, state.block_languages, strict=True):
        for start, end in block.sentences:
            if all(bisect_left(starts, start) < bisect_left(starts, end) for starts in (triggers, others)):
                yield Block(start, end, block.kind, ((start, end),)), language


def parser_of(model: str, language: str) -> Language | None:
    """The tagger and parser of a pipeline, or of the one that is installed for its language; none where none has one.

    A pipeline that was trained on reviews keeps its recognisers alone.
    """
    for name in dict.fromkeys([model, installed().get(language, "")]):
        if not name:
            continue
        loaded = load(name, exclude=["ner", "beam_ner", "base_ner", "senter", "attribute_ruler", "lemmatizer"])
        if {"tagger", "parser"} <= set(loaded.pipe_names):
            return loaded
    return None


@cache
def general() -> tuple[Pattern, ...]:
    """The patterns that hold for all event types."""
    table = tomllib.loads(files("regesta.tag").joinpath("patterns.toml").read_text("utf-8"))
    return tuple(msgspec.convert(table["patterns"], list[Pattern]))


def failing(reader: ArgumentReader, pattern: Pattern) -> list[str]:
    """The examples of a pattern in which it does not tie the marked {trigger} to the marked [argument]."""
    return [example for example in pattern.examples if not _finds(reader, pattern, example)]


def _finds(reader: ArgumentReader, pattern: Pattern, example: str) -> bool:
    text, spans = "", []
    at = 0
    for mark in _MARKS.finditer(example):
        text += example[at : mark.start()]
        words = mark["trigger"] or mark["argument"]
        label = "TRIGGER" if mark["trigger"] else _LABELS[pattern.property][0]
        spans.append((len(text), len(text) + len(words), label))
        text += words
        at = mark.end()
    (doc,) = reader.parsed([reader.parser.make_doc(text + example[at:])])
    starts = [token.idx for token in doc]
    tokens = [(bisect_left(starts, a), bisect_left(starts, b), label) for a, b, label in spans]
    found = reader.ties(doc, tokens, [""] * len(tokens))
    return any(spans[t.trigger][2] == "TRIGGER" != spans[t.argument][2] and t.pattern == pattern.name for t in found)
