"""Where tasks run: here when there is one job, in children when there are more or when strangers' files are read."""

from __future__ import annotations

import os
from pathlib import Path
from types import ModuleType

import pytest

from regesta.engine.run import Runner, cores
from regesta.engine.task import Outcome, Task


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(Path(__file__).parent)
    import engine_work

    return engine_work


def test_there_is_a_core() -> None:
    assert cores() >= 1


def outcomes(tasks: list[Task], jobs: int, *, apart: bool = False) -> list[Outcome]:
    with Runner(jobs) as runner:
        return list(runner.run(tasks, apart=apart))


def test_no_tasks_no_outcomes() -> None:
    assert outcomes([], jobs=2) == []


def test_one_job_runs_here(work: ModuleType) -> None:
    tasks = [Task(name=name, work=work.who, argument=None) for name in "ab"]
    assert {outcome.result for outcome in outcomes(tasks, jobs=1)} == {os.getpid()}


def test_work_on_untrusted_files_never_runs_here(work: ModuleType) -> None:
    (outcome,) = outcomes([Task(name="a", work=work.who, argument=None)], jobs=1, apart=True)
    assert outcome.result != os.getpid()


def test_the_workers_are_kept_from_one_stage_to_the_next(work: ModuleType) -> None:
    task = Task(name="a", work=work.who, argument=None)
    with Runner(1) as runner:
        (first,) = runner.run([task], apart=True)
        (second,) = runner.run([task], apart=True)
    assert first.result == second.result


def test_a_fault_here_is_a_finding_too(work: ModuleType) -> None:
    tasks = [Task(name="a", work=work.stumble, argument=None), Task(name="b", work=work.double, argument=1)]
    faulty, good = outcomes(tasks, jobs=1)
    assert faulty.finding is not None
    assert faulty.finding.code == "engine.fault"
    assert good.result == 2


def test_a_full_disk_is_no_fault_of_the_program(work: ModuleType) -> None:
    (outcome,) = outcomes([Task(name="a", work=work.fill_the_disk, argument=None)], jobs=1)
    assert outcome.finding is not None
    assert (outcome.finding.code, outcome.finding.path) == ("engine.system", "a")
    assert "Make room" in outcome.finding.remedy
