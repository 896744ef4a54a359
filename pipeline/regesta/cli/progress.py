"""A progress bar on a terminal; nothing in a log or a pipe."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Any

import click


class Progress:
    """Called with a stage, how many of its sources are done and how many there are; shows one bar a stage."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._stage = ""
        self._bar: Any = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._finish()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Shows how far the stage has come."""
        if not self._shown:
            return
        if stage != self._stage:
            self._finish()
            self._stage = stage
            self._bar = click.progressbar(length=total, label=f"{stage:8}", file=sys.stderr, show_pos=True)
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos)

    def _finish(self) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None
