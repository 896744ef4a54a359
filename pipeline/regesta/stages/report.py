"""What is wanted of a run, and what is said of it: while it goes on, and when it is done."""

from __future__ import annotations

from collections.abc import Callable, Collection

import msgspec

from regesta.errors import Finding

STAGES = ("tag", "extract", "resolve")

#: Called with the stage, how many of its sources are done, and how many there are to do.
Progress = Callable[[str, int, int], None]


class Done(msgspec.Struct, kw_only=True):
    """What a stage did: what it made, how much was fresh already, and what is wrong."""

    stage: str
    made: list[str] = []
    fresh: int = 0
    findings: list[Finding] = []


class Report(msgspec.Struct, kw_only=True):
    """What a run did, stage by stage; `sources` counts all that are in the corpus."""

    sources: int
    idle: bool = False
    done: list[Done] = []
    findings: list[Finding] = []


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What a run is asked for: which stages, over which sources (none: all).

    `retry` tries again what failed before on the same input.
    """

    stages: Collection[str] = STAGES
    only: Collection[str] | None = None
    retry: bool = False

    @property
    def everything(self) -> bool:
        """Whether nothing that is stale is left out."""
        return self.only is None and set(self.stages) == set(STAGES)
