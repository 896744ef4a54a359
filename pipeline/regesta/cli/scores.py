"""A table of scores, as `train` and `evaluate` print it."""

from __future__ import annotations

from collections.abc import Sequence

import click

from regesta.model.training import Score

_HEAD = ("label", "reviewed", "proposed", "precision", "recall", "F1", "95 %", "relaxed F1")


def print_scores(scores: Sequence[Score]) -> None:
    """Prints the scores to stdout, a line a label."""
    rows = [_HEAD, *(_row(score) for score in scores)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    for row in rows:
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        click.echo("  ".join(cells).rstrip())


def _row(score: Score) -> tuple[str, ...]:
    return (
        score.label,
        f"{score.reviewed:,}",
        f"{score.proposed:,}",
        f"{score.precision:.3f}",
        f"{score.recall:.3f}",
        f"{score.f1:.3f}",
        f"{score.low:.3f}–{score.high:.3f}",
        f"{score.relaxed_f1:.3f}",
    )
