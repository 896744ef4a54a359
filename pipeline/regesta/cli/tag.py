"""`regesta tag`: Propose dates, places, people and organisations."""

from __future__ import annotations

import click

from regesta.cli.batch import batch_options, report, run_stages
from regesta.cli.common import json_option, pass_workspace
from regesta.workspace.workspace import Workspace


@click.command("tag")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@batch_options
@json_option
@pass_workspace
def command(ws: Workspace, sources: tuple[str, ...], jobs: int | None, retry: bool, as_json: bool) -> None:
    """Propose dates, places, people and organisations.

    Works on all sources, or on those that are named, where their mentions are missing or stale; decisions are never
    touched.

    \b
    Example:
      regesta tag
    """
    report(run_stages(ws, ("tag",), sources, jobs=jobs, retry=retry), as_json=as_json)
