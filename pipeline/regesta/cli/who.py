"""Who is at work, as the command line or the settings say it."""

from __future__ import annotations

import platform
from datetime import UTC, datetime

import click

from regesta.model.folder_name import folder_name
from regesta.review.session import Reviewer
from regesta.workspace.workspace import Workspace


def who(ws: Workspace, name: str) -> str:
    """The reviewer's name in the form in which logs and assignments have it."""
    said = name or ws.settings.review.reviewer
    if not said:
        raise click.UsageError("Who reviews? Say `--as NAME`, or set `reviewer` under [review] in the settings.")
    return folder_name(said)


def at_work(ws: Workspace, name: str) -> Reviewer:
    """The reviewer at this device, with the clock that dates their answers."""
    device = ws.settings.review.device or platform.node() or "device"
    return Reviewer(name=who(ws, name), device=folder_name(device), now=now)


def now() -> str:
    """The wall time in UTC, for people to read."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
