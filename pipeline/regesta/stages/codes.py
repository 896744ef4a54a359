"""The code and the shared settings that a stage's results depend on, as hashes and as stamps."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from regesta.model.ids import sha256_hex
from regesta.stages.models import TRAINED
from regesta.stages.receipt import key_of
from regesta.stages.survey import stamp
from regesta.workspace.settings import settings_file
from regesta.workspace.workspace import Workspace

_PACKAGE = Path(__file__).resolve().parent.parent
#: The rooms of each stage whose code decides what comes out of it.
ROOMS: dict[str, tuple[str, ...]] = {
    "ingest": ("model", "edtf", "names", "ingest"),
    "tag": ("model", "anchor", "edtf", "names", "tag"),
    "extract": ("model", "anchor", "edtf", "names", "extract", "review"),
    "resolve": ("model", "anchor", "edtf", "names", "resolve", "review"),
}


def code_digest(stage: str) -> str:
    """A hash over the code and the data files of a stage's rooms: another program may give other results."""
    return key_of([[name, sha256_hex(path.read_bytes())] for name, path in _files(ROOMS[stage])])


def inputs_stamp(ws: Workspace) -> str:
    """A hash over the stamps of all that the derived files rest on beside the sources; taken before any of it is read.

    The settings, the logs, the authority files; the program itself; and the folders in which packages are installed,
    whose time changes with every one that comes or goes.
    """
    watched: list[tuple[str, object]] = [(name, stamp(path)) for name, path in _files(_all_rooms())]
    watched += [(path, stamp(path)) for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
    settings = settings_file(ws.root)
    mine = [*_lines(ws.authority), *_logs(ws.decisions)]
    mine += [path for path in (settings, *_model_files(ws)) if path is not None]
    watched += [(ws.relative(path), stamp(path)) for path in mine]
    return key_of(watched)


def _all_rooms() -> Sequence[str]:
    return sorted({room for rooms in ROOMS.values() for room in rooms} | {"stages", "workspace"})


def _files(rooms: Sequence[str]) -> list[tuple[str, Path]]:
    """The files of some rooms of the program, by name; what Python compiles is left out."""
    found = []
    for room in rooms:
        for folder, inner, names in os.walk(_PACKAGE / room):
            inner[:] = sorted(name for name in inner if name != "__pycache__")
            found += [(f"{folder[len(str(_PACKAGE)) :]}/{name}", Path(folder, name)) for name in sorted(names)]
    return found


def _lines(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.jsonl"))


def _logs(folder: Path) -> list[Path]:
    return sorted(folder.glob("*/*.jsonl"))


def _model_files(ws: Workspace) -> list[Path]:
    """Files of the project's own model and configuration, where the settings name some."""
    model, config = ws.settings.tag.model, ws.settings.tag.config
    found = [ws.root / config] if config else []
    if model == TRAINED:
        found += [ws.runs_path, ws.models]
    if model and (ws.root / model).is_dir():
        found += [ws.root / model, ws.root / model / "meta.json"]
    return found
