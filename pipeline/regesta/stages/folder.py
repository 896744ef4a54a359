"""A folder that comes into being in one step: it is filled elsewhere in the workspace, then renamed."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from regesta.workspace.replace import sync_folder, write_synced
from regesta.workspace.workspace import Workspace

#: Where a folder waits, under its path in the workspace, until another stands in its place.
_OLD = "old"


def read_folder(folder: Path) -> dict[str, bytes]:
    """The bytes of all files in a folder, by path from there, sorted; links are not followed."""
    if not folder.is_dir():
        return {}
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def put_folder(ws: Workspace, target: Path, files: Mapping[str, bytes]) -> None:
    """Writes a folder with these files; one that stands there already is replaced as a whole.

    The caller holds the workspace's lock. Whatever a crash left half made is swept away by the next call.
    """
    staging = sweep(ws)
    fresh = staging / "new"
    for name, data in files.items():
        path = fresh / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_synced(path, data)
    for folder in sorted({(fresh / name).parent for name in files}):
        sync_folder(folder)
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        aside = staging / _OLD / target.relative_to(ws.root)
        aside.parent.mkdir(parents=True)
        target.rename(aside)
    fresh.rename(target)
    sync_folder(target.parent)
    sweep(ws)


def sweep(ws: Workspace) -> Path:
    """Empties the folder for what is half made, and gives its path.

    A folder that was set aside to be replaced, and that nothing has replaced, goes back to where it stood.
    """
    staging = ws.cache / "staging"
    for aside in (staging / _OLD).glob("*/*"):
        target = ws.root / aside.relative_to(staging / _OLD)
        if not target.exists():
            aside.rename(target)
    if staging.exists():
        shutil.rmtree(staging)
    staging.mkdir(parents=True)
    return staging
