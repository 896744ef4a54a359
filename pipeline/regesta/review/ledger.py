"""The decisions of all logs, kept by what they are about, without those that were taken back."""

from __future__ import annotations

from collections.abc import Iterable

from regesta.model.decision import Answer, Decision
from regesta.model.event import Join
from regesta.model.same import Same

Key = tuple[str, str]
#: What joins two: claims into an event, or entities into one.
Pairing = Join | Same

#: The answers that settle something, by the kind of their target; whatever else a log holds decides nothing.
_SETTLING: dict[str, tuple[Answer, ...]] = {
    "mention": ("accept", "reject", "amend", "add"),
    "claim": ("accept", "reject", "amend", "add"),
    "join": ("join", "part", "accept", "reject"),
    "same": ("join", "part", "accept", "reject"),
    "value": ("rank",),
}
#: The answers that make one of two.
JOINING: tuple[Answer, ...] = ("join", "accept")

#: How the name of a batch begins that settled a conflict.
SETTLING = "settle:"


def order(decision: Decision) -> tuple[int, str, str, int, str]:
    """The key by which decisions follow each other on every machine; the id parts two that claim one place."""
    return decision.clock, decision.reviewer, decision.device, decision.seq, decision.id


def key(decision: Decision) -> Key:
    """What a decision is about: kind and id; what joins two is known by the pair."""
    target = decision.target
    pairing = target.join or target.same
    return (target.kind, target.id) if pairing is None else pair_key(pairing)


def pair_key(pairing: Pairing) -> Key:
    """The pair, of claims or of entities, by which what joins two is known."""
    if isinstance(pairing, Join):
        return "join", " ".join(sorted(pairing.claims))
    return "same", " ".join(sorted(pairing.entities))


class Ledger:
    """Decisions by target. Adding one touches nothing but its own target, so a session can go on without end."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._by_id: dict[str, Decision] = {}
        self._by_key: dict[Key, list[Decision]] = {}
        self._retracts: dict[str, list[Decision]] = {}
        for decision in decisions:
            self.add(decision)

    def add(self, decision: Decision) -> None:
        """Takes a decision in; the same one a second time changes nothing."""
        if decision.id in self._by_id:
            return
        self._by_id[decision.id] = decision
        if decision.answer == "retract":
            self._retracts.setdefault(decision.target.id, []).append(decision)
        else:
            self._by_key.setdefault(key(decision), []).append(decision)

    def __len__(self) -> int:
        return len(self._by_id)

    def keys(self, kind: str) -> list[str]:
        """The ids of all targets of a kind that somebody said something about."""
        return [target for target_kind, target in self._by_key if target_kind == kind]

    def get(self, decision_id: str) -> Decision | None:
        """The decision of this id."""
        return self._by_id.get(decision_id)

    def history(self, target: Key) -> list[Decision]:
        """What was said about a target and not taken back, oldest first."""
        decisions = self._by_key.get(target, [])
        if not self._retracts:
            return sorted(decisions, key=order)
        return sorted((each for each in decisions if not self.is_undone(each)), key=order)

    def is_undone(self, decision: Decision) -> bool:
        """Whether the reviewer took the decision back, and did not take that back in turn."""
        chain = [decision]
        for each in chain:
            chain += [
                retract
                for retract in self._retracts.get(each.id, ())
                if retract.reviewer == each.reviewer and order(retract) > order(each)
            ]
        undone: set[str] = set()
        for retract in sorted(chain[1:], key=order, reverse=True):
            if retract.id not in undone:
                undone.add(retract.target.id)
        return decision.id in undone

    def own(self, reviewer: str, device: str) -> list[Decision]:
        """What a reviewer decided on a device and did not take back, oldest first."""
        found = [each for each in self._by_id.values() if (each.reviewer, each.device) == (reviewer, device)]
        return sorted((each for each in found if each.answer != "retract" and not self.is_undone(each)), key=order)


def last_answers(history: Iterable[Decision]) -> list[Decision]:
    """Each reviewer's last answer, in order; a skip or a note is none."""
    last: dict[str, Decision] = {}
    for decision in history:
        if decision.answer in _SETTLING.get(decision.target.kind, ()):
            last[decision.reviewer] = decision
    return sorted(last.values(), key=order)


def own_answers(history: Iterable[Decision]) -> list[Decision]:
    """Each reviewer's answer before others could sway it, in order: the last that came before any of somebody else's.

    Whoever answers once more what others have answered meanwhile knows of their answers; then the first one counts.
    What settled a conflict is a ruling on others' answers, and none of this kind.
    """
    found: dict[str, Decision] = {}
    said: set[str] = set()
    for decision in history:
        if not decision.batch.startswith(SETTLING) and decision.answer in _SETTLING.get(decision.target.kind, ()):
            if decision.reviewer not in found or said <= {decision.reviewer}:
                found[decision.reviewer] = decision
            said.add(decision.reviewer)
    return sorted(found.values(), key=order)
