"""Reading one file in a child: bytes as received become text, layout and what the file says of itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from regesta.engine.task import Task
from regesta.errors import fail
from regesta.model.ids import sha256_hex
from regesta.model.settings import IngestSettings
from regesta.stages.receipt import Receipt, cached, key_of, output_path, store
from regesta.workspace.jsonl import write_records
from regesta.workspace.opening import read_foreign

if TYPE_CHECKING:
    from regesta.ingest.reading import Reading

STAGE = "ingest"
#: Imported once, before the workers fork off.
PRELOAD = "regesta.ingest.read"
TEXT_FILE, LAYOUT_FILE, ABOUT_FILE = "text.txt", "layout.jsonl", "about.json"


class ReadTask(msgspec.Struct, frozen=True, kw_only=True):
    """One file to read: where it lies, its sha256, the name that it was received under."""

    cache: str
    path: str
    name: str
    sha256: str
    key: str
    settings: IngestSettings
    encoding: str = ""


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader says beside text and layout."""

    media_type: str
    reader: str
    version: str
    encoding: str
    csl: dict[str, Any]
    language: str


def task(
    cache: Path, path: Path, name: str, sha256: str, settings: IngestSettings, code: str, encoding: str = ""
) -> Task:
    """The task that reads a file, within the limits of the settings; `name` is what findings call it."""
    key = key_of(STAGE, sha256, Path(name).suffix.lower(), settings.agreement, code, encoding)
    argument = ReadTask(
        cache=str(cache), path=str(path), name=name, sha256=sha256, key=key, settings=settings, encoding=encoding
    )
    return Task(name=str(path), work=work, argument=argument, seconds=settings.seconds, memory_mb=settings.memory_mb)


def work(task: ReadTask) -> Receipt:
    """Reads one file; leaves text, layout (where there are pages) and what the reader says in the cache."""
    cache = Path(task.cache)
    receipt = cached(cache, STAGE, task.key)
    if receipt is not None:
        return receipt
    reading = _read(task)
    about = About(
        media_type=reading.media_type,
        reader=reading.reader,
        version=reading.version,
        encoding=reading.encoding,
        csl=reading.csl,
        language=reading.language,
    )
    outputs = {TEXT_FILE: reading.text.encode("utf-8"), ABOUT_FILE: msgspec.json.encode(about)}
    if reading.layout:
        outputs[LAYOUT_FILE] = write_records(reading.layout)
    return store(cache, STAGE, task.name, task.key, outputs, reading.findings)


def read_anew(task: ReadTask) -> str:
    """The text of one file, read now, whatever the cache says; for whoever believes nothing."""
    return _read(task).text


def _read(task: ReadTask) -> Reading:
    from regesta.ingest.read import read

    data = read_foreign(Path(task.path), task.settings.megabytes)
    if sha256_hex(data) != task.sha256:
        raise fail(
            "ingest.changed",
            "changed while it was read",
            path=task.path,
            remedy="Do it again when nobody writes to it.",
        )
    return read(data, task.name, task.settings, task.encoding)


def read_output(cache: Path, receipt: Receipt, name: str) -> bytes | None:
    """The bytes of one file that the reading left; None where it left no such file."""
    if name not in receipt.outputs:
        return None
    return output_path(cache, receipt.stage, receipt.key, name).read_bytes()
