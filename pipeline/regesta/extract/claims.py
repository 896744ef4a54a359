"""Claims from the mentions of a source: one for each thing that a passage says happened."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from regesta.extract.proposal import Proposal, claim_of
from regesta.extract.teller import Teller
from regesta.extract.unnamed import author_of
from regesta.extract.works import relayed_work
from regesta.model.claim import Claim
from regesta.model.mention import Mention
from regesta.model.settings import EventType
from regesta.model.source import Source

__all__ = ["Proposal", "claim_of", "extract"]


def extract(
    source: Source,
    text: str,
    mentions: Sequence[Mention],
    event_types: Sequence[EventType],
    relayed: Sequence[Source] = (),
) -> list[Claim]:
    """The claims that a source makes, in the order of its text; every value cites the mentions that say it.

    What is only planned, wished or foreseen ("was planned for 9 December") is left out, since nobody says that it
    happened; what may have happened gets the stance `possible`. `relayed` are the works that the corpus knows but does
    not hold: a claim whose passage names one is relayed from it. Asks for no file and no language model.
    """
    claims = Teller(source.id, text, mentions, event_types, author_of(source)).claims()
    if not relayed:
        return claims
    passages = {mention.id: mention.exact for mention in mentions if mention.label == "PASSAGE"}
    return [
        msgspec.structs.replace(claim, via=relayed_work(passages[claim.passage], claim.asserted_by, relayed))
        for claim in claims
    ]
