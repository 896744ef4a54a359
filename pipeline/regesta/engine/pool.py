"""A supervised pool: whole sources side by side, and no worker's death takes anything with it.

`multiprocessing.Pool` and spaCy's `nlp.pipe(n_process=2)` hang for ever when a worker is killed, and
`concurrent.futures` gives up. Here each worker has a pipe of its own, and the parent watches pipes, deaths and
clocks at once: a source whose worker died is done again on a fresh one; a source that costs two workers their
lives is set aside with a finding; one that runs past its time is stopped.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerProcess
from types import TracebackType

from regesta.engine.task import Outcome, Task, set_aside, too_slow
from regesta.engine.threads import ONE_THREAD
from regesta.engine.worker import describe, serve
from regesta.errors import fail

#: A source that costs so many workers their lives is set aside.
DEATHS = 2
#: So many workers that die one after the other before they are ready mean that none will ever work.
FALSE_STARTS = 3
#: Seconds to wait before a worker is started again after its start has failed.
PAUSE = 0.5
_CONTEXT = get_context("forkserver")


class Worker:
    """A child process, the pipe to it, and what it is working on."""

    def __init__(self) -> None:
        self.connection, theirs = _CONTEXT.Pipe()
        self.process: ForkServerProcess = _CONTEXT.Process(target=serve, args=(theirs,), daemon=False)
        with _one_thread():
            self.process.start()
        theirs.close()
        self.ready = False
        self.index: int | None = None
        self.deadline = float("inf")

    def give(self, index: int, task: Task) -> None:
        """Sends it a task; its clock starts now."""
        self.index = index
        self.deadline = time.monotonic() + task.seconds if task.seconds else float("inf")
        self.connection.send(task)

    def release(self) -> None:
        """Marks it as free."""
        self.index = None
        self.deadline = float("inf")

    def kill(self) -> None:
        """Ends it at once, and waits until it is gone."""
        self.process.kill()
        self.process.join()
        self.connection.close()


class Pool:
    """So many workers, started when there is work; `run` hands out tasks and yields outcomes as they come."""

    def __init__(self, jobs: int, preload: Sequence[str] = ()) -> None:
        """`preload` names modules that are imported once, before the workers fork off, not once a worker."""
        self.jobs = max(1, jobs)
        self._workers: list[Worker] = []
        self._false_starts = 0
        if preload:
            _CONTEXT.set_forkserver_preload(list(preload))

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends the workers; whatever they were doing can be done again."""
        for worker in self._workers:
            worker.kill()
        self._workers = []

    def run(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """The outcome of each task, in the order in which they are done, which means nothing."""
        work = list(tasks)
        waiting = deque(range(len(work)))
        deaths = [0] * len(work)
        left = len(work)
        while left:
            self._employ(work, waiting)
            for worker in self._stirring():
                index = worker.index
                outcome = self._attend(worker, work)
                if outcome is not None:
                    left -= 1
                    yield outcome
                elif index is not None and worker not in self._workers:
                    deaths[index] += 1
                    if deaths[index] < DEATHS:
                        waiting.appendleft(index)
                    else:
                        left -= 1
                        finding = set_aside(work[index], DEATHS, describe(worker.process.exitcode))
                        yield Outcome(task=work[index], finding=finding)

    def _employ(self, work: list[Task], waiting: deque[int]) -> None:
        """Gives the free workers what waits, and starts more of them while there is more to do than hands."""
        for worker in list(self._workers):
            if waiting and worker.ready and worker.index is None:
                index = waiting.popleft()
                try:
                    worker.give(index, work[index])
                except OSError:  # it died while it was idle, which says nothing about the task
                    waiting.appendleft(index)
                    self._dismiss(worker)
        starting = sum(not worker.ready for worker in self._workers)
        for _ in range(min(self.jobs - len(self._workers), len(waiting) - starting)):
            try:
                self._workers.append(Worker())
            except (EOFError, OSError):  # the process from which workers fork off is gone; the next start makes it anew
                self._count_false_start("the server from which they fork off was gone")
                time.sleep(PAUSE)
                return

    def _stirring(self) -> list[Worker]:
        """The workers that have said something, died, or run past their time; waits until there are any."""
        if not self._workers:
            return []
        watched: list[Connection | int] = []
        for worker in self._workers:
            watched += [worker.connection, worker.process.sentinel]
        soonest = min((worker.deadline for worker in self._workers), default=float("inf"))
        timeout = None if soonest == float("inf") else max(0.0, soonest - time.monotonic())
        stirring = set(wait(watched, timeout))
        now = time.monotonic()
        return [
            worker
            for worker in self._workers
            if worker.connection in stirring or worker.process.sentinel in stirring or worker.deadline <= now
        ]

    def _attend(self, worker: Worker, work: list[Task]) -> Outcome | None:
        """What a worker has to say; None where it has only become ready, or has died."""
        try:
            if worker.connection.poll():
                return self._listen(worker, work, worker.connection.recv())
        except (EOFError, OSError):
            worker.process.join(1)  # its pipe is closed, so it is about to end: let it say how
            self._dismiss(worker)
            return None
        if worker.process.exitcode is not None:
            self._dismiss(worker)
            return None
        if worker.index is None or worker.deadline > time.monotonic():
            return None
        task = work[worker.index]
        self._dismiss(worker)
        return Outcome(task=task, finding=too_slow(task))

    def _listen(self, worker: Worker, work: list[Task], said: object) -> Outcome | None:
        if not isinstance(said, tuple) or worker.index is None:
            worker.ready = True
            self._false_starts = 0
            return None
        task = work[worker.index]
        worker.release()
        result, finding = said
        return Outcome(task=task, result=result, finding=finding)

    def _dismiss(self, worker: Worker) -> None:
        """Takes a worker off the list, dead or about to be."""
        self._workers.remove(worker)
        worker.kill()
        if worker.ready:
            return
        self._count_false_start(describe(worker.process.exitcode))

    def _count_false_start(self, how: str) -> None:
        """Gives up where one start after the other fails."""
        self._false_starts += 1
        if self._false_starts >= FALSE_STARTS:
            raise fail(
                "engine.no_worker",
                f"{FALSE_STARTS} worker processes in a row ended before they were ready ({how})",
                why="The machine may be out of memory or of processes.",
                remedy="Free some memory, or run with --jobs 1.",
            )


@contextmanager
def _one_thread() -> Iterator[None]:
    """Sets the environment that a child inherits, so that numerical libraries start no threads there."""
    before = {name: os.environ.get(name) for name in ONE_THREAD}
    os.environ.update(ONE_THREAD)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
