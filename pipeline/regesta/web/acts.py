"""The acts of the page on the session: what was shown is checked first, and what is told is on disk."""

from __future__ import annotations

from collections.abc import Callable

from regesta.errors import fail
from regesta.model.decision import Decision
from regesta.review.act import refuse
from regesta.review.decide import UNCHANGED, Change
from regesta.review.decide_claim import ClaimChange, Edit
from regesta.review.ledger import key as ledger_key
from regesta.review.queue import Item
from regesta.review.session import Session
from regesta.review.slots import Typed
from regesta.review.stale import Stale
from regesta.review.sure import sure
from regesta.web.desk import Desk, key_of, spelled
from regesta.web.elsewhere import add_elsewhere
from regesta.web.ranking import back_to, onward, rank
from regesta.web.requests import Asked, Shown, To, Told
from regesta.web.ruling import rule, said

_DONE = {
    "accept": "accepted",
    "reject": "rejected",
    "amend": "accepted with changes",
    "skip": "left open",
    "add": "added",
    "join": "joined",
    "part": "kept apart",
    "note": "noted",
    "retract": "taken back",
}
#: What an act came to that its answer alone does not tell.
_SAID = {"complete": "reviewed to the end", "incomplete": "not reviewed to the end any more"}
#: After these, only the standing of the one item has changed, which the page paints itself.
_PAINTED = ("accept", "reject", "skip", "keep", "note", "complete", "incomplete")


def perform(desk: Desk, session: Session, asked: Asked) -> Told:
    """Does what was asked. Raises RegestaError: `Stale` where the item does not stand as it was shown."""
    if asked.do == "rule":
        return _ruled(desk, session, asked)
    if asked.do == "rank":
        return _ranked(desk, session, asked)
    if asked.do in ("add", "add-claim", "sure", "complete", "incomplete"):
        _check_source(desk, asked)
    elif asked.do not in ("undo", "elsewhere"):
        session.go(key_of(asked.key))
        session.check(asked.digest)
    saved = _DOING[asked.do](session, asked)
    if saved is None:
        raise refuse("there is nothing to take back")
    return _told(desk, session, asked, saved)


def _check_source(desk: Desk, asked: Asked) -> None:
    if not desk.has(asked.source):
        raise fail("review.source", f"there is no source {asked.source!r}")


def _ruled(desk: Desk, session: Session, asked: Asked) -> Told:
    is_claim = any(each.key.startswith("claim:") for each in asked.items)
    saved = rule(session, desk.conflicts(session), asked, _claim_change(asked) if is_claim else _change(asked))
    after = To(key="", address=f"/conflicts?after={asked.items[0].key}")
    return Told(
        what=said(asked), line=saved.seq, lines=len(session.last), left=len(desk.conflicts(session)), next=after
    )


def _ranked(desk: Desk, session: Session, asked: Asked) -> Told:
    saved = rank(session, desk.rivals(session), asked)
    what = "none is preferred" if asked.side is None else f"value {asked.side + 1} is {asked.rank}"
    found = desk.rivals(session)
    left = sum(each.waits for each in found)
    return Told(what=what, line=saved.seq, lines=len(session.last), left=left, next=onward(found, asked.key))


def _taken_back(desk: Desk, session: Session, saved: Decision) -> To | None:
    """Where one goes after what was taken back; None where that is the item about which it was.

    A rank is given again where it was given; one stays where a mark was set, and where what was added is gone.
    """
    taken = session.state.ledger.get(saved.target.id) if saved.answer == "retract" else None
    if taken is not None and taken.answer == "rank":
        return back_to(desk.rivals(session), taken.target.id)
    if taken is not None and (taken.answer == "note" or session.item(ledger_key(taken)) is None):
        return To(key="", address="")
    return None


def _told(desk: Desk, session: Session, asked: Asked, saved: Decision) -> Told:
    about = _about(session, asked, saved)
    lines = len(session.last)
    what = _SAID.get(asked.do) or _DONE.get(saved.answer, saved.answer)
    return Told(
        what=f"{what}, {lines} together" if lines > 1 else what,
        line=saved.seq,
        lines=lines,
        key=spelled(about.key) if about else "",
        digest=about.digest if about else "",
        status=about.status if about else "",
        left=session.counts.left,
        next=_next(desk, session, saved),
        redraw=asked.do not in _PAINTED and not (desk.ruling and asked.do == "undo"),
    )


def _about(session: Session, asked: Asked, saved: Decision) -> Item | None:
    """The item of which is told how it stands now: that which was answered, or was added."""
    if asked.do == "add":
        return session.item(("mention", saved.target.id))
    shown = asked.do not in ("undo", "add-claim", "sure", "complete", "incomplete", "elsewhere")
    return session.item(key_of(asked.key)) if shown else None


def _next(desk: Desk, session: Session, saved: Decision) -> To | None:
    back = _taken_back(desk, session, saved)
    going = session.current
    if back is not None:
        return back
    return To(key="", address=f"/conflicts?at={spelled(going.key)}") if desk.ruling and going else to(desk, going)


def to(desk: Desk, item: Item | None) -> To | None:
    """Where an item is decided; None where nothing waits."""
    return None if item is None else To(key=spelled(item.key), address=desk.address(item))


def _amend(session: Session, asked: Asked) -> Decision:
    return session.amend_mention(_change(asked), asked.note)


def _change(asked: Asked) -> Change:
    return Change(span=asked.span, label=asked.label, value=asked.value, title=asked.title)


def _amend_claim(session: Session, asked: Asked) -> Decision:
    return session.amend_claim(_claim_change(asked), asked.note)


def _claim_change(asked: Asked) -> ClaimChange:
    edits = []
    for name, typed in asked.slots.items():
        text, _, words = typed.partition("@")
        edits.append(Edit(operation="=", typed=Typed(property=name, text=text.strip(), words=words.strip())))
    return ClaimChange(edits=edits, type=asked.type, stance=asked.stance, asserted_by=asked.by)


def _fill(session: Session, asked: Asked) -> Decision:
    if asked.slot is None or asked.span is None:
        raise refuse("say which slot, and select the words for it")
    typed = Typed(property=asked.slot, text=asked.value or "", span=asked.span)
    return session.fill(typed, "+=" if asked.beside else "=", asked.note)


def _add(session: Session, asked: Asked) -> Decision:
    if asked.span is None or asked.label is None:
        raise refuse("select the words, and say what they are")
    return session.add_mention(asked.source, asked.span, asked.label, asked.value or "", asked.title or "", asked.note)


def _add_claim(session: Session, asked: Asked) -> Decision:
    if asked.span is None or not asked.type:
        raise refuse("select the words that say it, and choose what happened")
    return session.add_claim(asked.source, asked.span, asked.type, _claim_change(_untyped(asked)), note=asked.note)


def _untyped(asked: Asked) -> Asked:
    return Asked(do=asked.do, stance=asked.stance, by=asked.by, slots=asked.slots)


def _everywhere(session: Session, asked: Asked) -> Decision:
    change = UNCHANGED if asked.label is None else Change(label=asked.label)
    return session.everywhere(_as_shown(session, asked.items), asked.answer, change, asked.note)[-1]


def _as_shown(session: Session, shown: list[Shown]) -> list[Item]:
    """The items that were shown; refused where one of them does not stand so any more."""
    found = []
    for each in shown:
        item = session.item(key_of(each.key))
        if item is None or item.digest != each.digest:
            raise Stale(None, item)
        found.append(item)
    return found


def _sure(session: Session, asked: Asked) -> Decision:
    offered = sure(session, asked.source, asked.piece)
    if {(spelled(each.key), each.digest) for each in offered.rest} != {(each.key, each.digest) for each in asked.items}:
        raise Stale(None, offered.rest[0] if offered.rest else None)
    return session.accept_sure(offered, asked.note)[-1]


_DOING: dict[str, Callable[[Session, Asked], Decision | None]] = {
    "accept": lambda session, asked: session.accept(asked.note),
    "keep": lambda session, asked: session.keep(asked.note),
    "reject": lambda session, asked: session.reject(asked.note),
    "skip": lambda session, asked: session.skip(asked.note),
    "recall": lambda session, asked: session.recall(asked.note),
    "take": lambda session, asked: session.take(asked.reviewer, asked.note),
    "note": lambda session, asked: session.note(asked.note),
    "complete": lambda session, asked: session.complete(asked.source, asked.labels),
    "incomplete": lambda session, asked: session.incomplete(asked.source, asked.note)[-1],
    "elsewhere": add_elsewhere,
    "undo": lambda session, asked: session.undo(asked.note),
    "amend": _amend,
    "amend-claim": _amend_claim,
    "fill": _fill,
    "add": _add,
    "add-claim": _add_claim,
    "everywhere": _everywhere,
    "sure": _sure,
}
