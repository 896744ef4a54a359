"""An act: what a reviewer does to one target, before it has a place in a log."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from msgspec import Struct

from regesta.errors import RegestaError, fail
from regesta.model.claim import Claim
from regesta.model.decision import Amendment, Answer, Decision, Target
from regesta.model.digest import digest
from regesta.model.event import Join
from regesta.model.mention import Mention
from regesta.model.same import Same


class Act(Struct, frozen=True, kw_only=True):
    """An answer to a target, with what is changed and a note."""

    answer: Answer
    target: Target
    set: Amendment = Amendment()
    note: str = ""


def draft(act: Act, reviewer: str, device: str, at: str, batch: str = "") -> Decision:
    """The decision that an act is, still without id, and with the place of a first line; the log gives it its own.

    `at` is the wall time in UTC, for people to read; `batch` names the act where one act decides many.
    """
    return Decision(
        id="",
        reviewer=reviewer,
        device=device,
        seq=1,
        clock=1,
        at=at,
        answer=act.answer,
        target=act.target,
        set=act.set,
        note=unicodedata.normalize("NFC", act.note),
        batch=batch,
    )


def target(
    record: Mention | Claim | Join | Same, *, seen: Mention | Claim | None = None, cited: Iterable[Mention] = ()
) -> Target:
    """The target of a decision on a record.

    `seen` is the proposal that was shown beside a record that people had changed before: its digest is what tells
    later whether the machine has changed its mind. `cited` are the mentions that a claim cites.
    """
    shown = digest(record if seen is None else seen)
    if isinstance(record, Mention):
        return Target(kind="mention", id=record.id, digest=shown, mention=record)
    if isinstance(record, Claim):
        return Target(kind="claim", id=record.id, digest=shown, claim=record, cited=list(cited))
    if isinstance(record, Same):
        return Target(kind="same", id=record.id, digest=shown, same=record)
    return Target(kind="join", id=record.id, digest=shown, join=record)


def refuse(what: str, remedy: str = "") -> RegestaError:
    """The error for an act that cannot be done as asked; nothing has been saved when it is raised."""
    return fail("review.act", what, remedy=remedy)
