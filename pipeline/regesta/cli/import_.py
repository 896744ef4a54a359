"""`regesta import FILE.xlsx`: take the answers of a spreadsheet in as decisions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from regesta.cli.common import finish, json_option, pass_workspace, print_json, safe, say
from regesta.cli.who import at_work
from regesta.model.counts import counted
from regesta.workspace.workspace import Workspace

if TYPE_CHECKING:
    from regesta.review.sheets.plan import Planned


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--as", "name", metavar="NAME", default="", help="Who answered; the settings can say it once for all.")
@click.option("--yes", is_flag=True, help="Save the decisions without asking.")
@json_option
@pass_workspace
def command(ws: Workspace, file: Path, name: str, yes: bool, as_json: bool) -> None:
    """Take the answers of a spreadsheet in as decisions.

    Says what would change first; without a terminal nothing is saved unless you say --yes. What has changed since the
    export, formulas, unknown ids and rows that stand twice are left out, with the cell. A file that was imported once
    changes nothing the second time. All of it is one act, which `undo` in a review takes back.

    \b
    Examples:
      regesta import review.xlsx --as anna
      regesta import review.xlsx --as anna --yes
    """
    from regesta.stages.spreadsheet import planned, save

    by = at_work(ws, name)
    found = planned(ws, file, by)
    for each in found.plan.planned:
        if as_json:
            print_json({"place": each.place, "answer": each.decision.answer, "id": each.decision.target.id})
        else:
            click.echo(safe(_line(each)))
    done = f", {found.plan.done} saved before" if found.plan.done else ""
    say(f"{counted(len(found.drafts), 'answer')} to save{done}, {len(found.plan.findings)} left out.")
    if found.drafts and (yes or _agreed()):
        saved = save(found, str(file))
        say(f"saved, lines {saved[0].seq} to {saved[-1].seq} of {ws.relative(found.log.path)}")
    elif found.drafts:
        say("Nothing was saved." + ("" if sys.stdin.isatty() else " Say --yes to save."))
    finish([*found.log.told(), *found.plan.findings])


def _agreed() -> bool:
    return sys.stdin.isatty() and click.confirm("Save them?", err=True)


def _line(each: Planned) -> str:
    becomes = f" → {each.becomes}" if each.becomes else ""
    note = f"  ({each.decision.note})" if each.decision.note else ""
    return f"{each.place:14} {each.decision.answer:7} {each.shown}{becomes}{note}"
