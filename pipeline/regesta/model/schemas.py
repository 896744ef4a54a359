"""The published JSON Schemas, generated from the types that the program itself uses."""

from __future__ import annotations

from typing import Any

import msgspec

from regesta.model.assignment import Assignment
from regesta.model.claim import Claim
from regesta.model.decision import Decision
from regesta.model.entity import Entity
from regesta.model.event import Event, Join
from regesta.model.mention import Mention
from regesta.model.record import Record
from regesta.model.same import Same
from regesta.model.source import PageLayout, Source
from regesta.model.training import Prediction, Run

RECORDS: dict[str, type[Record]] = {
    "source": Source,
    "layout": PageLayout,
    "mention": Mention,
    "claim": Claim,
    "decision": Decision,
    "assignment": Assignment,
    "entity": Entity,
    "join": Join,
    "same": Same,
    "event": Event,
    "prediction": Prediction,
    "run": Run,
}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one record, by its name in RECORDS."""
    made = msgspec.json.schema(RECORDS[name])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name, **made}
