"""`regesta status`: where each source stands, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from regesta.cli.common import finish, json_option, pass_workspace, print_json, safe, say
from regesta.model.counts import counted
from regesta.workspace.workspace import Workspace

if TYPE_CHECKING:
    from regesta.stages.status import Counts, SourceStatus, Status

_HEAD = ("source", "ingested", "tagged", "extracted", "mentions", "claims", "next")


@click.command("status")
@json_option
@pass_workspace
def command(ws: Workspace, as_json: bool) -> None:
    """Say where each source stands and what to do next.

    The columns for mentions and claims say how many of the proposals are decided; `stale` counts decisions whose
    proposal has changed since, `disagreed` those on which reviewers differ.

    \b
    Example:
      regesta status
    """
    from regesta.stages.status import status

    found = status(ws)
    if as_json:
        for source in found.sources:
            print_json(source)
    else:
        _print_table([_row(source) for source in found.sources])
        _print_sum(found)
    finish(found.findings)


def _row(source: SourceStatus) -> tuple[str, ...]:
    stages = (source.ingested, source.tagged, source.extracted)
    return (source.source, *stages, _counts(source.mentions), _counts(source.claims), source.next or "-")


def _counts(counts: Counts) -> str:
    """How far the review has come: `12/40`, with what needs another look behind it."""
    marks = [
        f"{number} {word}" for number, word in ((counts.stale, "stale"), (counts.disagreed, "disagreed")) if number
    ]
    return ", ".join([f"{counts.decided}/{counts.total}", *marks])


def _print_table(rows: list[tuple[str, ...]]) -> None:
    if not rows:
        return
    rows = [tuple(safe(cell) for cell in row) for row in (_HEAD, *rows)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _print_sum(found: Status) -> None:
    say(f"{counted(len(found.sources), 'source')}; events {found.events}.")
    say(f"Next: {found.next} ({found.why}).")
