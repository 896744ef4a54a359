"""Reviewed records in which each person, place and organisation goes by one id."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from regesta.model.claim import Asserter, Claim, Value
from regesta.model.mention import Mention
from regesta.model.reviewed import Reviewed, Standing


def unified(reviewed: Reviewed, of: Mapping[str, str]) -> Reviewed:
    """The fold with the id that stands for an entity wherever it is named; `of` has it for those that have another.

    Decisions and logs stay as they are: this is how they read once it is known who is who.
    """
    if not of:
        return reviewed
    return msgspec.structs.replace(
        reviewed,
        mentions={name: _standing_mention(each, of) for name, each in reviewed.mentions.items()},
        claims={name: _standing_claim(each, of) for name, each in reviewed.claims.items()},
        cited={name: _mention(each, of) for name, each in reviewed.cited.items()},
    )


def _standing_mention(standing: Standing[Mention], of: Mapping[str, str]) -> Standing[Mention]:
    record, proposal = _mention(standing.record, of), standing.proposal and _mention(standing.proposal, of)
    if record is standing.record and proposal is standing.proposal:
        return standing
    return msgspec.structs.replace(standing, record=record, proposal=proposal)


def _standing_claim(standing: Standing[Claim], of: Mapping[str, str]) -> Standing[Claim]:
    record, proposal = _claim(standing.record, of), standing.proposal and _claim(standing.proposal, of)
    if record is standing.record and proposal is standing.proposal:
        return standing
    return msgspec.structs.replace(standing, record=record, proposal=proposal)


def _mention(mention: Mention, of: Mapping[str, str]) -> Mention:
    return msgspec.structs.replace(mention, value=of[mention.value]) if mention.value in of else mention


def _claim(claim: Claim, of: Mapping[str, str]) -> Claim:
    values = [_value(value, of) for value in claim.values]
    asserter = _asserter(claim.asserted_by, of)
    if asserter is claim.asserted_by and all(a is b for a, b in zip(values, claim.values, strict=True)):
        return claim
    return msgspec.structs.replace(claim, values=values, asserted_by=asserter)


def _value(value: Value, of: Mapping[str, str]) -> Value:
    entity = of.get(value.entity or "")
    return msgspec.structs.replace(value, entity=entity) if entity else value


def _asserter(asserter: Asserter, of: Mapping[str, str]) -> Asserter:
    return msgspec.structs.replace(asserter, id=of[asserter.id]) if asserter.id in of else asserter
