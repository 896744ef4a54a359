"""`regesta assign`: share the review out among people."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from regesta.cli.common import finish, json_option, pass_workspace, print_json, safe, say
from regesta.cli.who import who
from regesta.model.counts import counted
from regesta.workspace.workspace import Workspace


@click.command("assign")
@click.argument("reviewers", metavar="NAME...", nargs=-1, required=True)
@click.option("--source", "sources", metavar="SOURCE", multiple=True, help="Only this source; can be given again.")
@click.option(
    "--overlap", type=click.FloatRange(0, 1), default=0.0, show_default=True, help="Share that several people review."
)
@click.option(
    "--people", type=click.IntRange(2), default=2, show_default=True, help="How many people review such a piece."
)
@click.option("--pages", type=click.IntRange(1), default=None, help="Hand out long sources in parts of so many pages.")
@click.option(
    "--by",
    type=click.Choice(["mentions", "characters"]),
    default="mentions",
    show_default=True,
    help="What to count as work: proposals that are open, or the length of the text.",
)
@click.option(
    "--leaves",
    metavar="NAME",
    default="",
    help="Give what this person has not finished to the others, and hand out nothing new.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Another number draws other pieces to overlap.")
@click.option("--as", "name", metavar="NAME", default="", help="Who hands out, if the settings do not say it.")
@click.option("--dry-run", is_flag=True, help="Say who would get what, and write nothing.")
@json_option
@pass_workspace
def command(
    ws: Workspace,
    reviewers: tuple[str, ...],
    sources: tuple[str, ...],
    overlap: float,
    people: int,
    pages: int | None,
    by: str,
    leaves: str,
    seed: int,
    name: str,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Share the review out among people, evenly, without a server.

    Hands out the sources that nobody has yet, and writes who has what into a new file of annotations/assignments/:
    commit it, and `regesta review` shows each person their own. With an overlap, some pieces go to several people, who
    do not see each other's answers there; `regesta agree` then says how well they agree. `regesta status` says who
    has what, and how far they are. To take it back, delete the file, or a line of it.

    When somebody leaves, --leaves gives their unfinished pieces to those who are named; what was shared stays shared,
    and the one who takes it over sees nobody's answers either.

    \b
    Examples:
      regesta assign anna ben --overlap 0.2 --dry-run
      regesta assign anna ben --as anna
      regesta assign anna --leaves ben --as anna
    """
    from regesta.stages.assign import Plan, assign, hand_over
    from regesta.workspace.assignments import write_assignments

    plan = Plan(
        reviewers=reviewers,
        sources=sources,
        overlap=overlap,
        people=people,
        pages=pages or 0,
        by="characters" if by == "characters" else "mentions",
        seed=seed,
    )
    assigner = "" if dry_run else who(ws, name)
    found = hand_over(ws, leaves, plan) if leaves else assign(ws, plan)
    for made in found.made:
        if as_json:
            print_json(made)
        else:
            click.echo(safe("  ".join(filter(None, [made.source, made.part, ", ".join(made.reviewers)]))))
    said = ", ".join(f"{reviewer} {work:,}" for reviewer, work in found.load.items())
    say(f"{counted(len(found.made), 'piece')} handed out. Work of each, in {by}: {safe(said)}.")
    if found.several:
        pairs = ", ".join(f"{one} and {other} {work:,}" for (one, other), work in found.shared.items())
        say(f"Several people do {found.several:,} of {found.work:,} ({found.several / found.work:.0%}): {safe(pairs)}.")
    if found.made and not dry_run:
        path = write_assignments(ws, found.made, assigner, datetime.now(UTC).strftime("%Y-%m-%d"))
        say(f"Written to {ws.relative(path)}; commit it, so that the others get it.")
    finish(found.findings)
