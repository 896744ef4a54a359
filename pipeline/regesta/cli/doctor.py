"""`regesta doctor`: what is installed, what is missing, and how to get it."""

from __future__ import annotations

from pathlib import Path

import click

from regesta.cli.common import finish, json_option, print_json, safe, say
from regesta.errors import RegestaError
from regesta.workspace.workspace import Workspace


@click.command("doctor")
@json_option
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Say what is installed, and what your sources need beside it.

    Looks at the program, its libraries and language models, and, in a workspace, at the model of the settings and the
    languages of the sources. Leaves with 3 where something is missing that is needed, and says how to get it.

    \b
    Example:
      regesta doctor
    """
    from regesta.stages.doctor import diagnose

    ws: Workspace | None = None
    try:
        ws = Workspace.find(Path(ctx.find_root().obj["folder"]))
    except RegestaError as error:
        if error.finding.code != "workspace.none":
            raise
    found = diagnose(ws)
    if as_json:
        print_json(found)
    else:
        for part in found.parts:
            click.echo(safe(f"{part.kind:9} {part.name:26} {part.version or '-':10} {part.note}".rstrip()))
        if ws is None:
            say("This folder is no workspace, so nothing is said about sources.")
        if not found.findings:
            say("Nothing is missing.")
    finish(found.findings)
