"""The life of a worker: take a task, do it within its limits, answer, until nobody asks any more."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import resource
import signal
import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from regesta.engine.task import perform
from regesta.engine.threads import ONE_THREAD


def serve(connection: Connection) -> None:
    """Answers the tasks that come in by `connection`, first of all with a word that the worker is ready."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    os.environ.update(ONE_THREAD)
    _die_with_parent()
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        connection.send("ready")
        while (task := connection.recv()) is not None:
            with memory_limit(task.memory_mb):
                outcome = perform(task)
            connection.send((outcome.result, outcome.finding))


def _die_with_parent() -> None:
    """Ends this process as soon as its parent is gone, even in the middle of a task."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


@contextlib.contextmanager
def memory_limit(megabytes: int) -> Iterator[None]:
    """Lets the work inside take so many megabytes beyond what the process already holds; 0 is no limit.

    Private memory that can be written to counts, not what is mapped from files. Where the system does not say how
    much that is, there is no limit.
    """
    held = _held() if megabytes else 0
    if not held:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = held + megabytes * 1024 * 1024
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def _held() -> int:
    """Bytes of data and stack that this process holds; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])
    except (OSError, IndexError, ValueError):
        return 0
    return pages * resource.getpagesize()


def describe(exitcode: int | None) -> str:
    """How a worker ended, in words: `killed by SIGKILL`, `exit code 1`."""
    if exitcode is None:
        return "it did not end"
    if exitcode >= 0:
        return f"exit code {exitcode}"
    try:
        return f"killed by {signal.Signals(-exitcode).name}"
    except ValueError:
        return f"killed by signal {-exitcode}"
