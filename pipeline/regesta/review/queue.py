"""What is shown to a reviewer, and in which order: source by source, mentions by place, claims, then pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec
from msgspec import Struct

from regesta.model.assignment import Assignment
from regesta.model.claim import Claim
from regesta.model.digest import digest
from regesta.model.event import Join
from regesta.model.ids import sha256_hex
from regesta.model.mention import REVIEWED_LABELS, Label, Mention
from regesta.model.reviewed import Standing, Status
from regesta.model.same import Same
from regesta.review.ledger import Key, Pairing, last_answers, pair_key
from regesta.review.state import State
from regesta.review.support import fault
from regesta.review.worth import by_worth

Kind = Literal["mention", "claim", "join", "same"]


class Wanted(Struct, frozen=True, kw_only=True):
    """Which items to show; where nothing is said, all that waits for a decision.

    `only_open` leaves out what somebody has decided, `stale` and `disagreed` show nothing else; `everything` also
    shows what needs no decision any more, for a second opinion. `order`: by the place in the text, or what settles
    most first. `parts` narrows some of the sources to what is handed out of them. Claims of a score below `unlikely`
    come behind the others of their source.
    """

    sources: tuple[str, ...] = ()
    parts: Mapping[str, tuple[Assignment, ...]] = {}
    labels: tuple[Label, ...] = ()
    kinds: tuple[Kind, ...] = ()
    only_open: bool = False
    stale: bool = False
    disagreed: bool = False
    everything: bool = False
    order: Literal["text", "worth"] = "text"
    unlikely: float = 0.0


class Item(Struct, frozen=True, kw_only=True):
    """One thing to decide about. `changed`: the proposal is no longer what the record in force was made from."""

    kind: Kind
    id: str
    record: Mention | Claim | Join | Same
    status: Status
    stale: bool = False
    changed: bool = False
    why: str = ""
    reviewers: tuple[str, ...] = ()
    proposal: Mention | Claim | None = None

    @property
    def key(self) -> Key:
        """The item as the ledger knows it."""
        return pair_key(self.record) if isinstance(self.record, Join | Same) else (self.kind, self.id)

    @property
    def digest(self) -> str:
        """The sha256 of what is shown of it, which a save carries so that nothing is decided unseen."""
        shown = [self.kind, self.id, self.record, self.proposal, self.status, self.stale, self.why]
        return sha256_hex(msgspec.json.encode(shown))


def item(state: State, joins: Mapping[Key, Pairing], key: Key) -> Item | None:
    """The item of a key as it stands now; `joins` are the proposals to join two, by their pair."""
    kind, name = key
    standing: Standing[Mention] | Standing[Claim] | None
    if kind in ("join", "same"):
        return _pair_item(state, joins[key]) if key in joins and _stand(state, joins[key]) else None
    standing = state.mentions.get(name) if kind == "mention" else state.claims.get(name)
    if standing is None:
        return None
    record, proposal = standing.record, standing.proposal
    return Item(
        kind="mention" if isinstance(record, Mention) else "claim",
        id=name,
        record=record,
        status=standing.status,
        stale=standing.stale,
        changed=standing.stale and proposal is not None and digest(proposal) != digest(record),
        why=standing.why or _doubt(state, record, standing.status),
        reviewers=standing.reviewers,
        proposal=proposal,
    )


def _doubt(state: State, record: Mention | Claim, status: Status) -> str:
    """What people decided about the mentions of a claim that is still to be decided, where the claim says otherwise."""
    if isinstance(record, Mention) or status not in ("open", "skipped"):
        return ""
    return fault(record, state.cited(record, {}), {})


def _stand(state: State, proposal: Pairing) -> bool:
    """Whether both claims are still there to be joined; of two names somebody may always say that they are one."""
    if isinstance(proposal, Same):
        return True
    found = [state.claims.get(name) for name in proposal.claims]
    return all(standing is not None and standing.status != "rejected" for standing in found)


def _pair_item(state: State, proposal: Pairing) -> Item:
    name = pair_key(proposal)
    decided = state.pairs.get(name) or state.parted.get(name)
    answers = last_answers(state.ledger.history(name))
    status: Status = "open"
    if decided is not None:
        status = "accepted" if name in state.pairs else "rejected"
    elif answers:
        status = "disagreed"
    why = ", ".join(f"{each.reviewer} says {each.answer}" for each in answers) if status == "disagreed" else ""
    reviewers = tuple(each.reviewer for each in answers)
    kind: Kind = "join" if isinstance(proposal, Join) else "same"
    return Item(kind=kind, id=proposal.id, record=proposal, status=status, why=why, reviewers=reviewers)


def candidates(state: State, joins: Mapping[Key, Pairing], wanted: Wanted) -> list[Key]:
    """The keys of all that can be asked for, in order, whether it waits now or not."""
    kinds = wanted.kinds or (("mention",) if wanted.labels else ("mention", "claim", "join", "same"))
    sources = frozenset(wanted.sources)
    placed: list[tuple[str, int, int, int, str]] = []
    if "mention" in kinds:
        placed += _mentions(state, wanted, sources)
    if "claim" in kinds:
        for standing in state.claims.values():
            claim = standing.record
            if not sources or claim.source in sources:
                passage = _passage(state, claim)
                if _in_part(wanted, claim.source, passage):
                    place = (passage.start, passage.end) if passage is not None else (0, 0)
                    rank = 2 if (1.0 if claim.by.score is None else claim.by.score) < wanted.unlikely else 1
                    placed.append((claim.source, rank, *place, claim.id))
    keys: list[Key] = [("claim" if rank else "mention", name) for _, rank, _, _, name in sorted(placed)]
    keys += [key for key in _likeliest(joins) if key[0] in kinds and _touches(state, joins[key], sources)]
    return by_worth(state, keys) if wanted.order == "worth" else keys


def _likeliest(joins: Mapping[Key, Pairing]) -> list[Key]:
    """Claims before names; the likeliest names first, so that what is doubtful can wait."""
    return sorted(joins, key=lambda key: (key[0], -joins[key].score if key[0] == "same" else 0.0, key[1]))


def _mentions(state: State, wanted: Wanted, sources: frozenset[str]) -> Iterator[tuple[str, Literal[0], int, int, str]]:
    """Source, 0, start, end and id of each mention that can be asked for."""
    labels = wanted.labels or REVIEWED_LABELS
    mentions = state.mentions
    for source in mentions.proposals.sources if not sources else sources.intersection(mentions.proposals.sources):
        everywhere = source not in wanted.parts
        for start, end, name in mentions.untouched(source, labels):
            if everywhere or _in_part(wanted, source, mentions.proposals[name]):
                yield source, 0, start, end, name
    for name, standing in mentions.touched():
        mention = standing.record
        asked = mention.label in labels or (standing.stale and not wanted.labels)
        if asked and (not sources or mention.source in sources) and _in_part(wanted, mention.source, mention):
            yield mention.source, 0, mention.start, mention.end, name


def _in_part(wanted: Wanted, source: str, mention: Mention | None) -> bool:
    """Whether it stands in a part that is wanted; so does what has no place any more."""
    parts = wanted.parts.get(source)
    return parts is None or mention is None or any(part.holds(mention) for part in parts)


def _passage(state: State, claim: Claim) -> Mention | None:
    standing = state.mentions.get(claim.passage)
    return standing.record if standing is not None else state.seen(claim.id).get(claim.passage)


def _touches(state: State, proposal: Pairing, sources: frozenset[str]) -> bool:
    if isinstance(proposal, Same):
        return not sources or any(mention.source in sources for side in proposal.sides for mention in side.mentions)
    found = [state.claims[name].record.source for name in proposal.claims if name in state.claims]
    return len(found) == 2 and (not sources or any(source in sources for source in found))


def waits(
    shown: Item | Standing[Mention] | Standing[Claim], wanted: Wanted, reviewer: str, adjudicators: frozenset[str]
) -> bool:
    """Whether the item waits for this reviewer's decision.

    A disagreement waits for those who have not said anything, and for adjudicators; who has can still ask for it.
    """
    if wanted.everything:
        return True
    if wanted.stale or wanted.disagreed:
        return (wanted.stale and shown.stale) or (wanted.disagreed and shown.status == "disagreed")
    if shown.status in ("open", "skipped"):
        return True
    if wanted.only_open:
        return False
    if shown.status == "disagreed":
        return reviewer not in shown.reviewers or reviewer in adjudicators
    return shown.stale


def untouched_wait(wanted: Wanted) -> bool:
    """Whether what nobody has said anything about waits: as `waits` has it for whatever is open and not stale."""
    return wanted.everything or not (wanted.stale or wanted.disagreed)
