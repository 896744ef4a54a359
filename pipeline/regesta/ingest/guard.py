"""Limits: a file that hangs or eats memory is stopped, and does not take the batch with it."""

from __future__ import annotations

import multiprocessing
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

from regesta.errors import RegestaError, fail

T = TypeVar("T")

#: Room that the interpreter itself may take beyond what it has when the limit is set, in bytes.
_MARGIN = 32 * 2**20


def guarded(function: Callable[..., T], *args: Any, seconds: float, memory_mb: int, path: str = "") -> T:
    """What `function(*args)` returns, worked out in a child process under limits of time and memory.

    The function must be importable, its arguments and its result picklable. A child that takes longer than `seconds`
    is killed, whatever signals it ignores. RegestaError `ingest.time`, `ingest.memory` or `ingest.died` where it did
    not come to an end; what the function itself raises as RegestaError is raised here.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(sender, function, args, memory_mb), daemon=True)
    child.start()
    sender.close()
    try:
        if not receiver.poll(seconds):
            raise timed_out(seconds, path)
        kind, content = receiver.recv()
    except EOFError:
        child.join()
        raise died(child.exitcode, path) from None
    finally:
        child.kill()
        child.join()
        receiver.close()
    if kind == "done":
        done: T = content
        return done
    if kind == "memory":
        raise out_of_memory(memory_mb, path)
    if kind == "finding":
        raise RegestaError(content)
    raise RuntimeError(content)


def limit_this_process(memory_mb: int) -> bool:
    """Lets this process take that many megabytes more than it holds now; beyond, it gets a MemoryError.

    Meant for a worker that lives long: call it before each source, the limit counts from what is held then. False on
    a system that keeps no such limit.
    """
    held = _held()
    if not held:
        return False
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = held + _MARGIN + memory_mb * 2**20
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
    return True


def _held() -> int:
    """Bytes of data that this process holds, as RLIMIT_DATA counts them; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])
    except (OSError, IndexError, ValueError):
        return 0
    return pages * resource.getpagesize()


def timed_out(seconds: float, path: str) -> RegestaError:
    """The fault of a source that took too long."""
    return fail(
        "ingest.time", f"stopped after {seconds:g} seconds", path=path,
        why="A file can be made, or broken, so that it is never read to its end.",
        remedy="If it is only large, raise `seconds` under `[ingest]` in the settings; else leave it out.",
    )  # fmt: skip


def out_of_memory(memory_mb: int, path: str) -> RegestaError:
    """The fault of a source that took too much memory."""
    return fail(
        "ingest.memory", f"stopped because it took more than {memory_mb} MB of memory", path=path,
        why="A file can be made, or broken, so that a few bytes swell to gigabytes.",
        remedy="If it is only large, raise `memory_mb` under `[ingest]` in the settings; else leave it out.",
    )  # fmt: skip


def died(exitcode: int | None, path: str) -> RegestaError:
    """The fault of a source whose reading ended the process."""
    name = signal.Signals(-exitcode).name if exitcode is not None and exitcode < 0 else f"exit status {exitcode}"
    return fail(
        "ingest.died", f"the reader died ({name})", path=path,
        why="It ran out of memory, or the file is broken in a way that brings the reader down.",
        remedy="Open the file in another program and save it anew; if it is sound, please report it.",
    )  # fmt: skip


def _work(sender: Connection, function: Callable[..., Any], args: tuple[Any, ...], memory_mb: int) -> None:
    try:
        limit_this_process(memory_mb)
        answer: tuple[str, Any] = ("done", function(*args))
    except MemoryError:
        answer = ("memory", None)
    except RegestaError as error:
        answer = ("finding", error.finding)
    except BaseException:
        answer = ("error", traceback.format_exc())
    sender.send(answer)
    sender.close()
    sys.stdout.flush()
