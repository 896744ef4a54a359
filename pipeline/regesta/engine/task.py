"""A task and what became of it: the work on one whole source, as a function that any process can import."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from regesta.errors import Finding, RegestaError, refused_by_system


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of work: `work(argument)`, where `work` is importable by name and the argument can be pickled.

    `name` is what findings call it. `seconds` and `memory_mb` bound it, where it runs in a worker of its own; 0 is
    no bound.
    """

    name: str
    work: Callable[[Any], Any]
    argument: Any
    seconds: float = 0
    memory_mb: int = 0


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a task: its result, or the finding that says why there is none."""

    task: Task
    result: Any = None
    finding: Finding | None = None


def perform(task: Task) -> Outcome:
    """The outcome of a task, done here and now; no fault of the work gets out."""
    try:
        return Outcome(task=task, result=task.work(task.argument))
    except RegestaError as error:
        return Outcome(task=task, finding=error.finding)
    except OSError as error:
        return Outcome(task=task, finding=refused_by_system("engine.system", error, task.name))
    except MemoryError:
        return Outcome(task=task, finding=out_of_memory(task))
    except Exception as error:  # a fault of the program in one source must not stop the others
        return Outcome(task=task, finding=broken(task, error))


def out_of_memory(task: Task) -> Finding:
    """The finding for work that wanted more memory than it may have."""
    limit = f"the {task.memory_mb} MB that it may have" if task.memory_mb else "there is"
    return Finding(
        code="engine.memory",
        what=f"stopped, since it needs more memory than {limit}",
        path=task.name,
        why="A file can be made, or broken, so that a few bytes swell to gigabytes; the other sources go on.",
        remedy="If it is only large, raise memory_mb in the settings or split it; else leave it out.",
    )


def broken(task: Task, error: Exception) -> Finding:
    """The finding for a fault that the program did not foresee, with the line of code where it came up."""
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    place = f" at {traceback.tb_frame.f_code.co_filename}:{traceback.tb_lineno}" if traceback else ""
    return Finding(
        code="engine.fault",
        what=f"could not be worked on: {type(error).__name__}: {error}{place}",
        path=task.name,
        why="This is a fault of the program, or of a library that it uses; the other sources go on.",
        remedy="Please report it, with the file if you may share it.",
    )


def too_slow(task: Task) -> Finding:
    """The finding for work that ran past its time."""
    return Finding(
        code="engine.time",
        what=f"stopped after {task.seconds:g} seconds",
        path=task.name,
        why="A file can be made, or broken, so that the work on it never ends; the other sources go on.",
        remedy="If it is only large, raise seconds in the settings or split it; else leave it out.",
    )


def set_aside(task: Task, deaths: int, how: str) -> Finding:
    """The finding for a task whose workers died."""
    return Finding(
        code="engine.set_aside",
        what=f"set aside: {deaths} workers died over it ({how})",
        path=task.name,
        why="Something in it brings the process down, or the machine is out of memory; the other sources go on.",
        remedy="Do it again with --retry when more memory is free; if it dies again, leave it out and report it.",
    )
