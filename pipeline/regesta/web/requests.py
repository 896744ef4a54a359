"""What the page asks for, as JSON, and what it is told; unknown or missing fields are refused."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from regesta.model.claim import Property
from regesta.model.event import Rank
from regesta.model.mention import Label

Verb = Literal[
    "accept", "keep", "reject", "skip", "recall", "take", "amend", "amend-claim", "fill", "note",
    "add", "add-claim", "everywhere", "sure", "undo", "rule", "rank",
    "complete", "incomplete", "elsewhere",
]  # fmt: skip
Span = tuple[int, int]


class Shown(Struct, frozen=True, forbid_unknown_fields=True):
    """An item as it was shown: its key and its digest."""

    key: str
    digest: str


class Asked(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act. `span` in code points of the text of `source`; None leaves a field as it is.

    `side` counts rival values from 0; None means all of them.
    """

    do: Verb
    key: str = ""
    digest: str = ""
    note: str = ""
    reviewer: str = ""
    span: Span | None = None
    label: str | None = None
    value: str | None = None
    title: str | None = None
    type: str | None = None
    stance: str | None = None
    by: str | None = None
    slots: dict[Property, str] = {}
    slot: Property | None = None
    beside: bool = False
    source: str = ""
    piece: int = 0
    answer: Literal["accept", "reject"] = "accept"
    items: list[Shown] = []
    ruling: Literal["take", "both", "amend", "nothing"] = "nothing"
    labels: list[Label] = []
    places: list[tuple[str, Span]] = []
    rank: Rank = "preferred"
    side: int | None = None


class To(Struct, frozen=True, kw_only=True):
    """Where to go on: an item, and the address of the view in which it is decided; no address: where one is."""

    key: str
    address: str


class Told(Struct, frozen=True, kw_only=True):
    """What came of an act: the line of the log in which it stands, and how the item stands now.

    `redraw`: the text has to be drawn anew, since more than the standing of this one item changed.
    """

    what: str
    line: int
    lines: int = 1
    key: str = ""
    digest: str = ""
    status: str = ""
    left: int = 0
    next: To | None = None
    redraw: bool = False


class Refused(Struct, frozen=True, kw_only=True):
    """Why an act was not done. `stale`: it was shown otherwise than it stands; `lost`: it could not be saved."""

    what: str
    remedy: str = ""
    stale: bool = False
    lost: bool = False
    now: str = ""
