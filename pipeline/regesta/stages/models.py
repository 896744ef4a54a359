"""The models that were trained here: which one the settings mean, and the runs that made them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from regesta.model.settings import TagSettings
from regesta.model.training import Run
from regesta.workspace.jsonl import read_records, write_records
from regesta.workspace.replace import replace_bytes
from regesta.workspace.workspace import Workspace

#: What `tag.model` says for the newest model that was trained here and kept.
TRAINED = "trained"


def runs(ws: Workspace) -> list[Run]:
    """All trainings, oldest first."""
    return read_records(ws.runs_path, Run)


def add_run(ws: Workspace, run: Run) -> None:
    """Writes a training down; one of the same name, which learned from the same, takes the place of the other."""
    others: Sequence[Run] = [each for each in runs(ws) if each.id != run.id]
    replace_bytes(ws.runs_path, write_records([*others, run]))


def newest_kept(ws: Workspace) -> Run | None:
    """The last training whose model was kept and is there."""
    kept = _kept(ws)
    return kept[-1] if kept else None


def _kept(ws: Workspace) -> list[Run]:
    return [run for run in runs(ws) if run.kept and (ws.models / run.id).is_dir()]


def tag_settings(ws: Workspace) -> TagSettings:
    """The settings of the tagger with the model that they mean, relative to the workspace where it stands there.

    `trained` means the newest model that was kept, and the English one as long as there is none. A model that began
    from nothing is one for its own language only; as long as a language has none, what is installed for it is used.
    """
    settings = ws.settings.tag
    wanted = [language for language, name in settings.models.items() if name == TRAINED]
    if settings.model != TRAINED and not wanted:
        return settings
    kept = {_blank_language(run): ws.relative(ws.models / run.id) for run in _kept(ws)}
    models = {language: name for language, name in settings.models.items() if name != TRAINED}
    if settings.model != TRAINED:
        models |= {language: kept[language] for language in wanted if language in kept}
        return msgspec.structs.replace(settings, models=models)
    models = {language: name for language, name in kept.items() if language} | models
    return msgspec.structs.replace(settings, model=kept.get("", ""), models=models)


def _blank_language(run: Run) -> str:
    """The language of a model that began from nothing; empty for one that was trained further."""
    return run.base.removeprefix("blank:").split(" ")[0] if run.base.startswith("blank:") else ""


def in_workspace(settings: TagSettings, root: Path) -> TagSettings:
    """The settings with a model that stands in the workspace named by its whole path."""
    models = {language: _whole(name, root) for language, name in settings.models.items()}
    return msgspec.structs.replace(settings, model=_whole(settings.model, root), models=models)


def _whole(name: str, root: Path) -> str:
    return str(root / name) if name and (root / name).is_dir() else name


def base_of(ws: Workspace) -> str:
    """The pipeline from which a training starts: the one of the settings, or what that one was trained from."""
    settings = tag_settings(ws)
    by_folder = {ws.relative(ws.models / run.id): run for run in runs(ws)}
    run = by_folder.get(settings.model)
    return run.base.split(" ")[0] if run else in_workspace(settings, ws.root).model
