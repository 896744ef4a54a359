"""The tagger: a source's text in, its mentions out."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import get_model_meta, get_package_path, load_config_from_str, load_model_from_config

from regesta.anchor.drafts import Draft, mentions
from regesta.edtf.csl_date import issued
from regesta.errors import fail
from regesta.model.entity import Entity
from regesta.model.mention import Mention
from regesta.model.settings import EventType, TagSettings
from regesta.model.source import Source
from regesta.names.gazetteer import Gazetteer
from regesta.names.remembered import Remembered
from regesta.tag.components import (  # noqa: F401  (each registers its factory, without entry points too)
    agreement,
    arguments,
    boundaries,
    cues,
    dates,
    learned_dates,
    linking,
    lists,
    memory,
    model,
    organisations,
    other_languages,
    participants,
    passages,
    people,
    places,
    quantities,
    tolls,
    triggers,
)
from regesta.tag.components import gazetteer as _gazetteer  # noqa: F401
from regesta.tag.dates.pins import Pin
from regesta.tag.layers import Layers, layers, without_runs
from regesta.tag.version import model_name, other_models

#: How the names of the factories that ship begin.
_OURS = "regesta_"
#: CSL types of sources whose "3 May" is one of their own year.
_OF_THEIR_DAY = frozenset(
    {"article-newspaper", "broadcast", "interview", "manuscript", "personal_communication", "post", "report", "speech"}
)


class Tagger:
    """A spaCy pipeline made from `config.cfg` and what the workspace knows.

    `config` is the text of a project's own config.cfg, which takes the place of the one that ships. `gazetteer` is
    where places can be looked up; without one, only the places that ship are known.
    """

    def __init__(
        self,
        settings: TagSettings,
        event_types: Sequence[EventType],
        entities: Sequence[Entity],
        config: str = "",
        gazetteer: Gazetteer | None = None,
    ) -> None:
        self.settings = settings
        self.nlp = _pipeline(settings, event_types, entities, config)
        self._of_words = any(not _is_ours(self.nlp, name) for name in self.nlp.pipe_names)
        for _, component in self.nlp.pipeline:
            if hasattr(component, "gazetteer"):
                component.gazetteer = gazetteer

    def tag(
        self, source: Source, text: str, pinned: Sequence[Pin] = (), recalled: Sequence[Remembered] = ()
    ) -> list[Mention]:
        """The mentions of a source in the order of its text; the same text gives the same mentions.

        `pinned` is what people decided about its dates: the others are read by it. `recalled` is what they decided
        about names, here and elsewhere.
        """
        state = self.layers(text, _written_on(source), source.language, pinned, recalled)
        drafts = [*state.drafts, *(_draft(state, index) for index in range(len(state.names)))]
        return mentions(source.id, text, source.pages, drafts)

    def layers(
        self,
        text: str,
        written_on: str = "",
        language: str = "",
        pinned: Sequence[Pin] = (),
        recalled: Sequence[Remembered] = (),
    ) -> Layers:
        """What the components found in a text, before it is made into mentions."""
        self.nlp.max_length = max(self.nlp.max_length, len(text) + 1)
        # The components here read the text itself; tokens are made only for those that a project brings.
        doc = self.nlp.make_doc(without_runs(text)) if self._of_words else Doc(self.nlp.vocab)
        state = layers(doc, text)
        state.issued, state.language, state.pins, state.memory = written_on, language, pinned, recalled
        return layers(self.nlp(doc))


def _pipeline(
    settings: TagSettings, event_types: Sequence[EventType], entities: Sequence[Entity], config: str
) -> Language:
    text = config or files("regesta.tag").joinpath("config.cfg").read_text(encoding="utf-8")
    try:
        parsed = load_config_from_str(text)
    except ValueError as error:
        raise fail("tag.config", f"the spaCy config cannot be read: {error}", remedy="Correct tag.config.") from error
    models = {"model": model_name(settings), "models": other_models(settings)}
    types = {"event_types": [msgspec.to_builtins(event_type) for event_type in event_types]}
    filled: dict[str, dict[str, Any]] = {
        "regesta_model": models,
        "regesta_dates": {"winter": settings.winter},
        "regesta_lists": {"entities": [msgspec.to_builtins(entity) for entity in entities]},
        "regesta_linking": {"entities": [msgspec.to_builtins(entity) for entity in entities]},
        "regesta_tolls": types,
        "regesta_triggers": types,
        "regesta_arguments": {**models, **types},
    }
    for component in parsed.get("components", {}).values():
        component.update(filled.get(component.get("factory", ""), {}))
    try:
        parsed["nlp"]["lang"] = language_of(model_name(settings))
        return load_model_from_config(parsed, auto_fill=True)
    except (OSError, ImportError) as error:
        raise fail(
            "tag.model",
            f"the language model {model_name(settings)!r} cannot be loaded: {error}",
            remedy="Install it, or set tag.model to a spaCy pipeline that is installed.",
        ) from error


def _is_ours(nlp: Language, name: str) -> bool:
    """Whether a component of a pipeline is one of those that ship."""
    return nlp.get_pipe_meta(name).factory.startswith(_OURS)


def language_of(name: str) -> str:
    """The language of an installed pipeline or of one in a folder, as spaCy abbreviates it."""
    folder = Path(name) if Path(name).is_dir() else get_package_path(name)
    return str(get_model_meta(folder)["lang"])


def _written_on(source: Source) -> str:
    """The date of a source that speaks of its own day, as EDTF; empty for a book or an article, which does not."""
    return issued(source.csl).partition("/")[0] if source.csl.get("type") in _OF_THEIR_DAY else ""


def _draft(state: Layers, index: int) -> Draft:
    name = state.names[index]
    return Draft(
        start=name.start,
        end=name.end,
        label=name.label,
        value=name.value,
        by=name.by,
        rule=name.rule,
        title=name.title,
        alternatives=name.alternatives,
    )
