"""`regesta extract`: Propose claims: who says what happened, when, where, with whom."""

from __future__ import annotations

import click

from regesta.cli.batch import batch_options, report, run_stages
from regesta.cli.common import json_option, pass_workspace
from regesta.workspace.workspace import Workspace


@click.command("extract")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@batch_options
@json_option
@pass_workspace
def command(ws: Workspace, sources: tuple[str, ...], jobs: int | None, retry: bool, as_json: bool) -> None:
    """Propose claims: who says what happened, when, where, with whom.

    Claims are read from the mentions as they were reviewed. Works on all sources, or on those that are named, where
    their claims are missing or stale.

    \b
    Example:
      regesta extract
    """
    report(run_stages(ws, ("extract",), sources, jobs=jobs, retry=retry), as_json=as_json)
