"""`regesta import FILE.xlsx`: take the answers of a spreadsheet in as decisions."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from regesta.cli.common import finish, json_option, pass_workspace, print_json, safe, say
from regesta.cli.who import who
from regesta.errors import fail
from regesta.model.counts import counted
from regesta.workspace.workspace import Workspace

if TYPE_CHECKING:
    from regesta.model.decision import Decision
    from regesta.review.session import Reviewer
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
    from regesta.stages.spreadsheet import planned

    reviewer = _reviewer(ws, who(ws, name))
    plan, drafts = planned(ws, file, reviewer)
    for each in plan.planned:
        if as_json:
            print_json({"place": each.place, "answer": each.decision.answer, "id": each.decision.target.id})
        else:
            click.echo(safe(_line(each)))
    done = f", {plan.done} saved before" if plan.done else ""
    say(f"{counted(len(drafts), 'answer')} to save{done}, {len(plan.findings)} left out.")
    if drafts and (yes or _agreed()):
        if not yes and planned(ws, file, reviewer)[1] != drafts:
            raise fail("import.changed", "somebody decided meanwhile", path=str(file), remedy="Import it again.")
        _save(ws, reviewer, drafts)
    elif drafts:
        say("Nothing was saved." + ("" if sys.stdin.isatty() else " Say --yes to save."))
    finish(plan.findings)


def _agreed() -> bool:
    return sys.stdin.isatty() and click.confirm("Save them?", err=True)


def _save(ws: Workspace, reviewer: Reviewer, drafts: Sequence[Decision]) -> None:
    from regesta.workspace.logs import LogWriter

    writer = LogWriter(ws, reviewer.name, reviewer.device)
    saved = [writer.append(draft) for draft in drafts]
    say(f"saved, lines {saved[0].seq} to {saved[-1].seq} of {ws.relative(writer.path)}")


def _reviewer(ws: Workspace, name: str) -> Reviewer:
    import platform

    from regesta.model.folder_name import folder_name
    from regesta.review.session import Reviewer

    device = ws.settings.review.device or platform.node() or "device"
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Reviewer(name=name, device=folder_name(device), now=lambda: at)


def _line(each: Planned) -> str:
    becomes = f" → {each.becomes}" if each.becomes else ""
    note = f"  ({each.decision.note})" if each.decision.note else ""
    return f"{each.place:14} {each.decision.answer:7} {each.shown}{becomes}{note}"
