"""Reading one file in a child: bytes as received become text, layout, and what is known of the file so far."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from regesta.engine.task import Task
from regesta.errors import RegestaError, fail
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
TEXT_FILE, LAYOUT_FILE, DRAFT_FILE = "text.txt", "layout.jsonl", "draft.json"
#: Stands in the record of a file until it has a citekey.
NAMELESS = "nameless"


class ReadTask(msgspec.Struct, frozen=True, kw_only=True):
    """One file to read: where it lies, its sha256, the name that it was received under, what findings call it."""

    cache: str
    path: str
    name: str
    shown: str
    sha256: str
    key: str
    settings: IngestSettings
    encoding: str = ""


def reading_task(
    cache: Path, path: Path, name: str, shown: str, sha256: str, settings: IngestSettings, code: str, encoding: str
) -> Task:
    """The task that reads a file within the limits of the settings; `code` is the digest of the readers' code."""
    key = key_of(STAGE, sha256, name, settings, code, encoding)
    argument = ReadTask(
        cache=str(cache),
        path=str(path),
        name=name,
        shown=shown,
        sha256=sha256,
        key=key,
        settings=settings,
        encoding=encoding,
    )
    return Task(name=shown, work=work, argument=argument, seconds=settings.seconds, memory_mb=settings.memory_mb)


def work(task: ReadTask) -> Receipt:
    """Reads one file; leaves its text, its layout (where there are pages) and its record without a citekey."""
    from regesta.ingest.source import make_source

    cache = Path(task.cache)
    receipt = cached(cache, STAGE, task.key)
    if receipt is not None:
        return receipt
    data = _bytes(task)
    reading = _read(task, data)
    draft = make_source(reading, data, task.name, NAMELESS, reading.csl, task.settings)
    outputs = {TEXT_FILE: reading.text.encode("utf-8"), DRAFT_FILE: msgspec.json.encode(draft)}
    if reading.layout:
        outputs[LAYOUT_FILE] = write_records(reading.layout)
    findings = [msgspec.structs.replace(finding, path=task.shown) for finding in reading.findings]
    return store(cache, STAGE, task.shown, task.key, outputs, findings)


def read_anew(task: ReadTask) -> str:
    """The text of one file, read now, whatever the cache says; for whoever believes nothing."""
    return _read(task, _bytes(task)).text


def read_output(cache: Path, receipt: Receipt, name: str) -> bytes | None:
    """The bytes of one file that the reading left; None where it left no such file."""
    if name not in receipt.outputs:
        return None
    return output_path(cache, receipt.stage, receipt.key, name).read_bytes()


def _bytes(task: ReadTask) -> bytes:
    data = read_foreign(Path(task.path), task.settings.megabytes)
    if sha256_hex(data) != task.sha256:
        raise fail(
            "ingest.changed",
            "changed while it was read",
            path=task.shown,
            remedy="Do it again when nobody writes to it.",
        )
    return data


def _read(task: ReadTask, data: bytes) -> Reading:
    from regesta.ingest.read import read

    try:
        return read(data, task.name, task.settings, task.encoding)
    except RegestaError as error:
        raise RegestaError(msgspec.structs.replace(error.finding, path=task.shown)) from None
