"""`regesta tag`: Propose dates, places, people and organisations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from regesta.cli.batch import batch_options, report, run_stages
from regesta.cli.common import json_option, pass_workspace, print_json, safe
from regesta.workspace.workspace import Workspace

if TYPE_CHECKING:
    from regesta.stages.explain import Explained


@click.command("tag")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--explain", is_flag=True, help="Tag nothing; say of each date how it came by its value.")
@batch_options
@json_option
@pass_workspace
def command(
    ws: Workspace, sources: tuple[str, ...], explain: bool, jobs: int | None, retry: bool, as_json: bool
) -> None:
    """Propose dates, places, people and organisations.

    Works on all sources, or on those that are named, where their mentions are missing or stale; decisions are never
    touched. With --explain it prints the dates that were proposed: the words, the value, the rule that gave it, the
    date that it was read from, and other readings with their scores.

    \b
    Example:
      regesta tag
    """
    if explain:
        _explain(ws, sources, as_json=as_json)
        return
    done = run_stages(ws, ("tag",), sources, jobs=jobs, retry=retry)
    if any(stage.made for stage in done.done):
        from regesta.stages.doctor import missing_languages

        done.findings += missing_languages(ws)
    report(done, as_json=as_json)


def _explain(ws: Workspace, sources: tuple[str, ...], *, as_json: bool) -> None:
    from regesta.stages.explain import explain

    for date in explain(ws, sources):
        if as_json:
            print_json(date)
            continue
        for line in _lines(date):
            click.echo(safe(line))


def _lines(date: Explained) -> Iterator[str]:
    from regesta.edtf.words import date_in_words

    page = f", page {date.page}" if date.page else ""
    meaning = f"{date.value} ({date_in_words(date.value)})" if date.value else "open"
    score = "" if date.score is None else f", score {date.score:.2f}"
    yield f"{date.source}{page}, {date.start}-{date.end}: “{' '.join(date.words.split())}” {meaning}{score}"
    yield f"  {date.rule}: {date.why}"
    if date.anchor_words:
        yield f"  read from “{' '.join(date.anchor_words.split())}” ({date.anchor_value or 'open'})"
    for other in date.alternatives:
        # One without a score is the same day by the Julian calendar.
        yield f"  or {other.value}, {'Julian' if other.score is None else f'score {other.score:.2f}'}"
