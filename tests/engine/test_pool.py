"""The pool: no worker's death takes anything with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from regesta.engine.pool import Pool
from regesta.engine.task import Outcome, Task

HERE = Path(__file__).parent


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module of small pieces of work, importable here and in the workers."""
    monkeypatch.syspath_prepend(HERE)
    import engine_work

    return engine_work


def outcomes(tasks: list[Task], jobs: int = 2) -> dict[str, Outcome]:
    with Pool(jobs) as pool:
        return {outcome.task.name: outcome for outcome in pool.run(tasks)}


def code(outcome: Outcome) -> str:
    assert outcome.finding is not None
    return outcome.finding.code


def test_every_task_is_done_once(work: ModuleType) -> None:
    tasks = [Task(name=str(number), work=work.double, argument=number) for number in range(50)]
    with Pool(2) as pool:
        results = sorted(outcome.result for outcome in pool.run(tasks))
    assert results == [2 * number for number in range(50)]


def test_the_work_runs_in_children_with_one_thread_each(work: ModuleType) -> None:
    found = outcomes(
        [
            Task(name="who", work=work.who, argument=None),
            Task(name="threads", work=work.threads, argument=None),
        ]
    )
    assert found["who"].result != os.getpid()
    assert found["threads"].result == "1"


def test_a_killed_workers_source_is_done_again(work: ModuleType, tmp_path: Path) -> None:
    tasks = [Task(name=str(number), work=work.double, argument=number) for number in range(4)]
    tasks.insert(1, Task(name="unlucky", work=work.die_the_first_time, argument=str(tmp_path / "mark")))
    found = outcomes(tasks)
    assert found["unlucky"].result == "done again"
    assert [found[str(number)].result for number in range(4)] == [0, 2, 4, 6]


def test_a_source_that_kills_two_workers_is_set_aside_and_the_others_go_on(work: ModuleType) -> None:
    found = outcomes(
        [
            Task(name="poison", work=work.die, argument=None),
            Task(name="good", work=work.double, argument=4),
            Task(name="better", work=work.double, argument=5),
        ]
    )
    assert code(found["poison"]) == "engine.set_aside"
    assert "SIGKILL" in str(found["poison"].finding)
    assert (found["good"].result, found["better"].result) == (8, 10)


def test_a_source_that_hangs_is_stopped(work: ModuleType) -> None:
    began = time.monotonic()
    found = outcomes(
        [
            Task(name="slow", work=work.hang, argument=None, seconds=0.5),
            Task(name="good", work=work.double, argument=4),
        ]
    )
    assert code(found["slow"]) == "engine.time"
    assert found["good"].result == 8
    assert time.monotonic() - began < 30


def test_a_source_that_eats_memory_is_stopped_and_its_worker_goes_on(work: ModuleType) -> None:
    found = outcomes(
        [
            Task(name="greedy", work=work.eat, argument=400, memory_mb=100),
            Task(name="modest", work=work.eat, argument=50, memory_mb=100),
            Task(name="free", work=work.eat, argument=400),
        ],
        jobs=1,
    )
    assert code(found["greedy"]) == "engine.memory"
    assert found["modest"].result == 50 * 1024 * 1024
    assert found["free"].result == 400 * 1024 * 1024


def test_a_finding_of_the_work_is_handed_on(work: ModuleType) -> None:
    found = outcomes(
        [
            Task(name="bad", work=work.refuse, argument="bad.pdf"),
            Task(name="fault", work=work.stumble, argument=None),
        ]
    )
    assert str(found["bad"].finding) == "bad.pdf: the file is broken [ingest.broken]"
    assert code(found["fault"]) == "engine.fault"
    assert "engine_work.py" in str(found["fault"].finding)


def test_a_pool_can_be_used_twice(work: ModuleType) -> None:
    with Pool(1) as pool:
        first = next(iter(pool.run([Task(name="a", work=work.who, argument=None)])))
        second = next(iter(pool.run([Task(name="b", work=work.who, argument=None)])))
    assert first.result == second.result


def test_the_pool_outlives_the_server_from_which_workers_fork(work: ModuleType) -> None:
    from multiprocessing.forkserver import _forkserver

    tasks = [Task(name=str(number), work=work.double, argument=number) for number in range(3)]
    with Pool(1) as pool:
        results = []
        for outcome in pool.run(tasks):
            if not results:
                os.kill(_forkserver._forkserver_pid, signal.SIGKILL)
            results.append(outcome.result)
    assert sorted(results) == [0, 2, 4]


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    told = tmp_path / "worker"
    program = (
        "import sys\n"
        f"sys.path.insert(0, {str(HERE)!r})\n"
        "import engine_work\n"
        "from regesta.engine.pool import Pool\n"
        "from regesta.engine.task import Task\n"
        "with Pool(1) as pool:\n"
        f"    list(pool.run([Task(name='x', work=engine_work.say_who_and_hang, argument={str(told)!r})]))\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program])
    _until(lambda: told.exists() and bool(told.read_text(encoding="ascii")))
    worker = int(told.read_text(encoding="ascii"))
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    _until(lambda: not _alive(worker))


def test_an_interrupt_ends_the_workers(tmp_path: Path) -> None:
    told = tmp_path / "worker"
    program = (
        "import sys\n"
        f"sys.path.insert(0, {str(HERE)!r})\n"
        "import engine_work\n"
        "from regesta.engine.pool import Pool\n"
        "from regesta.engine.task import Task\n"
        "try:\n"
        "    with Pool(1) as pool:\n"
        f"        list(pool.run([Task(name='x', work=engine_work.say_who_and_hang, argument={str(told)!r})]))\n"
        "except KeyboardInterrupt:\n"
        "    sys.exit(7)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program])
    _until(lambda: told.exists() and bool(told.read_text(encoding="ascii")))
    worker = int(told.read_text(encoding="ascii"))
    parent.send_signal(signal.SIGINT)
    assert parent.wait(timeout=20) == 7
    _until(lambda: not _alive(worker))


def _until(condition: object, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state not in "ZX"
