"""A record with a reviewer's changes in it."""

from __future__ import annotations

from typing import TypeVar

import msgspec
from msgspec import UNSET

from regesta.model.claim import Claim
from regesta.model.decision import Amendment
from regesta.model.mention import Mention

T = TypeVar("T", Mention, Claim)

_NOTHING = Amendment()


def amended(record: T, change: Amendment) -> T:
    """The record with what the amendment changes; what it leaves out, or what the record does not have, stays."""
    if change == _NOTHING:
        return record
    changes = {
        name: getattr(change, name) for name in record.__struct_fields__ if getattr(change, name, UNSET) is not UNSET
    }
    if isinstance(record, Mention):
        changes |= _outdated(record, changes)
    return msgspec.structs.replace(record, **changes)


def _outdated(mention: Mention, changes: dict[str, object]) -> dict[str, object]:
    """The rule, the anchor and the parts speak of the machine's own reading, and go when a person gives another."""
    if "value" in changes and changes["value"] != mention.value:
        return {"rule": "", "anchor": "", "parts": []}
    if "start" in changes or "end" in changes:
        return {"parts": []}
    return {}
