"""The state of review, kept up to date one decision at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import msgspec

from regesta.model.claim import Claim
from regesta.model.decision import Decision
from regesta.model.folder_name import folder_name
from regesta.model.mention import Mention
from regesta.model.reviewed import Pair, Ranked, Reviewed, Standing
from regesta.review.anchored import anchored
from regesta.review.ledger import JOINING, Key, Ledger, key, last_answers
from regesta.review.proposals import Proposals
from regesta.review.settle import settle
from regesta.review.standing import YES, in_force, standing
from regesta.review.standings import Standings
from regesta.review.support import cites, fault, lost


class State:
    """What the decisions come to. `add` costs the same whether there are ten decisions or a hundred thousand."""

    def __init__(
        self,
        decisions: Iterable[Decision],
        mentions: Iterable[Mention] | Proposals,
        claims: Iterable[Claim],
        texts: Mapping[str, str] | None,
        adjudicators: Collection[str],
    ) -> None:
        self.ledger = Ledger(decisions)
        self.texts = texts or {}
        self.adjudicators = frozenset(folder_name(name) for name in adjudicators)
        self.mentions = Standings(mentions if isinstance(mentions, Proposals) else Proposals(mentions))
        self.claims: dict[str, Standing[Claim]] = {}
        self.pairs: dict[Key, Pair] = {}
        self.parted: dict[Key, Pair] = {}
        self.ranks: dict[str, Ranked] = {}
        self._proposed_claims = {claim.id: claim for claim in claims}
        self._citing: dict[str, set[str]] = {}
        for target in self.ledger.keys("mention"):
            self._update_mention(target)
        for target in dict.fromkeys([*self._proposed_claims, *self.ledger.keys("claim")]):
            self._update_claim(target)
        for kind in ("join", "same", "value"):
            for target in self.ledger.keys(kind):
                self._update((kind, target))

    def add(self, decision: Decision) -> list[Key]:
        """Takes a decision in, brings what depends on it up to date, and says what that was."""
        self.ledger.add(decision)
        about: Decision | None = decision
        while about is not None and about.answer == "retract":
            about = self.ledger.get(about.target.id)
        if about is None:
            return []
        changed = key(about)
        self._update(changed)
        citing = sorted(self._citing.get(changed[1], ())) if changed[0] == "mention" else []
        return [changed, *(("claim", name) for name in citing)]

    def seen(self, claim_id: str) -> dict[str, Mention]:
        """The mentions that a claim cites as they were when people last accepted or amended it."""
        history = [each for each in self.ledger.history(("claim", claim_id)) if each.answer in YES]
        return {mention.id: mention for decision in history for mention in decision.target.cited}

    def cited(self, claim: Claim, seen: Mapping[str, Mention]) -> dict[str, Standing[Mention]]:
        """The standing of each mention that a claim cites.

        What people accepted comes before what was seen when the claim was decided, and that before what is proposed.
        """
        found = {}
        for mention_id in cites(claim):
            now = self.mentions.get(mention_id)
            carried = seen.get(mention_id)
            if carried is not None and (now is None or now.status not in ("accepted", "rejected")):
                found[mention_id] = self._in_text(
                    Standing(record=carried, status="open", proposal=now.proposal if now else None)
                )
            elif now is not None:
                found[mention_id] = now
        return found

    def rivals(self, target: Key) -> dict[str, Mention | Claim | None]:
        """What each reviewer who answered holds to be right; None for one who rejected it."""
        answers = last_answers(self.ledger.history(target))
        kind, name = target
        found: dict[str, Mention | Claim | None] = {}
        for answer in answers:
            if answer.answer not in YES:
                found[answer.reviewer] = None
            elif kind == "mention":
                found[answer.reviewer] = in_force(answer, self.mentions.proposals.get(name))
            else:
                found[answer.reviewer] = in_force(answer, self._proposed_claims.get(name))
        return found

    def reviewed(self) -> Reviewed:
        """The whole state as one record, in the order of sources and texts."""
        claims = sorted(self.claims.values(), key=lambda each: (each.record.source, each.record.id))
        mentions = sorted(
            self.mentions.values(),
            key=lambda each: (each.record.source, each.record.start, each.record.end, each.record.id),
        )
        cited: dict[str, Mention] = {}
        for each in sorted(claims, key=lambda each: each.status == "accepted"):
            seen = self.seen(each.record.id) if each.decisions else {}
            cited |= {name: found.record for name, found in self.cited(each.record, seen).items()}
        return Reviewed(
            mentions={each.record.id: each for each in mentions},
            claims={each.record.id: each for each in claims},
            cited={name: cited[name] for name in sorted(cited)},
            joined=_of_kind("join", self.pairs),
            parted=_of_kind("join", self.parted),
            same=_of_kind("same", self.pairs),
            different=_of_kind("same", self.parted),
            ranks={name: self.ranks[name] for name in sorted(self.ranks)},
        )

    def _update(self, target: Key) -> None:
        kind, name = target
        if kind == "mention":
            self._update_mention(name)
        elif kind == "claim":
            self._update_claim(name)
        elif kind in ("join", "same"):
            self._update_pair(target)
        elif kind == "value":
            self._update_rank(name)

    def _update_mention(self, name: str) -> None:
        history = self.ledger.history(("mention", name))
        made = standing(history, self.mentions.proposals.get(name), self.adjudicators) if history else None
        if made is not None and made.proposal == made.record:
            made = msgspec.structs.replace(made, proposal=made.record)  # one of the two is held in memory, not both
        self.mentions.put(name, self._in_text(made) if made is not None and made.status == "accepted" else made)
        for claim in self._citing.get(name, ()):
            self._update_claim(claim)

    def _update_claim(self, name: str) -> None:
        made = standing(self.ledger.history(("claim", name)), self._proposed_claims.get(name), self.adjudicators)
        if made is None:
            self.claims.pop(name, None)
            return
        for mention_id in cites(made.record):
            self._citing.setdefault(mention_id, set()).add(name)
        if made.status == "accepted" and not made.stale:
            seen = self.seen(name)
            why = fault(made.record, self.cited(made.record, seen), seen)
            made = msgspec.structs.replace(made, stale=True, why=why) if why else made
        self.claims[name] = made

    def _in_text(self, made: Standing[Mention]) -> Standing[Mention]:
        text = self.texts.get(made.record.source)
        if text is None:
            return made
        found = anchored(made.record, text, made.proposal)
        if found is None:
            return msgspec.structs.replace(made, stale=True, why=lost(made.record, made.proposal))
        return made if found is made.record else msgspec.structs.replace(made, record=found)

    def _update_pair(self, target: Key) -> None:
        self.pairs.pop(target, None)
        self.parted.pop(target, None)
        name = target[1]
        answers = last_answers(self.ledger.history(target))
        settled = settle(answers, lambda answer: answer.answer in JOINING, self.adjudicators)
        if settled is None or not settled.agreed or name.count(" ") != 1:
            return
        one, other = name.split(" ")
        pair = Pair(
            ids=(one, other),
            reviewers=tuple(each.reviewer for each in settled.decisions),
            decisions=tuple(each.id for each in settled.decisions),
        )
        (self.pairs if settled.last.answer in JOINING else self.parted)[target] = pair

    def _update_rank(self, name: str) -> None:
        self.ranks.pop(name, None)
        answers = [
            each
            for each in last_answers(self.ledger.history(("value", name)))
            if not isinstance(each.set.rank, msgspec.UnsetType)
        ]
        settled = settle(answers, lambda answer: answer.set.rank, self.adjudicators)
        if settled is None or not settled.agreed or isinstance(settled.last.set.rank, msgspec.UnsetType):
            return
        self.ranks[name] = Ranked(
            value=name,
            rank=settled.last.set.rank,
            reviewers=tuple(each.reviewer for each in settled.decisions),
            decisions=tuple(each.id for each in settled.decisions),
        )


def _of_kind(kind: str, pairs: Mapping[Key, Pair]) -> tuple[Pair, ...]:
    return tuple(pairs[name] for name in sorted(pairs) if name[0] == kind)
