"""The digest of a proposal: a hash of what a reviewer sees, and of nothing else."""

from __future__ import annotations

import msgspec

from regesta.model.claim import Claim
from regesta.model.event import Join
from regesta.model.ids import sha256_hex
from regesta.model.mention import Mention
from regesta.model.same import Same


def digest(record: Mention | Claim | Join | Same) -> str:
    """64 hexadecimal digits over the content that a decision is about.

    Scores, versions, rules and offsets stay out: a decision outlives a new model that proposes the same thing,
    and a change elsewhere in the text.
    """
    return sha256_hex(msgspec.json.encode(_seen(record)))


def _seen(record: Mention | Claim | Join | Same) -> list[object]:
    if isinstance(record, Mention):
        return [record.source, record.label, record.prefix, record.exact, record.suffix, record.value, record.title]
    if isinstance(record, Claim):
        values = [
            [
                value.property,
                value.role,
                value.edtf,
                value.entity,
                value.count,
                value.event,
                value.text,
                value.hedge,
                sorted(value.cites),
            ]
            for value in record.values
        ]
        return [
            record.source,
            record.type,
            record.passage,
            record.stance,
            record.asserted_by,
            record.via,
            record.about,
            values,
        ]
    return [sorted(record.entities if isinstance(record, Same) else record.claims)]
