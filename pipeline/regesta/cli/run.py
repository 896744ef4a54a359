"""`regesta run`: do all that is stale."""

from __future__ import annotations

import click

from regesta.cli.batch import PRELOAD, batch_options, run_stages, say_report
from regesta.cli.common import finish, json_option, pass_workspace, print_json
from regesta.errors import Finding
from regesta.stages.report import STAGES
from regesta.workspace.workspace import Workspace


@click.command("run")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--release", "version", metavar="VERSION", default="", help="At the end, build this release.")
@batch_options
@json_option
@pass_workspace
def command(ws: Workspace, files: tuple[str, ...], version: str, jobs: int | None, retry: bool, as_json: bool) -> None:
    """Do all that is stale: ingest, tag, extract, resolve, release.

    FILES are taken in first, as by `regesta ingest`. A source whose text is missing is read again; whatever is up to
    date is left alone. A source that fails is reported and harms only itself.

    \b
    Examples:
      regesta run
      regesta run --release 1.0.0
    """
    findings: list[Finding] = []
    if version:
        from regesta.stages.release import check_version

        check_version(version)
    if files:
        from regesta.cli.ingest import say_ingested, take_in
        from regesta.stages.ingest import Offer

        ingested = take_in(ws, Offer(arguments=files), jobs=jobs, preload=PRELOAD)
        if not as_json:
            say_ingested(ingested)
        findings += ingested.findings
    found = run_stages(ws, STAGES, (), jobs=jobs, retry=retry)
    if as_json:
        print_json(found)
    else:
        say_report(found)
    findings += found.findings
    if version:
        from regesta.cli.release import build

        made = build(ws, version)
        if as_json:
            print_json(made)
        findings += made.findings
    finish(findings)
