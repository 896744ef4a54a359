"""`regesta release VERSION`: build a release of the dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from regesta.cli.batch import run_stages
from regesta.cli.common import FAILED, finish, json_option, pass_workspace, print_findings, print_json, say
from regesta.model.counts import counted
from regesta.stages.report import STAGES
from regesta.workspace.workspace import Workspace

if TYPE_CHECKING:
    from regesta.stages.release import Released


@click.command("release")
@click.argument("version")
@click.option("--unreviewed", is_flag=True, help="Put in what nobody has decided about, too, and mark it.")
@click.option("--replace", is_flag=True, help="Replace a release of this version that reads otherwise.")
@json_option
@pass_workspace
def command(ws: Workspace, version: str, unreviewed: bool, replace: bool, as_json: bool) -> None:
    """Build a release of the dataset.

    It is written to outputs/VERSION. What is stale is brought up to date first. The same input gives the same bytes.
    A release of this version that stands already and reads otherwise is only replaced if you say so.

    \b
    Example:
      regesta release 1.0.0
    """
    from regesta.stages.release import check_version

    check_version(version)
    run = run_stages(ws, STAGES, (), jobs=None, retry=False)
    made = build(ws, version, unreviewed=unreviewed, replace=replace)
    if as_json:
        print_json(made)
    finish([*run.findings, *made.findings])


def build(ws: Workspace, version: str, *, unreviewed: bool = False, replace: bool = False) -> Released:
    """Builds a release and says what was built; leaves with exit code 1 where it is refused."""
    from regesta.stages.release import release

    made = release(ws, version, unreviewed=unreviewed, replace=replace)
    if made.refused:
        print_findings(made.findings)
        say(f"release  {version} was not built.")
        click.get_current_context().exit(FAILED)
    counts = ", ".join(counted(number, _singular(table)) for table, number in made.counts.items())
    how = f"{counted(len(made.written), 'file')} written" if made.written else "it stands there already, byte for byte"
    say(f"release  {made.folder}: {counts} ({how})")
    return made


def _singular(table: str) -> str:
    return f"{table[:-3]}y" if table.endswith("ies") else table[:-1]
