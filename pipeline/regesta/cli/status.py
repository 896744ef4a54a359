"""`regesta status`: where each source stands, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from regesta.cli.common import finish, json_option, pass_workspace, print_json, safe, say
from regesta.model.counts import counted
from regesta.workspace.workspace import Workspace

if TYPE_CHECKING:
    from regesta.stages.status import Counts, SourceStatus, Status
    from regesta.stages.workload import Progress

_HEAD = ("source", "ingested", "tagged", "extracted", "mentions", "claims", "next")


@click.command("status")
@json_option
@pass_workspace
def command(ws: Workspace, as_json: bool) -> None:
    """Say where each source stands and what to do next.

    The columns for mentions and claims say how many of the proposals are decided; `stale` counts decisions whose
    proposal has changed since, `disagreed` those on which reviewers differ. Where sources are handed out, it is said
    who reviews them, and how many of the mentions each has answered.

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
        people = found.people
        _print_table([_row(source, people=bool(people)) for source in found.sources], people=bool(people))
        _print_people(people)
        _print_sum(found)
    finish(found.findings)


def _row(source: SourceStatus, *, people: bool) -> tuple[str, ...]:
    stages = (source.ingested, source.tagged, source.extracted)
    counts = (_counts(source.mentions), _counts(source.claims), *([_who(source.reviewers)] if people else []))
    return (source.source, *stages, *counts, source.next or "-")


def _who(parts: list[Progress]) -> str:
    """Who reviews a source, and how many of their mentions in it are answered: `anna 12/40, ben 3/40`."""
    said = []
    for name in sorted({each.reviewer for each in parts}):
        done, all_ = (sum(each.mentions[at] for each in parts if each.reviewer == name) for at in (0, 1))
        said.append(f"{name} {done}/{all_}")
    return ", ".join(said) or "-"


def _counts(counts: Counts) -> str:
    """How far the review has come: `12/40`, with what needs another look behind it."""
    marks = [
        f"{number} {word}" for number, word in ((counts.stale, "stale"), (counts.disagreed, "disagreed")) if number
    ]
    return ", ".join([f"{counts.decided}/{counts.total}", *marks])


def _print_table(rows: list[tuple[str, ...]], *, people: bool) -> None:
    if not rows:
        return
    head = (*_HEAD[:-1], "reviewers", _HEAD[-1]) if people else _HEAD
    rows = [tuple(safe(cell) for cell in row) for row in (head, *rows)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _print_people(people: list[Progress]) -> None:
    for each in people:
        (mentions, of_mentions), (claims, of_claims) = each.mentions, each.claims
        say(f"{safe(each.reviewer)}: {mentions} of {of_mentions} mentions, {claims} of {of_claims} claims answered.")


def _print_sum(found: Status) -> None:
    say(f"{counted(len(found.sources), 'source')}; events {found.events}.")
    say(f"Next: {found.next} ({found.why}).")
