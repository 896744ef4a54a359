"""What the batch commands share: their options, the run itself, and what they say about it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

import click

from regesta.cli.common import finish, print_json, say
from regesta.cli.progress import Progress
from regesta.engine.run import Runner
from regesta.errors import Finding, fail
from regesta.model.counts import counted
from regesta.stages.report import STAGES, Report, Wanted
from regesta.stages.run import run
from regesta.workspace.workspace import Workspace

jobs_option = click.option(
    "--jobs", "-j", type=click.IntRange(min=1), default=None, help="Sources at a time; as many as cores, if not given."
)
retry_option = click.option("--retry", is_flag=True, help="Try again what failed before on the same input.")
#: Modules that the workers of a run import once for all.
PRELOAD = ("regesta.tag.tagger",)


def batch_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that works source by source."""
    return jobs_option(retry_option(function))


def run_stages(
    ws: Workspace, stages: Collection[str], sources: Sequence[str], *, jobs: int | None, retry: bool
) -> Report:
    """Runs some stages, with a bar on a terminal; sources that do not exist are an error."""
    for citekey in sources:
        if not (ws.source_dir(citekey) / "source.json").is_file():
            raise fail("source.none", f"there is no source {citekey!r}", remedy="`regesta status` lists them.")
    wanted = Wanted(stages=stages, only=tuple(sources) or None, retry=retry)
    with Runner(jobs or 0, preload=PRELOAD) as runner, Progress() as progress:
        return run(ws, wanted, runner, progress)


def report(found: Report, *, as_json: bool) -> None:
    """Says what was done, and leaves with 3 where there are problems."""
    if as_json:
        print_json(found)
    else:
        say_report(found)
    finish(found.findings)


def say_report(found: Report) -> None:
    """Says what was done, a line a stage."""
    if found.idle:
        rest = "; what failed before is not tried again without --retry" if found.findings else " and up to date"
        them = "is as the last run left it" if found.sources == 1 else "are as the last run left them"
        say(f"Nothing to do: {counted(found.sources, 'source')} {them}{rest}.")
        return
    for done in found.done:
        _say_done(done.stage, len(done.made), done.fresh, done.findings)


def _say_done(stage: str, made: int, fresh: int, findings: Sequence[Finding]) -> None:
    if stage == "resolve":
        say(f"{stage:8} {'made anew' if made else 'up to date'}")
    elif stage in STAGES or made or findings:
        failed = f", {len(findings)} failed" if findings else ""
        say(f"{stage:8} {counted(made, 'source')} done, {fresh} up to date{failed}")
