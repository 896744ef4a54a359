"""What a pipeline answers on reviewed documents, without what it could only know from their reviews."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from regesta.model.mention import REVIEWED_LABELS
from regesta.model.settings import TagSettings
from regesta.model.training import Marked
from regesta.stages.authorities import opened
from regesta.stages.models import in_workspace, tag_settings
from regesta.stages.tag import own_config
from regesta.tag.training.gold import Document
from regesta.tag.version import pipeline_language, reader
from regesta.workspace.authority import read_entities
from regesta.workspace.corpus import citekeys, read_source
from regesta.workspace.workspace import Workspace


def answers(ws: Workspace, model: str, documents: Iterable[Document]) -> dict[str, list[Marked]]:
    """By source, the spans that the tagger proposes with this model, and with neither memory nor decided dates.

    `model` is as in the settings: a pipeline, a folder in the workspace, or empty.
    """
    from regesta.model.source import Source
    from regesta.tag.tagger import Tagger

    settings = _settings(ws, model)
    entities, _ = read_entities(ws)
    tagger = Tagger(settings, ws.event_types, entities, own_config(ws), opened())
    known = set(citekeys(ws))
    found = {}
    for document in documents:
        source = read_source(ws, document.source) if document.source in known else Source(id=document.source, csl={})
        found[document.source] = [
            Marked(mention.start, mention.end, mention.label)
            for mention in tagger.tag(source, document.text)
            if mention.label in REVIEWED_LABELS
        ]
    return found


def who_answers(ws: Workspace, model: str, documents: Iterable[Document]) -> str:
    """The pipelines that `answers` asks about some documents, by their names, each with its languages if several."""
    settings = _settings(ws, model)
    asked: dict[str, set[str]] = {}
    for document in documents:
        name = reader(settings, document.language)
        shown = ws.relative(Path(name)) if name else "rules without a pipeline"
        asked.setdefault(shown, set()).add(document.language or "texts in an unknown language")
    if len(asked) == 1 and "rules without a pipeline" not in asked:
        return next(iter(asked))
    return ", ".join(f"{name} ({', '.join(sorted(languages))})" for name, languages in sorted(asked.items()))


def _settings(ws: Workspace, model: str) -> TagSettings:
    """The settings of the tagger with this model in the place of the main one, or of the one for its language."""
    settings = in_workspace(msgspec.structs.replace(tag_settings(ws), model=model), ws.root)
    if not model:
        return settings
    own = pipeline_language(settings.model)
    others = {language: name for language, name in settings.models.items() if language != own}
    return msgspec.structs.replace(settings, models=others)
