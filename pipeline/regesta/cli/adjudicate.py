"""`regesta adjudicate`: settle what reviewers answered differently."""

from __future__ import annotations

import sys

import click

from regesta.cli.adjudicate_face import LEGEND, Bench
from regesta.cli.common import FAILED, FOUND_PROBLEMS, pass_workspace, print_findings, say
from regesta.cli.review_face import reader
from regesta.cli.review_keyboard import END, keyboard
from regesta.cli.review_page import by_page, has_screen
from regesta.cli.who import at_work
from regesta.errors import fail
from regesta.model.folder_name import folder_name
from regesta.review.queue import Wanted
from regesta.stages.reviewing import opened
from regesta.workspace.workspace import Workspace


@click.command("adjudicate")
@click.argument("sources", metavar="[SOURCE]...", nargs=-1)
@click.option("--as", "name", metavar="NAME", default="", help="Who settles; one of review.adjudicators.")
@click.option("--plain", is_flag=True, help="One command a line: for screen readers and pipes.")
@click.option("--tui", is_flag=True, help="In the terminal, by single keys.")
@click.option("--serve", is_flag=True, help="The page in a browser that you open: prints its address.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port of the page; 0 takes any that is free.")
@pass_workspace
def command(ws: Workspace, sources: tuple[str, ...], name: str, plain: bool, tui: bool, serve: bool, port: int) -> None:
    """Settle what reviewers answered differently.

    Shows conflicts alone, side by side: who says what. Spans of two people that overlap are one conflict, too. Take a
    side by its number, keep both, amend, or say that there is nothing here. Only who is named in review.adjudicators
    of the settings can do this; the answer holds over all others.

    On a screen with a browser this opens a page, on this machine alone; --serve only prints its address. Without such
    a screen, or with --tui, the terminal asks; with --plain, or in a pipe, it reads one command a line.

    \b
    Examples:
      regesta adjudicate --as anna
      regesta adjudicate --as anna --serve --port 8765
      regesta adjudicate --as anna --plain < /dev/null
    """
    reviewer = at_work(ws, name)
    named = [folder_name(each) for each in ws.settings.review.adjudicators]
    if reviewer.name not in named:
        raise fail(
            "review.adjudicator",
            f"{reviewer.name} is no adjudicator here, so nothing was changed",
            why=f"The settings name {', '.join(named) or 'nobody'}.",
            remedy="Add the name to `adjudicators` under [review] in the settings, if the project has decided so.",
        )
    review = opened(ws, Wanted(sources=sources, everything=True), reviewer, everyone=True)
    print_findings(review.findings)
    if serve or port or (not plain and not tui and has_screen()):
        by_page(ws, review, host="", port=port, browser=not serve, ruling=True)
        return
    bench = Bench(review.session, review.log, sources)
    say(f"{reviewer.name} on {reviewer.device}: {len(bench.left)} to settle.")
    bench.show()
    if plain or not sys.stdin.isatty():
        read = reader(prompt=sys.stdin.isatty())
        while (line := read()) is not None and bench.do(line):
            pass
    else:
        click.echo(click.style(LEGEND, dim=True))
        with keyboard() as keys:
            while (key := keys.key()) != END:
                if not bench.do(f"amend {keys.line('amend: ')}" if key == "e" else key):
                    break
    say(f"{review.session.counts.saved} saved, {len(bench.left)} left.")
    if bench.failed:
        sys.exit(FAILED)
    if bench.refused and not sys.stdin.isatty():
        sys.exit(FOUND_PROBLEMS)
