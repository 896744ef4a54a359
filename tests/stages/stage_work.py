"""A small stage that a worker can import by name: it writes down how many words a text has."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import msgspec

from regesta.errors import fail
from regesta.stages.receipt import Receipt, cached, store


class CountTask(msgspec.Struct, frozen=True):
    """A text to count, and where the cache is."""

    cache: str
    text: str
    source: str
    key: str


def count(task: CountTask) -> Receipt:
    """Counts the words of one text; a text that says POISON kills, one that says BAD is refused."""
    receipt = cached(Path(task.cache), "count", task.key)
    if receipt is not None:
        return receipt
    text = Path(task.text).read_text(encoding="utf-8")
    if "POISON" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "BAD" in text:
        raise fail("tag.bad", "the text is bad", path=task.source)
    Path(task.cache).mkdir(exist_ok=True)
    with Path(task.cache, "worked").open("a", encoding="utf-8") as log:
        log.write(f"{task.source}\n")
    return store(Path(task.cache), "count", task.source, task.key, {"words": f"{len(text.split())}\n".encode()})
