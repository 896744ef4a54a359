"""`regesta evaluate`: score proposals against what people decided."""

from __future__ import annotations

from pathlib import Path

import click

from regesta.cli.common import finish, json_option, pass_workspace, print_json, safe, say
from regesta.workspace.workspace import Workspace


@click.command("evaluate")
@click.option("--model", default="", help="Another model than that of the settings: a pipeline, or a training's name.")
@click.option(
    "--predictions",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    help="Score this file instead: one JSON object a line with source, start, end and label.",
)
@json_option
@pass_workspace
def command(ws: Workspace, model: str, predictions: Path | None, as_json: bool) -> None:
    """Score the proposals, or a file of others, against the reviews.

    Counts in the sources that were reviewed to the end (`regesta review SOURCE --complete`). Strict: the same words and
    the same label; relaxed: the same label, and the words overlap. A model that was trained here is not asked about
    what it learned from.

    \b
    Examples:
      regesta evaluate
      regesta evaluate --predictions other-tool.jsonl --json
    """
    if model and predictions:
        raise click.UsageError("Score a model or a file of predictions, not both at once.")
    from regesta.cli.scores import print_scores
    from regesta.stages.evaluate import evaluate

    found = evaluate(ws, model, predictions)
    if as_json:
        print_json(found)
    else:
        number = len(found.sources)
        say(f"{safe(found.scored)} on {number} source{'' if number == 1 else 's'} reviewed to the end.")
        if found.learned_from:
            say(f"Left out, as the model has learned from them: {', '.join(found.learned_from)}.")
        print_scores(found.scores)
    finish(found.findings)
