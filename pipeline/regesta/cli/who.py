"""Who is at work, as the command line or the settings say it."""

from __future__ import annotations

import click

from regesta.model.folder_name import folder_name
from regesta.workspace.workspace import Workspace


def who(ws: Workspace, name: str) -> str:
    """The reviewer's name in the form in which logs and assignments have it."""
    said = name or ws.settings.review.reviewer
    if not said:
        raise click.UsageError("Who reviews? Say `--as NAME`, or set `reviewer` under [review] in the settings.")
    return folder_name(said)
