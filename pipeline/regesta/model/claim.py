"""A claim: what one passage of a source says happened, and whose word that is."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from regesta.model.mention import By
from regesta.model.record import Record, intern_word

Stance = Literal["asserted", "reported", "possible", "accused", "admitted", "questioned", "denied"]
Property = Literal["type", "when", "where", "who", "count", "outcome", "part_of"]
Hedge = Literal["none", "approximate", "reported", "possible", "inferred"]
AsserterKind = Literal["source", "person", "organisation", "group", "anonymous"]
Relation = Literal["disputes", "supports", "restates", "explains"]


class Asserter(Record, frozen=True, kw_only=True):
    """Whose word it is, with the words that say so cited; for the source's own voice there is nothing to cite."""

    kind: AsserterKind
    label: str
    id: Annotated[str, Meta(description="Entity id of a person or an organisation; citekey of the source itself")] = ""
    cites: Annotated[list[str], Meta(description="Mention ids")] = []


class About(Record, frozen=True, kw_only=True):
    """The claim that this one speaks of, and what it does to it."""

    claim: str
    relation: Relation


class Count(Record, frozen=True, kw_only=True):
    """A number of people or things, as the words bound it."""

    unit: str
    low: int | None = None
    best: int | None = None
    high: int | None = None


class Value(Record, frozen=True, kw_only=True):
    """One value that the passage asserts; it holds exactly one of edtf, entity, count, event and text."""

    id: str
    property: Property
    cites: Annotated[list[str], Meta(min_length=1, description="Mention ids; no value without a cite")]
    role: Annotated[str, Meta(description="For who: the part taken; for where: from, to, at")] = ""
    edtf: str | None = None
    entity: str | None = None
    count: Count | None = None
    event: Annotated[str | None, Meta(description="Claim id of the event that this one is part of")] = None
    text: str | None = None
    hedge: Hedge = "none"

    def __post_init__(self) -> None:
        intern_word(self, "hedge")
        held = [kind for kind in ("edtf", "entity", "count", "event", "text") if getattr(self, kind) is not None]
        if len(held) != 1:
            raise ValueError(f"a value holds exactly one of edtf, entity, count, event, text, not {held or 'none'}")


class Claim(Record, frozen=True, kw_only=True):
    """A factoid: who says what happened, when, where, with whom, and how firmly."""

    id: str
    source: str
    type: Annotated[str, Meta(description="Event type, from the list in the settings")]
    passage: Annotated[str, Meta(description="Mention id of the passage")]
    stance: Stance
    asserted_by: Asserter
    values: list[Value]
    by: By
    via: Annotated[str, Meta(description="Citekey of the work that the source relays")] = ""
    about: About | None = None
    label: Annotated[str, Meta(description="A short name for the event, in the words of the passage")] = ""
