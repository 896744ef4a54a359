"""An event: accepted claims that speak of the same thing, with rival values side by side."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from regesta.model.claim import Count, Property, Stance
from regesta.model.mention import Score
from regesta.model.record import Record

Rank = Literal["preferred", "normal", "deprecated"]


class Join(Record, frozen=True, kw_only=True):
    """A proposal that two claims speak of one event, with the reasons that a person can weigh."""

    id: str
    claims: Annotated[list[str], Meta(min_length=2, max_length=2, description="Claim ids, in order")]
    score: Score
    reasons: list[str] = []


class EventValue(Record, frozen=True, kw_only=True):
    """One value of one property of an event, with the claims that assert it and the mentions that they cite."""

    property: Property
    rank: Rank
    stances: list[Stance]
    claims: list[str]
    values: Annotated[list[str], Meta(description="Ids of the claims' values that say the same")]
    cites: list[str]
    role: str = ""
    edtf: str | None = None
    entity: str | None = None
    count: Count | None = None
    event: str | None = None
    text: str | None = None


class Event(Record, frozen=True, kw_only=True):
    """What claims say of one happening. The id comes from the earliest accepted claim and outlives joins."""

    id: str
    type: str
    label: str
    claims: list[str]
    values: list[EventValue]
    contested: Annotated[list[Property], Meta(description="Properties whose values cannot all be true")] = []
    waiting: Annotated[list[Property], Meta(description="Properties for which a person has still to rank")] = []
    redirects: Annotated[list[str], Meta(description="Ids of events that were joined into this one")] = []
