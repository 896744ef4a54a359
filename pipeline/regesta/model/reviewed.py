"""What the logs say once they are folded: the present standing of each mention, claim, join and rank."""

from __future__ import annotations

from typing import Annotated, Generic, Literal, TypeVar

from msgspec import Meta, Struct

from regesta.model.claim import Claim
from regesta.model.event import Rank
from regesta.model.mention import Mention

T = TypeVar("T", Mention, Claim)

#: `disagreed`: reviewers gave different answers and nobody has settled it; it counts as not accepted.
Status = Literal["open", "accepted", "rejected", "skipped", "disagreed"]


class Standing(Struct, Generic[T], frozen=True, kw_only=True, gc=False):
    """One mention or claim as it stands now.

    `record` is the record in force: as amended, else as decided about, else as proposed. `stale` says that the
    proposal has changed, or that the words are no longer where they were, since somebody decided; the decision
    still counts, and somebody has to look again.
    """

    record: T
    status: Status
    stale: bool = False
    why: Annotated[str, Meta(description="Why it is stale or disagreed, in words")] = ""
    reviewers: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    first: Annotated[
        tuple[int, str, str, int] | None,
        Meta(description="Clock, reviewer, device and seq of the first acceptance: the order of age"),
    ] = None
    proposal: Annotated[T | None, Meta(description="What the machine proposes now under this id")] = None


class Pair(Struct, frozen=True, kw_only=True):
    """Two claims, or two entities, that people joined or parted."""

    ids: tuple[str, str]
    reviewers: tuple[str, ...]
    decisions: tuple[str, ...]


class Ranked(Struct, frozen=True, kw_only=True):
    """A rank that a person gave to one claim's value."""

    value: str
    rank: Rank
    reviewers: tuple[str, ...]
    decisions: tuple[str, ...]


class Reviewed(Struct, frozen=True, kw_only=True):
    """The fold over all logs."""

    mentions: dict[str, Standing[Mention]]
    claims: dict[str, Standing[Claim]]
    cited: Annotated[dict[str, Mention], Meta(description="Every mention that a standing claim cites")]
    joined: tuple[Pair, ...] = ()
    parted: tuple[Pair, ...] = ()
    same: Annotated[tuple[Pair, ...], Meta(description="Entities that are one")] = ()
    different: Annotated[tuple[Pair, ...], Meta(description="Entities that are two")] = ()
    ranks: dict[str, Ranked] = {}
