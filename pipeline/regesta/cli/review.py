"""`regesta review`: decide on proposals, one by one."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Literal

import click

from regesta.cli.common import FAILED, FOUND_PROBLEMS, pass_workspace, print_findings, say
from regesta.cli.review_page import by_page, has_screen
from regesta.cli.who import at_work
from regesta.model.counts import counted
from regesta.model.mention import LABELS, REVIEWED_LABELS, Label
from regesta.review.queue import Kind, Wanted
from regesta.stages.reviewing import Opened, opened
from regesta.workspace.corpus import citekeys
from regesta.workspace.workspace import Workspace

if TYPE_CHECKING:
    from regesta.cli.review_face import Face


@click.command("review")
@click.argument("sources", metavar="[SOURCE]...", nargs=-1)
@click.option("--as", "name", metavar="NAME", default="", help="Who reviews; the settings can say it once for all.")
@click.option("--plain", is_flag=True, help="One command a line: for screen readers and pipes.")
@click.option("--tui", is_flag=True, help="The whole screen, with the same keys.")
@click.option("--serve", is_flag=True, help="The page in a browser that you open: prints its address.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port of the page; 0 takes any that is free.")
@click.option(
    "--host",
    metavar="ADDRESS",
    default="",
    help="Let other machines open the page at this address; asks for a password. Nothing is encrypted on the way.",
)
@click.option("--label", "labels", multiple=True, type=click.Choice(LABELS), help="Only mentions with this label.")
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(["mention", "claim", "join", "same"]), help="Only these."
)
@click.option("--only-open", is_flag=True, help="Only what nobody has decided.")
@click.option("--stale", is_flag=True, help="Only what has changed since it was decided.")
@click.option("--disagreed", is_flag=True, help="Only what reviewers answered differently.")
@click.option(
    "--complete", is_flag=True, help="Mark the sources as reviewed to the end: what is not marked is no name."
)
@click.option("--everyone", is_flag=True, help="Also what is handed out to others, with everybody's answers in sight.")
@click.option("--all", "everything", is_flag=True, help="Also what is decided already, for a second opinion.")
@click.option(
    "--order",
    type=click.Choice(["text", "worth"]),
    default="text",
    show_default=True,
    help="By the place in the text, or what settles most first.",
)
@pass_workspace
def command(
    ws: Workspace,
    sources: tuple[str, ...],
    name: str,
    plain: bool,
    tui: bool,
    serve: bool,
    port: int,
    host: str,
    labels: tuple[Label, ...],
    kinds: tuple[Kind, ...],
    only_open: bool,
    stale: bool,
    disagreed: bool,
    everything: bool,
    everyone: bool,
    complete: bool,
    order: Literal["text", "worth"],
) -> None:
    """Decide on proposals, one by one.

    Shows what waits for a decision, source by source: dates and names first, then claims, then joins of claims
    into events, and of names into one person. Each answer is on disk before the next question; `?` shows the keys.
    Where `regesta assign` has handed work out to you, only that is shown, and what you share with others without
    their answers.

    On a screen with a browser this opens a page, on this machine alone: the text, the page as it looks, the record,
    a key for everything. --serve only prints its address. Without such a screen, or with --tui, the terminal asks;
    with --plain, or in a pipe, it reads one command a line.

    \b
    Examples:
      regesta review --as anna
      regesta review --as anna letter-1939 --label DATE
      regesta review --as anna --serve --port 8765
      printf 'accept\\nskip\\nundo\\n' | regesta review --as anna --plain
    """
    wanted = Wanted(
        sources=sources,
        labels=labels,
        kinds=kinds,
        only_open=only_open,
        stale=stale,
        disagreed=disagreed,
        everything=everything,
        order=order,
    )
    reviewer = at_work(ws, name)
    _check_known(ws, sources)
    if complete:
        from regesta.cli.review_complete import mark_complete

        mark_complete(ws, sources, labels or REVIEWED_LABELS, reviewer)
        return
    review = opened(ws, wanted, reviewer, everyone=everyone)
    _greet(ws, review)
    if serve or port or host or (not plain and not tui and has_screen()):
        by_page(ws, review, host=host, port=port, browser=not serve)
    else:
        _leave(_work(review, plain=plain, tui=tui))


def _greet(ws: Workspace, review: Opened) -> None:
    print_findings(review.findings)
    if review.own:
        say(f"{counted(len(review.own), 'piece')} handed out to you; `--everyone` shows the rest as well.")
    who, left = review.session.reviewer, review.session.counts.left
    say(f"{who.name} on {who.device}: {left} to decide. Answers go to {ws.relative(review.log.path)}.")


def _check_known(ws: Workspace, sources: tuple[str, ...]) -> None:
    known = citekeys(ws)
    for source in sources:
        if source not in known:
            raise click.UsageError(f"There is no source {source!r}. `regesta status` lists them.")


def _work(review: Opened, *, plain: bool, tui: bool) -> Face:
    """Lets the reviewer answer, on the face that the terminal can show; gives the face afterwards."""
    from regesta.cli.review_face import Face, by_keys, by_lines, reader  # 40 ms, and the page needs none of it

    on_screen = sys.stdin.isatty() and sys.stdout.isatty()
    bare = os.environ.get("TERM", "dumb") in ("dumb", "")
    if tui and not plain and on_screen and not bare:
        from regesta.cli.tui.program import Program

        program = Program(review.session, review.log)
        program.run()
        return program.screen
    if tui and not plain:
        say(f"{'This terminal has no screen to draw on' if on_screen else 'This is no terminal'}, so it goes by lines.")
    face = Face(review.session, review.log, plain=plain or tui)
    if plain or tui or not sys.stdin.isatty():
        by_lines(face, reader(prompt=sys.stdin.isatty()))
    else:
        by_keys(face)
    return face


def _leave(face: Face) -> None:
    counts = face.session.counts
    say(f"{counts.saved} saved, {counts.left} left.")
    if face.failed:
        sys.exit(FAILED)
    if face.refused and not sys.stdin.isatty():
        sys.exit(FOUND_PROBLEMS)
