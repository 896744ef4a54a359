"""Entities that are one: what is proposed to people, and what came of it."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from regesta.model.entity import EntityKind
from regesta.model.mention import Mention, Score
from regesta.model.record import Record


class Side(Record, frozen=True, kw_only=True):
    """One of the two: its id, the forms under which it was met, and a few of the mentions, as they were read."""

    entity: str
    label: str
    forms: list[str] = []
    mentions: list[Mention] = []
    note: Annotated[str, Meta(description="What the authority file says of it, in words")] = ""


class Same(Record, frozen=True, kw_only=True):
    """Two entities that may be one, in the order of their ids, with the reasons that a person can weigh."""

    id: str
    kind: EntityKind
    sides: Annotated[list[Side], Meta(min_length=2, max_length=2)]
    score: Score
    reasons: list[str] = []

    @property
    def entities(self) -> tuple[str, str]:
        """The ids of the two."""
        one, other = self.sides
        return one.entity, other.entity


class Identity(Struct, frozen=True, kw_only=True):
    """An entity that stands for others as well, and who said so."""

    id: str
    ids: Annotated[list[str], Meta(description="The ids that it stands for beside its own")]
    by: Annotated[
        list[str], Meta(description="Reviewers; `authority` for a name of the authority file; `score` for the chance")
    ]
    decisions: list[str] = []
