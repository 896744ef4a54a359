"""How tasks are run: here, one after the other, or in a pool that lives as long as the command."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from regesta.engine.task import Outcome, Task, perform
from regesta.engine.threads import ONE_THREAD

if TYPE_CHECKING:
    from regesta.engine.pool import Pool


def cores() -> int:
    """The cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


class Runner:
    """Runs tasks, `jobs` at a time; workers are started when they are first needed and kept until the end.

    With one job, or for one task, the work is done in this process: without limits, and without the cost of another.
    What strangers wrote is read `apart`: always in a child, within limits.
    """

    def __init__(self, jobs: int = 0, preload: Sequence[str] = ()) -> None:
        """No jobs: as many as there are cores. `preload` names modules that the workers have in common."""
        self.jobs = jobs or cores()
        self._preload = preload
        self._pool: Pool | None = None

    def __enter__(self) -> Runner:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._pool is not None:
            self._pool.close()

    def run(self, tasks: Iterable[Task], *, apart: bool = False) -> Iterator[Outcome]:
        """The outcomes of the tasks, as they come."""
        work = list(tasks)
        if not apart and min(self.jobs, len(work)) < 2:
            os.environ.update(ONE_THREAD)
            for task in work:
                yield perform(task)
            return
        if work:
            from regesta.engine.pool import Pool  # not before it is needed: most runs have nothing to do

            self._pool = self._pool or Pool(self.jobs, self._preload)
            yield from self._pool.run(work)
