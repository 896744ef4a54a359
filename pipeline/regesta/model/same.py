"""A proposal that two entities are one: the same person under two names, each with where it was met."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

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
