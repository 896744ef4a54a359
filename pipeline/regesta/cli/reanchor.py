"""`regesta reanchor SOURCE NEW_TEXT`: correct the text of a source."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from regesta.cli.common import json_option, pass_workspace, print_json, safe, say
from regesta.cli.who import now, who
from regesta.engine.run import Runner
from regesta.model.counts import counted
from regesta.workspace.workspace import Workspace

if TYPE_CHECKING:
    from regesta.stages.reanchor import Corrected, Proposed, Reanchored

_TOLD = {
    "exact": "stand as they did, with their context",
    "moved": "stand elsewhere or in a corrected context, in the same words",
    "fuzzy": "have corrected words, and wait for a reviewer",
    "lost": "are lost: their words stand nowhere for sure; a reviewer has to look",
}


@click.command("reanchor")
@click.argument("source")
@click.argument("new_text", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--undo", is_flag=True, help="Put back the text that the last correction replaced.")
@click.option("--dry-run", is_flag=True, help="Only say what would become of each decision.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@click.option("--as", "name", metavar="NAME", default="", help="Who corrects; the settings can say it once for all.")
@click.option("--note", default="", help="What was corrected, or from what; it is kept in source.json.")
@click.option("--encoding", default="", help="Encoding of the new text, where it is not UTF-8.")
@json_option
@pass_workspace
def command(
    ws: Workspace,
    source: str,
    new_text: Path | None,
    undo: bool,
    dry_run: bool,
    yes: bool,
    name: str,
    note: str,
    encoding: str,
    as_json: bool,
) -> None:
    """Correct the text of a source; decisions are carried over to it.

    NEW_TEXT is the whole text, corrected. Each decision is found again: exact, moved, fuzzy or lost, and the four add
    up to all. What is fuzzy or lost waits for a reviewer, and no release is built before. Words keep the page and the
    box in which they are printed. Nothing is lost: the former text stays in corpus/SOURCE/former, and --undo puts it
    back. Without a terminal nothing is done unless you say --yes.

    \b
    Examples:
      cp corpus/letter-1939/text.txt better.txt
      sed -i 's/Krakow/Kraków/' better.txt
      regesta reanchor letter-1939 better.txt --dry-run
      regesta reanchor letter-1939 better.txt --as anna --yes --note "compared with the file"
    """
    from regesta.stages.reanchor import put

    if undo == (new_text is not None):
        raise click.UsageError("Name the file with the new text, or say --undo.")
    proposed = _proposed(ws, source, new_text, encoding)
    if as_json:
        print_json(proposed.report)
    else:
        _tell(proposed.report)
    if proposed.report.same or dry_run:
        return
    by = who(ws, name)
    if not yes and not _agreed(source):
        say("Nothing was changed." + ("" if sys.stdin.isatty() else " Say --yes to do it."))
        return
    put(ws, proposed, by=by, at=now(), note=note)
    say(f"The text of {source} is corrected; the former one is kept in corpus/{source}/former.")
    waiting = proposed.report.counts["fuzzy"] + proposed.report.counts["lost"]
    say(f"Next: regesta run{f', then regesta review {source} --stale' if waiting else ''}")


def _proposed(ws: Workspace, source: str, new_text: Path | None, encoding: str) -> Proposed:
    from regesta.stages.reanchor import last_former, propose, read_new_text
    from regesta.stages.verify import rereader

    text = read_new_text(ws, new_text, encoding) if new_text else last_former(ws, source)
    with Runner(1) as runner:
        return propose(ws, source, text, rereader(ws, runner))


def _agreed(source: str) -> bool:
    return sys.stdin.isatty() and click.confirm(f"Make it the text of {source}?", err=True)


def _tell(report: Reanchored) -> None:
    if report.same:
        say(f"This is the text of {report.source} already.")
        return
    total = sum(report.counts.values())
    click.echo(f"{report.source}: {counted(total, 'decision')}")
    for tier, what in _TOLD.items():
        click.echo(f"  {report.counts[tier]:6}  {tier:5}  {what}")
    before, after = report.boxes
    if before:
        click.echo(f"  {after:6}  words have a box on their page; {before} had one before")
    for each in report.corrected:
        click.echo()
        for line in _lines(each):
            click.echo(safe(line))


def _lines(each: Corrected) -> list[str]:
    page = f", page {each.page}" if each.page is not None else ""
    return [
        f"  {each.tier}: {each.kind} decided by {each.reviewer} ({each.label}{page}, {each.decision})",
        f"    before  “{_flat(each.before)}”",
        f"    after   {f'“{_flat(each.after)}”' if each.after else 'nowhere for sure'}",
    ]


def _flat(words: str) -> str:
    return " ".join(words.split())
