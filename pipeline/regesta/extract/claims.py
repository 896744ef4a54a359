"""Claims from the mentions of a source: one for each thing that a passage says happened."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.extract.proposal import Proposal, claim_of
from regesta.extract.teller import Teller
from regesta.model.claim import Claim
from regesta.model.mention import Mention
from regesta.model.settings import EventType
from regesta.model.source import Source

__all__ = ["Proposal", "claim_of", "extract"]


def extract(source: Source, text: str, mentions: Sequence[Mention], event_types: Sequence[EventType]) -> list[Claim]:
    """The claims that a source makes, in the order of its text; every value cites the mentions that say it.

    What is only planned, wished or foreseen ("was planned for 9 December") is left out, since nobody says that it
    happened; what may have happened gets the stance `possible`. Asks for no file and no language model.
    """
    teller = Teller(source.id, text, mentions, event_types)
    return teller.claims()
