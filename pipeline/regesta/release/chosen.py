"""Which claims go into a release, and to which event and rank each of their values belongs."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from regesta.errors import Finding
from regesta.model.claim import Claim, Value
from regesta.model.event import Event, Rank
from regesta.model.mention import Mention
from regesta.model.reviewed import Reviewed, Standing

#: Labels of the mentions whose words can say a property's value.
_WORDS_FOR = {
    "when": ("DATE",),
    "where": ("PLACE", "ORG"),
    "who": ("PERSON", "ORG", "PLACE", "CUE"),
    "count": ("QUANTITY",),
}


class Chosen(Struct, frozen=True, kw_only=True):
    """The claims of a release, sorted by id, and where each belongs."""

    claims: list[Standing[Claim]]
    events: list[Event]
    event_of: dict[str, Event]
    ranks: dict[str, Rank]
    mentions: dict[str, Mention]

    def rank(self, claim: Claim, value: Value) -> Rank:
        """The rank of a value; of the type, which no event ranks, that of the event's own type is preferred."""
        known = self.ranks.get(value.id)
        if known:
            return known
        event = self.event_of.get(claim.id)
        return "preferred" if event and value.property == "type" and value.text == event.type else "normal"

    def evidence(self, claim: Claim, value: Value) -> list[str]:
        """The mentions that stand behind a value, each once, in the order in which the claim names them.

        The value that says what happened also has the whole passage and the words that say whose claim it is.
        """
        cites = list(value.cites)
        if value is saying_what(claim):
            cites += [claim.passage, *claim.asserted_by.cites]
        return list(dict.fromkeys(cites))


def choose(reviewed: Reviewed, events: Iterable[Event], *, include_unreviewed: bool) -> Chosen:
    """The accepted claims, and where asked for also those that nobody has settled; rejected ones never."""
    wanted = {"accepted", "open", "skipped", "disagreed"} if include_unreviewed else {"accepted"}
    claims = sorted(
        (standing for standing in reviewed.claims.values() if standing.status in wanted),
        key=lambda standing: standing.record.id,
    )
    ordered = sorted(events, key=lambda event: event.id)
    mentions = {mention_id: standing.record for mention_id, standing in reviewed.mentions.items()} | reviewed.cited
    return Chosen(
        claims=claims,
        events=ordered,
        event_of={claim: event for event in ordered for claim in event.claims},
        ranks={value: held.rank for event in ordered for held in event.values for value in held.values},
        mentions=mentions,
    )


def saying_what(claim: Claim) -> Value | None:
    """The claim's value that says what happened, else its first."""
    return next(
        (value for value in claim.values if value.property == "type"), claim.values[0] if claim.values else None
    )


def supplied_by(standing: Standing[Claim], value: Value) -> str:
    """The reviewer who put the value in, empty where a component proposed it as it stands."""
    if standing.proposal is not None:
        proposed = any(_same(value, other) for other in standing.proposal.values)
    else:
        proposed = not standing.record.by.component.startswith("person:")
    if proposed or not standing.reviewers:
        return ""
    return standing.reviewers[0]


def is_without_words(value: Value, mentions: dict[str, Mention]) -> bool:
    """Whether no cited mention is of a kind that could say the value: a date that cites no DATE."""
    labels = _WORDS_FOR.get(value.property)
    cited = [mentions[cite] for cite in value.cites if cite in mentions]
    return labels is not None and not any(mention.label in labels for mention in cited)


def unfit(chosen: Chosen) -> list[Finding]:
    """Events that stand on claims which may not go in; a fault of the build, never of the data."""
    allowed = {standing.record.id for standing in chosen.claims}
    return [
        Finding(
            code="release.not_accepted",
            what=f"the event {event.id} rests on the claim {claim}, which may not go into this release",
            remedy="Run `regesta resolve` again: the events are older than the decisions.",
        )
        for event in chosen.events
        for claim in event.claims
        if claim not in allowed
    ]


def _same(one: Value, other: Value) -> bool:
    return one.id == other.id and _held(one) == _held(other)


def _held(value: Value) -> tuple[object, ...]:
    return value.property, value.role, value.edtf, value.entity, value.count, value.event, value.text
