"""Where a session's decisions go, and where those of others come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

import msgspec

from regesta.model.chain import identified
from regesta.model.decision import Decision

Append = Callable[[Decision], Decision]


class Log(Protocol):
    """A reviewer's log, with the logs of all others beside it."""

    def turn(self) -> AbstractContextManager[Sequence[Decision]]:
        """Keeps other processes from this log for one act; gives what was written to any log since the last turn."""

    def append(self, drafts: Sequence[Decision]) -> list[Decision]:
        """The decisions of one act as they are now on disk: all of them, or none and an error."""


class Alone:
    """A log that nobody else writes to, from a function that saves one decision and gives it its place."""

    def __init__(self, append: Append) -> None:
        self._append = append

    @contextmanager
    def turn(self) -> Iterator[Sequence[Decision]]:
        """Nobody else is there to be kept away."""
        yield ()

    def append(self, drafts: Sequence[Decision]) -> list[Decision]:
        """The decisions as they were saved, one after another."""
        return [self._append(draft) for draft in drafts]


class InMemory(Alone):
    """A log that keeps what would be saved, to be looked at first; `drafts` are still without a place in a log."""

    def __init__(self) -> None:
        super().__init__(self._keep)
        self.drafts: list[Decision] = []

    def _keep(self, draft: Decision) -> Decision:
        self.drafts.append(draft)
        place = _BEHIND_ALL + len(self.drafts)
        return identified(msgspec.structs.replace(draft, seq=place, clock=place))


#: Clocks count decisions; no project has made so many.
_BEHIND_ALL = 2**40
