"""Ranking the rival values of an event: which value of which claim gets which rank."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import UNSET, Struct

from regesta.model.claim import Claim
from regesta.model.event import EventValue, Rank
from regesta.review.act import refuse
from regesta.review.ledger import last_answers
from regesta.review.view import View


class Ranking(Struct, frozen=True, kw_only=True):
    """A rank for a value of a claim."""

    claim: Claim
    value: str
    rank: Rank


def given(view: View, values: Iterable[str]) -> dict[str, Rank]:
    """By reviewer, the rank that each last gave to any of these values, by their ids."""
    answers = [each for name in values for each in last_answers(view.state.ledger.history(("value", name)))]
    return {each.reviewer: each.set.rank for each in answers if each.set.rank is not UNSET}


def rankings(view: View, rivals: Sequence[EventValue], chosen: int | None, rank: Rank) -> list[Ranking]:
    """What a person says by giving a rank to one of the rivals, or to all of them where none is chosen.

    Where one becomes preferred, those that were preferred before are normal from then on. One rank is enough for all
    claims that say the same, but what people said of their values before is said anew. Refused where nothing changes.
    """
    made: list[Ranking] = []
    for n, rival in enumerate(rivals):
        own = {name: given(view, [name]) for name in rival.values}
        if chosen in (None, n):
            said = [name for name in rival.values if own[name]] or rival.values[:1]
            made += [_ranking(view, rival, name, rank) for name in said if own[name].get(view.reviewer.name) != rank]
        elif rank == "preferred":
            made += [
                _ranking(view, rival, name, "normal") for name in rival.values if "preferred" in own[name].values()
            ]
    if not made:
        raise refuse(f"you have ranked this as {rank} already", "Undo takes a rank back.")
    return made


def _ranking(view: View, rival: EventValue, value: str, rank: Rank) -> Ranking:
    claim = claim_with(view, rival, value)
    if claim is None:
        raise refuse(f"no claim has the value {value} any more", "Look at the event again.")
    return Ranking(claim=claim, value=value, rank=rank)


def claim_with(view: View, rival: EventValue, value: str) -> Claim | None:
    """The claim, as it stands now, that has the value of this id."""
    claims = (claim for claim in map(view.claim, rival.claims) if claim is not None)
    return next((claim for claim in claims if any(each.id == value for each in claim.values)), None)
