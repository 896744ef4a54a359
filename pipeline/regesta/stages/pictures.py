"""Pictures of the pages of a source: drawn once, in a child within limits, and kept in the cache by content."""

from __future__ import annotations

from pathlib import Path

import msgspec

from regesta.engine.run import Runner
from regesta.engine.task import Task
from regesta.errors import RegestaError, fail
from regesta.model.source import Source
from regesta.stages.receipt import Receipt, cached, key_of, output_path, store
from regesta.workspace.corpus import original_path
from regesta.workspace.opening import read_foreign
from regesta.workspace.workspace import Workspace

STAGE = "picture"
_FILE = "page.png"
#: Of how pictures are made; another number makes them anew.
_VERSION = 1
_PDF = "application/pdf"
#: Longest time that one page may take to draw.
_SECONDS = 30


class PictureTask(msgspec.Struct, frozen=True, kw_only=True):
    """One page to draw: where the file lies, how large it may be, and what its picture is called in the cache."""

    cache: str
    path: str
    source: str
    number: int
    megabytes: int
    key: str


def has_pictures(source: Source) -> bool:
    """Whether the pages of a source can be shown as they look."""
    return bool(source.pages) and source.file is not None and source.file.media_type == _PDF


def picture_of(ws: Workspace, source: Source, number: int) -> bytes:
    """The picture of a page as PNG. Raises RegestaError where there is none, or it needs more than the limits."""
    path = original_path(ws, source.id)
    if path is None or source.file is None or not has_pictures(source):
        raise fail("picture.none", f"{source.id} has no pages to show")
    key = key_of(STAGE, source.file.sha256, number, _VERSION)
    receipt = cached(ws.cache, STAGE, key) or _drawn(ws, path, source.id, number, key)
    return output_path(ws.cache, STAGE, receipt.key, _FILE).read_bytes()


def draw(task: PictureTask) -> Receipt:
    """Draws one page and leaves it in the cache."""
    from regesta.ingest.pdf.picture import picture

    made = picture(read_foreign(Path(task.path), task.megabytes), task.number)
    return store(Path(task.cache), STAGE, task.source, task.key, {_FILE: made})


def _drawn(ws: Workspace, path: Path, citekey: str, number: int, key: str) -> Receipt:
    limits = ws.settings.ingest
    argument = PictureTask(
        cache=str(ws.cache), path=str(path), source=citekey, number=number, megabytes=limits.megabytes, key=key
    )
    seconds = min(_SECONDS, limits.seconds)
    task = Task(name=citekey, work=draw, argument=argument, seconds=seconds, memory_mb=limits.memory_mb)
    with Runner(1) as runner:
        outcome = next(runner.run([task], apart=True))
    if outcome.finding is not None:
        raise RegestaError(outcome.finding)
    made: Receipt = outcome.result
    return made
