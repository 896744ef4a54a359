"""The language model's named entities, read block by block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, cast

from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc, Span

from regesta.errors import fail
from regesta.model.mention import By
from regesta.tag.layers import Layers, Name, NameLabel, layers, without_runs
from regesta.tag.loading import load
from regesta.tag.sentences import Block
from regesta.tag.version import MANY

#: Entity labels of spaCy's pipelines in any language, and ours.
LABELS: dict[str, NameLabel] = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
    "PLACE": "PLACE",
    "ORG": "ORG",
}
#: Names of events, laws and works of several words: no names of ours, and none are to be sought within them.
CLOSED = frozenset({"EVENT", "LAW", "WORK_OF_ART"})
#: How much the model's word weighs: it calls much an organisation that is none, above all single words.
WEIGHTS: dict[NameLabel, float] = {"PERSON": 1.0, "PLACE": 1.0, "ORG": 0.7}
WEIGHTS_OF_ONE_WORD: dict[NameLabel, float] = {**WEIGHTS, "ORG": 0.4}
#: The word of a recogniser that learned a label from this project's reviews; it is one piece of evidence still.
WEIGHT_LEARNED = 1.0
#: Key in the meta of a pipeline that was trained on reviews, with what it learned.
LEARNED = "regesta"
#: Name of the recogniser of its base in such a pipeline.
BASE = "base_ner"
_RECOGNISERS = ("ner", "beam_ner")
_BLANKS = re.compile(r"\s\s|[^\S ]")


@Language.factory("regesta_model", default_config={"model": "", "models": {}})
def make(nlp: Language, name: str, model: str, models: dict[str, str]) -> ModelNames:
    """The component; `model` is an installed spaCy pipeline or the folder of one, `models` more of them by language."""
    return ModelNames(nlp, name, model, models)


class ModelNames:
    """Runs the entity recognisers of spaCy pipelines, one a language, on the blocks of a text.

    Blocks go through as one batch a source, so what is proposed for a source does not depend on its neighbours;
    white space and markup are taken out first, so a name may run over a line end. A block in a language that has no
    pipeline is read by none; one whose language cannot be told, by the main one.
    """

    def __init__(self, nlp: Language, name: str, model: str, models: dict[str, str]) -> None:
        self.name = name
        self.main = Recogniser(name, recogniser(model, nlp))
        self.models = models
        self._loaded: dict[str, Recogniser] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Adds the models' names to the candidates."""
        state = layers(doc)
        languages = state.block_languages
        for language in dict.fromkeys([state.main_language, *languages]):
            reader = self.of(language)
            if reader is None:
                continue
            reader.read(state, [block for block, its in zip(state.blocks, languages, strict=True) if its == language])
            if language == state.main_language:
                state.learned = reader.learned
        return doc

    def of(self, language: str) -> Recogniser | None:
        """The recogniser for a language, loaded when it is first asked for; none where there is no pipeline for it."""
        if language in self.models:
            model = self.models[language]
            if model and language not in self._loaded:
                self._loaded[language] = Recogniser(self.name, _loaded(model, language))
            return self._loaded.get(language)
        return self.main if language in ("", self.main.language) or self.main.language == MANY else None


class Recogniser:
    """The recogniser of one pipeline, and only what that needs."""

    def __init__(self, name: str, model: Language) -> None:
        self.model = model
        self.language = model.lang
        self.learned = frozenset(self.model.meta.get(LEARNED, {}).get("labels", ()))
        self.by = By(
            component=name, version=f"{self.model.lang}_{self.model.meta['name']} {self.model.meta['version']}"
        )

    def read(self, state: Layers, blocks: Sequence[Block]) -> None:
        """Adds the names in some blocks to the candidates."""
        found = list(pieces(state, self.model, blocks))
        for piece, entities in zip(found, self._recognised([piece.doc for piece in found]), strict=True):
            for entity, learned in entities:
                self._take(state, entity, *piece.span(entity), learned=learned)

    def _take(self, state: Layers, entity: Span, start: int, end: int, *, learned: bool) -> None:
        """Makes a candidate of an entity; of a label that was learned, the base model's word does not count."""
        label = LABELS.get(entity.label_)
        if learned and entity.label_ == "DATE":
            state.learned_dates.append((start, end))
        elif label and learned:
            state.names.append(Name(start, end, label, self.by, WEIGHT_LEARNED, rule="learned"))
        elif label and label not in self.learned:
            weights = WEIGHTS if len(entity) > 1 else WEIGHTS_OF_ONE_WORD
            state.names.append(Name(start, end, label, self.by, weights[label]))
        elif entity.label_ in CLOSED and len(entity) > 2:
            state.closed.append((start, end))

    def _recognised(self, docs: list[Doc]) -> Iterator[list[tuple[Span, bool]]]:
        """The entities of each Doc, and whether the recogniser that learned from reviews gave it.

        The base model's recogniser comes second and fills what the first one left open.
        """
        own: list[set[tuple[int, int]]] = [set() for _ in docs]
        stream = docs
        for name, pipe in self.model.pipeline:
            stream = list(cast(TrainablePipe, pipe).pipe(stream, batch_size=128))
            if self.learned and name in _RECOGNISERS:
                own = [{(entity.start, entity.end) for entity in read.ents} for read in stream]
        for read, mine in zip(stream, own, strict=True):
            yield [(entity, (entity.start, entity.end) in mine) for entity in read.ents]


def _loaded(model: str, language: str) -> Language:
    try:
        return recogniser(model)
    except OSError as error:
        raise fail(
            "tag.model",
            f"the language model {model!r} for {language!r} cannot be loaded: {error}",
            remedy=f"Install it, or correct {language} in tag.models.",
        ) from error


def recogniser(model: str, nlp: Language | None = None) -> Language:
    """The pipeline of that name, reduced to its entity recognisers and what they listen to."""
    shared: dict[str, Any] = {} if nlp is None else {"vocab": nlp.vocab}
    loaded = load(model, exclude=["tagger", "parser", "senter", "attribute_ruler", "lemmatizer"], **shared)
    kept = [name for name, pipe in loaded.pipeline if loaded.get_pipe_meta(name).factory in _RECOGNISERS]
    listens = any(
        "listener" in node.name for name in kept for node in cast(TrainablePipe, loaded.get_pipe(name)).model.walk()
    )
    if not listens:
        for name in [name for name in loaded.pipe_names if name not in kept]:
            loaded.remove_pipe(name)
    return loaded


class Piece(NamedTuple):
    """A stretch of the text as a Doc; `offsets` are those of its words where blanks between them were taken out."""

    doc: Doc
    start: int
    offsets: list[int]

    @property
    def starts(self) -> list[int]:
        """Where each word of the Doc begins in the text."""
        return self.offsets or [self.start + token.idx for token in self.doc]

    def span(self, entity: Span) -> tuple[int, int]:
        """Where an entity of the Doc stands in the text."""
        if not self.offsets:
            return self.start + entity.start_char, self.start + entity.end_char
        return self.offsets[entity.start], self.offsets[entity.end - 1] + len(entity[-1].text)


def pieces(state: Layers, model: Language, blocks: Sequence[Block] | None = None) -> Iterator[Piece]:
    """Each block, or each of those named, as a Doc, without the words that are nothing but blanks."""
    for block in state.blocks if blocks is None else blocks:
        if block.kind == "heading" and not state.text[block.start].isalnum():
            continue
        for start, end in _sized(block.sentences):
            piece = without_runs(state.flat[start:end])
            doc = model.tokenizer(piece)
            if not _BLANKS.search(piece):
                yield Piece(doc, start, [])
            elif kept := [token for token in doc if not token.is_space]:
                words, spaces = [token.text for token in kept], [bool(token.whitespace_) for token in kept]
                offsets = [start + token.idx for token in kept]
                yield Piece(Doc(model.vocab, words=words, spaces=spaces), start, offsets)


def _sized(sentences: tuple[tuple[int, int], ...], longest: int = 20_000) -> Iterator[tuple[int, int]]:
    """The sentences of a block as one span, or as several where it is too long to be read at once."""
    if not sentences:
        return
    begin, end = sentences[0]
    for left, right in sentences[1:]:
        if right - begin > longest:
            yield begin, end
            begin = left
        end = right
    for at in range(begin, end, 10 * longest):
        yield at, min(at + 10 * longest, end)
