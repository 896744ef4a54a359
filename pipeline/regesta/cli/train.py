"""`regesta train`: teach the recogniser of names from what people decided."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from regesta.cli.common import json_option, pass_workspace, print_json, say
from regesta.cli.progress import Progress
from regesta.errors import fail
from regesta.model.training import Run
from regesta.workspace.workspace import Workspace


@click.command("train")
@click.option("--name", default="", help="Name of the model; made from what it learns from, if not given.")
@click.option("--blank", metavar="LANGUAGE", default="", help="Begin from nothing, in this language, such as de.")
@click.option(
    "--held-back",
    type=click.FloatRange(0.05, 0.5),
    default=0.2,
    show_default=True,
    help="Share of the text that is kept for measuring.",
)
@click.option("--curve/--no-curve", default=True, help="Learn from parts of the documents too, to draw the curve.")
@json_option
@pass_workspace
def command(ws: Workspace, name: str, blank: str, held_back: float, curve: bool, as_json: bool) -> None:
    """Teach the recogniser of names from what people decided.

    Learns from the sources that were reviewed to the end (`regesta review SOURCE --complete`) on the processor, in
    minutes. Part of them is held back; the new model is kept only if it is better there beyond the interval, and no
    worse on general prose. It is used where `tag.model` in the settings is "trained". Decisions are never touched.
    Sources in languages that the pipeline does not read are left out; with --blank, all that are not in LANGUAGE.

    \b
    Examples:
      regesta train
      regesta train --blank de --name german
    """
    from regesta.stages.train import Wish, train

    if name and not _is_name(name):
        raise fail("train.name", f"{name!r} is no name for a model", remedy="Lower-case letters, digits, - and _.")
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    wish = Wish(at=at, name=name, blank=blank, held_back=held_back, curve=curve)
    with Progress() as progress:
        run = train(ws, wish, progress)
    if as_json:
        print_json(run)
    else:
        _tell(ws, run)


def _is_name(name: str) -> bool:
    return (
        name[0].isalnum()
        and name == name.lower()
        and all(char.isalnum() or char in "-_" for char in name)
        and name.isascii()
    )


def _tell(ws: Workspace, run: Run) -> None:
    from regesta.cli.scores import print_scores

    learned, held = _documents(len(run.trained_on)), _documents(len(run.held_back))
    say(f"Learned {', '.join(run.labels)} from {learned}; {held} held back.")
    if run.left_out:
        say(f"{_documents(len(run.left_out))} in other languages left out.")
    for title, scores in (
        ("Before, on what was held back:", run.before),
        ("After:", run.after),
        ("General prose, before:", run.general_before),
        ("General prose, after:", run.general_after),
    ):
        if scores:
            click.echo(title)
            print_scores(scores)
    say(f"{'Kept' if run.kept else 'Not kept'}: {run.why}.", bold=True)
    say(f"The learning curve is in {ws.relative(ws.models / f'{run.id}.svg')}.")
    if run.kept:
        _tell_use(ws, run)


def _tell_use(ws: Workspace, run: Run) -> None:
    """Says which setting makes a model that was kept the one in use, unless it is set already."""
    language = run.base.removeprefix("blank:") if run.base.startswith("blank:") else ""
    key, section = (language, "tag.models") if language else ("model", "tag")
    now = ws.settings.tag.models.get(language, "") if language else ws.settings.tag.model
    if now not in ("trained", ws.relative(ws.models / run.id)):
        say(f'To use it, set {key} = "trained" under [{section}] in the settings; then `regesta run`.')
    else:
        say("The settings use it already: `regesta run`.")


def _documents(number: int) -> str:
    return f"{number} document{'' if number == 1 else 's'}"
