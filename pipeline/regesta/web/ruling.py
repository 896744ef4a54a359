"""A ruling on what reviewers answered differently: one act on all that is in conflict at a place."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.model.decision import Decision
from regesta.review import acts
from regesta.review.act import Act, refuse
from regesta.review.conflicts import Conflict, amend, order, take, take_all
from regesta.review.decide import Change
from regesta.review.decide_claim import ClaimChange
from regesta.review.queue import Item
from regesta.review.session import Session
from regesta.review.stale import Stale
from regesta.web.desk import key_of, spelled
from regesta.web.requests import Asked


def rule(session: Session, found: Sequence[Conflict], asked: Asked, change: Change | ClaimChange) -> Decision:
    """Settles the conflict that was shown. Raises `Stale` where it does not stand so any more."""
    conflict = _as_shown(session, found, asked)

    def act(each: Item) -> Act:
        if asked.ruling == "take":
            return take(session, conflict, asked.reviewer, each, asked.note)
        if asked.ruling == "both":
            return take_all(session, conflict, each, asked.note)
        if asked.ruling == "amend":
            return amend(session, conflict, change, each, asked.note)
        return acts.rejecting(session, each, asked.note)

    return session.settle(conflict.items, act)[-1]


def _as_shown(session: Session, found: Sequence[Conflict], asked: Asked) -> Conflict:
    if not asked.items:
        raise refuse("nothing is in conflict here")
    shown = {(each.key, each.digest) for each in asked.items}
    for conflict in found:
        if {(spelled(each.key), each.digest) for each in conflict.items} == shown:
            return conflict
    raise Stale(None, session.item(key_of(asked.items[0].key)))


def said(asked: Asked) -> str:
    """What a ruling came to, in words."""
    words = {"take": f"as {asked.reviewer}", "both": "all are kept", "amend": "amended", "nothing": "nothing here"}
    return words[asked.ruling]


def beside(session: Session, found: Sequence[Conflict], at: str, after: str, before: str) -> int:
    """Which conflict to show: that of the item `at`, the next after or before that of an item; the first else.

    The item may be settled, so that it stands in none any more: its place in the order of conflicts tells.
    """
    if at:
        return place(found, at) or 0
    key = after or before
    shown = session.item(key_of(key)) if key else None
    if shown is None or not found:
        return 0
    here = order(shown)
    places = [order(each.items[0]) for each in found]
    if after:
        return next((n for n, each in enumerate(places) if each > here), 0)
    return next((n for n in reversed(range(len(places))) if places[n] < here), len(places) - 1)


def place(conflicts: Sequence[Conflict], key: str) -> int | None:
    """Which of the conflicts holds the item of this key, as an address spells it; None where none does."""
    for at, conflict in enumerate(conflicts):
        if any(spelled(each.key) == key for each in conflict.items):
            return at
    return None
