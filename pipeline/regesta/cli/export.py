"""`regesta export FILE.xlsx`: write a spreadsheet to review in."""

from __future__ import annotations

from pathlib import Path

import click

from regesta.cli.common import pass_workspace, print_findings, say
from regesta.errors import fail
from regesta.model.counts import counted
from regesta.model.mention import LABELS, Label
from regesta.workspace.workspace import Workspace


@click.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("sources", metavar="[SOURCE]...", nargs=-1)
@click.option("--as", "name", metavar="NAME", default="", help="Who will answer, so that what waits for them is in it.")
@click.option("--label", "labels", multiple=True, type=click.Choice(LABELS), help="Only mentions with this label.")
@click.option("--only-open", is_flag=True, help="Only what nobody has decided.")
@click.option("--all", "everything", is_flag=True, help="Also what is decided already, for a second opinion.")
@click.option("--replace", is_flag=True, help="Write over a file of this name, and lose the answers in it.")
@pass_workspace
def command(
    ws: Workspace,
    file: Path,
    sources: tuple[str, ...],
    name: str,
    labels: tuple[Label, ...],
    only_open: bool,
    everything: bool,
    replace: bool,
) -> None:
    """Write a spreadsheet to review in.

    For Excel and LibreOffice: one row a mention, one a value of each claim, one a pair of claims that may be one event
    or of names that may be one, with yellow cells to fill in. All other cells are locked, and every cell is text.
    `regesta import` takes the answers in.

    \b
    Examples:
      regesta export review.xlsx
      regesta export dates.xlsx letter-1939 --label DATE --all
    """
    from regesta.model.folder_name import folder_name
    from regesta.review.queue import Wanted
    from regesta.review.session import Reviewer
    from regesta.stages.reviewing import opened
    from regesta.stages.spreadsheet import workbook
    from regesta.workspace.replace import replace_bytes

    if file.suffix.lower() != ".xlsx":
        raise click.UsageError("The file must end in .xlsx.")
    if file.exists() and not replace:
        raise fail(
            "export.exists", "the file is there already", path=str(file), remedy="Give another name, or --replace."
        )
    wanted = Wanted(
        sources=sources,
        labels=labels,
        kinds=("mention",) if labels else ("mention", "claim", "join", "same"),
        only_open=only_open,
        everything=everything,
    )
    said = name or ws.settings.review.reviewer
    reader = Reviewer(name=folder_name(said) if said else "nobody", device="none", now=str)
    session = opened(ws, wanted, reader)
    print_findings(session.findings)
    data, rows = workbook(session.session)
    replace_bytes(file, data)
    told = ", ".join(
        counted(number, f"row of {sheet}").replace(f"row of {sheet}s", f"rows of {sheet}")
        for sheet, number in rows.items()
    )
    say(f"{file}: {told}.")
    say(f"Next: fill in the yellow cells, then `regesta import {file} --as NAME`.")
