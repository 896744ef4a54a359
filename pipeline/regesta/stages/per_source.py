"""A stage that works source by source: which are stale, the work on them, and putting its results in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import msgspec

from regesta.engine.run import Runner
from regesta.engine.task import Outcome, Task
from regesta.stages.receipt import Receipt, install
from regesta.stages.report import Done, Progress, Wanted
from regesta.stages.state import Failure, Known, Made
from regesta.stages.survey import Survey
from regesta.workspace.replace import sync_folder


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What a stage would do: the key of each source that it can work on, and the task for one."""

    stage: str
    slot: int
    output: str
    keys: Mapping[str, str]
    task: Callable[[str, str], Task]
    target: Callable[[str], Path]


def is_fresh(known: Known, plan: Plan, key: str) -> bool:
    """Whether the installed file is what the stage would make, by key and by sha256."""
    made = known.made.get(plan.stage)
    return made is not None and made.key == key and made.hashes == [known.hashes[plan.slot]]


def stale(survey: Survey, plan: Plan, chosen: Iterable[str]) -> list[str]:
    """Those of the chosen sources that the stage has to work on, sorted."""
    return sorted(citekey for citekey in chosen if not is_fresh(survey.sources[citekey], plan, plan.keys[citekey]))


def bring_up_to_date(survey: Survey, plan: Plan, runner: Runner, wanted: Wanted, progress: Progress) -> Done:
    """Does the work on each stale source and installs what it made; a source that fails harms only itself.

    A source that failed before on the same input is not tried again unless that is wanted; it is reported again.
    """
    done = Done(stage=plan.stage)
    chosen = [citekey for citekey in plan.keys if wanted.only is None or citekey in wanted.only]
    todo = []
    behind = stale(survey, plan, chosen)
    for citekey in set(chosen).difference(behind):
        # What failed under other settings holds no more, once what was made before them is wanted again.
        survey.sources[citekey].failed.pop(plan.stage, None)
    for citekey in behind:
        failure = survey.sources[citekey].failed.get(plan.stage)
        if failure is not None and failure.key == plan.keys[citekey] and not wanted.retry:
            done.findings.append(failure.finding)
        else:
            todo.append(citekey)
    done.fresh = len(chosen) - len(todo) - len(done.findings)
    # The largest first: the cores then finish together.
    tasks = [plan.task(citekey, plan.keys[citekey]) for citekey in todo]
    by_name = dict(zip((task.name for task in tasks), todo, strict=True))
    tasks.sort(key=lambda task: (-survey.sources[by_name[task.name]].stamps[2][0], task.name))
    for number, outcome in enumerate(runner.run(tasks), start=1):
        _take(survey, plan, by_name[outcome.task.name], outcome, done)
        progress(plan.stage, number, len(tasks))
    if done.made:
        sync_folder(plan.target(done.made[0]).parent)
    done.made.sort()
    done.findings.sort(key=str)
    return done


def _take(survey: Survey, plan: Plan, citekey: str, outcome: Outcome, done: Done) -> None:
    """Installs one result, or notes why there is none."""
    known = survey.sources[citekey]
    key = plan.keys[citekey]
    if not isinstance(outcome.result, Receipt):
        finding = outcome.finding
        if finding is None:
            raise TypeError(f"the work on {citekey} gave neither a receipt nor a finding")
        known.failed[plan.stage] = Failure(key=key, finding=finding)
        done.findings.append(finding)
        return
    install(survey.ws.cache, outcome.result, plan.output, plan.target(citekey))
    survey.refresh(citekey)
    known.failed.pop(plan.stage, None)
    known.made[plan.stage] = Made(key, [known.hashes[plan.slot]])
    done.made.append(citekey)
    done.findings += outcome.result.findings
