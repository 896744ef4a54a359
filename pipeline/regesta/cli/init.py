"""`regesta init DIR`: make a workspace."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from regesta.cli.common import say
from regesta.workspace.init import init


@click.command("init")
@click.argument("folder", metavar="DIR", default=".", type=click.Path(path_type=Path))
@click.option("--title", default="", help="Name of the project, as a release prints it.")
def command(folder: Path, title: str) -> None:
    """Make a workspace: settings, folders, what git should know.

    Files that are there already are left as they are.

    \b
    Example:
      regesta init conferences --title "Conferences of 1939-40"
    """
    made = init(folder, title or folder.resolve().name)
    for path in made:
        click.echo(path)
    if not made:
        say("Everything was there already; nothing was changed.")
        return
    say(f"Next: put sources in with `regesta -C {shlex.quote(str(folder))} ingest FILES`.")
