"""A decision: one act of one reviewer, a line of an append-only log."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from regesta.model.claim import About, Asserter, Claim, Stance, Value
from regesta.model.event import Join, Rank
from regesta.model.mention import Label, Mention, Offset
from regesta.model.record import Record
from regesta.model.same import Same

Answer = Literal["accept", "reject", "amend", "add", "skip", "join", "part", "rank", "retract", "note"]
TargetKind = Literal["mention", "claim", "join", "value", "same", "decision"]


class Target(Record, frozen=True, kw_only=True):
    """What was decided about, carried whole, so that the line reads alone.

    `digest` is the hash of what the reviewer saw. `mention`, `claim`, `join` or `same` holds the record that was shown;
    a `value` is named with the claim that it stands in, a `decision` by its id alone. `cited` holds the mentions
    that a claim cites.
    """

    kind: TargetKind
    id: str
    digest: str
    mention: Mention | None = None
    claim: Claim | None = None
    join: Join | None = None
    same: Same | None = None
    cited: list[Mention] = []


class Amendment(Record, frozen=True, kw_only=True):
    """What was changed; what is absent stays as it was."""

    start: Offset | UnsetType = UNSET
    end: Offset | UnsetType = UNSET
    exact: str | UnsetType = UNSET
    prefix: str | UnsetType = UNSET
    suffix: str | UnsetType = UNSET
    label: Label | UnsetType = UNSET
    value: str | UnsetType = UNSET
    title: str | UnsetType = UNSET
    type: str | UnsetType = UNSET
    stance: Stance | UnsetType = UNSET
    asserted_by: Asserter | UnsetType = UNSET
    values: list[Value] | UnsetType = UNSET
    about: About | None | UnsetType = UNSET
    via: str | UnsetType = UNSET
    rank: Rank | UnsetType = UNSET


class Decision(Record, frozen=True, kw_only=True):
    """One act, or one part of an act that decided many; `prev` chains the log.

    `clock` is a Lamport clock: no order ever rests on wall time.
    """

    id: Annotated[str, Meta(description="Hash of the content")]
    reviewer: str
    device: str
    seq: Annotated[int, Meta(ge=1, description="Counts the lines of this log")]
    clock: Annotated[int, Meta(ge=1, description="One more than the highest clock that the reviewer had seen")]
    at: Annotated[str, Meta(description="Wall time, UTC, for people to read; nothing is ordered by it")]
    answer: Answer
    target: Target
    set: Amendment = Amendment()
    note: str = ""
    batch: Annotated[str, Meta(description="The act that this belongs to, where one act decided many at once")] = ""
    prev: Annotated[str, Meta(description="sha256 of the line before; empty for the first")] = ""
