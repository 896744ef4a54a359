"""The rival values of events, as the decisions have them by now, for a person to rank."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from regesta.model.claim import Claim, Property
from regesta.model.event import Event, EventValue
from regesta.model.ids import sha256_hex
from regesta.model.reviewed import Reviewed
from regesta.stages.resolve import resolution
from regesta.workspace.authority import read_entities
from regesta.workspace.workspace import Workspace


class Rivals(Struct, frozen=True, kw_only=True):
    """The values of one property of an event that cannot all be true, and the claims that say them.

    `waits`: no rule prefers one of them, so a person has to.
    """

    event: Event
    prop: Property
    values: list[EventValue]
    claims: list[Claim]
    waits: bool

    @property
    def name(self) -> str:
        """The name by which an address knows it; it stays while the event keeps its oldest claim."""
        return f"{self.event.id}.{self.prop}"

    @property
    def digest(self) -> str:
        """The sha256 of what is shown of it, which a save carries so that nothing is ranked unseen."""
        return sha256_hex(msgspec.json.encode([self.name, self.values, self.claims, self.waits]))


def rivals(ws: Workspace, reviewed: Reviewed) -> list[Rivals]:
    """All that is contested among the events of what was accepted: sorted by name."""
    entities, _ = read_entities(ws)
    events = resolution(ws, reviewed, entities).events
    found = [
        Rivals(
            event=event,
            prop=prop,
            values=[value for value in event.values if value.property == prop],
            claims=[reviewed.claims[name].record for name in event.claims if name in reviewed.claims],
            waits=prop in event.waiting,
        )
        for event in events
        for prop in event.contested
    ]
    return sorted(found, key=lambda each: each.name)
