"""How tasks are run: here, one after the other, or in a pool."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from regesta.engine.pool import Pool
from regesta.engine.task import Outcome, Task, perform


def cores() -> int:
    """The cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


def run_tasks(
    tasks: Iterable[Task], jobs: int, *, apart: bool = False, preload: Sequence[str] = ()
) -> Iterator[Outcome]:
    """The outcomes of the tasks as they come, with `jobs` of them at a time.

    One job, or one task, is done in this process, without limits and without the cost of another one; `apart` says
    that the work touches what strangers wrote, and is always done in a child within limits.
    """
    work = list(tasks)
    jobs = min(jobs, len(work))
    if not work:
        return
    if jobs == 1 and not apart:
        for task in work:
            yield perform(task)
        return
    with Pool(jobs, preload) as pool:
        yield from pool.run(work)
