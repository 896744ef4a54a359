"""A rank for rival values that were shown, and where it goes on from there."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.model.decision import Decision
from regesta.review.act import refuse
from regesta.review.session import Session
from regesta.review.stale import Stale
from regesta.stages.rivals import Rivals
from regesta.web.requests import Asked, To

_PREFIX = "rank:"


def rank(session: Session, found: Sequence[Rivals], asked: Asked) -> Decision:
    """Ranks the rivals that were shown. Raises `Stale` where they do not stand so any more."""
    at = place(found, asked.key)
    if at is None or found[at].digest != asked.digest:
        raise Stale(None, None)
    if asked.side is not None and not 0 <= asked.side < len(found[at].values):
        raise refuse(f"there is no value {asked.side + 1} here")
    return session.rank_rivals(found[at].values, asked.side, asked.rank, asked.note)[-1]


def place(found: Sequence[Rivals], key: str) -> int | None:
    """Where the rivals stand that a page names so; events that were joined are known by the older name alone."""
    return next((n for n, each in enumerate(found) if _PREFIX + each.name == key), None)


def beside(found: Sequence[Rivals], at: str, after: str, before: str) -> int | None:
    """Which rivals to show: those of a name, or the next before or after them that wait; None where none does."""
    if at:
        return place(found, at)
    waiting = [n for n, each in enumerate(found) if each.waits]
    names = [_PREFIX + found[n].name for n in waiting]
    if after or before:
        # What was ranked meanwhile does not wait any more: its name still tells what comes after it.
        later = [n for n, name in zip(waiting, names, strict=True) if name > after]
        earlier = [n for n, name in zip(waiting, names, strict=True) if name < before]
        nearest = later[:1] if after else earlier[-1:]
        return nearest[0] if nearest else next(iter(waiting if after else reversed(waiting)), None)
    return next(iter(waiting), None)


def onward(found: Sequence[Rivals], key: str) -> To:
    """Where to go once these were ranked: they stay while they wait, else the next that do."""
    at = place(found, key)
    stays = at is not None and found[at].waits
    return To(key="", address=f"/ranks?{'at' if stays else 'after'}={key}")


def back_to(found: Sequence[Rivals], value: str) -> To:
    """Where the rivals are ranked of which this value, named by its id, is one; the list where it is none any more."""
    for each in found:
        if any(value in rival.values for rival in each.values):
            return To(key="", address=f"/ranks?at={_PREFIX}{each.name}")
    return To(key="", address="/ranks?all=1")
