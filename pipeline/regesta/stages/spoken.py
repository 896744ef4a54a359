"""The languages of the sources: the mentions of a source rest on the pipelines of its own languages, and no others."""

from __future__ import annotations

from collections.abc import Iterable

from regesta.model.settings import TagSettings
from regesta.stages.codes import code_digest
from regesta.stages.receipt import key_of
from regesta.stages.state import SOURCE, TEXT, Known, Spoken
from regesta.workspace.corpus import read_source, read_text
from regesta.workspace.workspace import Workspace


def pipelines(ws: Workspace, settings: TagSettings, sources: Iterable[tuple[str, Known]]) -> dict[str, list[str]]:
    """By citekey, the pipelines beside the main one that have a say in a source; their languages are remembered.

    A text is read for it once, and only where there is more than one pipeline.
    """
    from regesta.tag.version import other_models, pipelines_for

    if not other_models(settings):
        return {}
    code = code_digest("tag")
    return {citekey: pipelines_for(settings, _languages(ws, citekey, known, code)) for citekey, known in sources}


def _languages(ws: Workspace, citekey: str, known: Known, code: str) -> list[str]:
    from regesta.tag.languages import languages_in

    key = key_of(code, known.hashes[SOURCE], known.hashes[TEXT])
    if known.spoken is None or known.spoken.key != key:
        languages = languages_in(read_text(ws, citekey), read_source(ws, citekey).language)
        known.spoken = Spoken(key, languages)
    return known.spoken.languages
