"""`regesta resolve`: join accepted claims that speak of one event."""

from __future__ import annotations

import click

from regesta.cli.batch import report, run_stages
from regesta.cli.common import json_option, pass_workspace
from regesta.workspace.workspace import Workspace


@click.command("resolve")
@json_option
@pass_workspace
def command(ws: Workspace, as_json: bool) -> None:
    """Join accepted claims that speak of one event.

    Writes annotations/events.jsonl, and the joins that wait for a person to annotations/joins.jsonl. What reviewers
    joined, parted and ranked wins.

    \b
    Example:
      regesta resolve
    """
    report(run_stages(ws, ("resolve",), (), jobs=1, retry=False), as_json=as_json)
