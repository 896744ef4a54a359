"""`regesta agree`: how well reviewers agree, and where they do not."""

from __future__ import annotations

from pathlib import Path

import click

from regesta.cli.common import finish, json_option, pass_workspace, print_json, say
from regesta.workspace.workspace import Workspace


@click.command("agree")
@click.argument("sources", metavar="[SOURCE]...", nargs=-1)
@click.option(
    "--between", "reviewers", metavar="NAME", multiple=True, help="Only these reviewers; give it once for each."
)
@click.option("--differences", type=click.IntRange(0), default=20, show_default=True, help="So many places to print.")
@click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="Write figures, all differences and a picture of each source into this file.",
)
@json_option
@pass_workspace
def command(
    ws: Workspace,
    sources: tuple[str, ...],
    reviewers: tuple[str, ...],
    differences: int,
    html: Path | None,
    as_json: bool,
) -> None:
    """Say how well reviewers agree, and where they do not.

    Compares each two reviewers on what both have looked at: what one has not answered is unknown, and no disagreement.
    Silence counts as an answer only in sources that both marked as reviewed to the end. Who answered once more after
    others had is taken by the first answer.

    A unit is a place that somebody marked or that was proposed; it has a label, or nothing. `same`: share of units
    with the same answer. Strict F1: same span and label; relaxed: same label, and the spans overlap. kappa: Cohen's;
    alpha: Krippendorff's. In brackets, 95 % intervals from passages drawn again. Below, what forbids to quote a
    figure.

    \b
    Examples:
      regesta agree
      regesta agree --html agreement.html
    """
    from regesta.cli.agree_show import print_agreement
    from regesta.stages.agree import agree

    found, findings = agree(ws, sources, reviewers)
    if as_json:
        print_json(found)
    else:
        print_agreement(found, differences)
    if html is not None:
        from regesta.review.agree.page import page

        html.write_text(page(found, ws.settings.title), encoding="utf-8")
        say(f"Written to {html}.")
    finish(findings)
