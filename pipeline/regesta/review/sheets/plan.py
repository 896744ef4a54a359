"""What the answers of a sheet come to, given one after another in a session: what would be saved, and what not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from regesta.errors import Finding, RegestaError
from regesta.model.claim import Claim, Value
from regesta.model.decision import Answer, Decision
from regesta.model.event import Join
from regesta.model.mention import Mention
from regesta.model.same import Same
from regesta.review.amended import amended
from regesta.review.decide import Change
from regesta.review.decide_claim import ClaimChange, Edit
from regesta.review.ledger import Key
from regesta.review.queue import Item
from regesta.review.session import Session
from regesta.review.sheets.answers import NOTHING, Wish
from regesta.review.sheets.cells import CHECK
from regesta.review.sheets.pairs import PAIR_COLUMNS, pair_row
from regesta.review.sheets.rows import CLAIM_COLUMNS, MENTION_COLUMNS, Choice, mention_row, rows_of_claim
from regesta.review.slots import Typed
from regesta.review.words import plain

#: What a row shows of how things stand, and may differ from what it showed; the check says whether that matters.
_MAY_DIFFER = {"score", "why", "status"}


#: The answers of a log that a wish for a pair comes to.
_OF_A_PAIR: dict[Choice, tuple[Answer, ...]] = {
    "accept": ("join", "accept"),
    "reject": ("part", "reject"),
    "skip": ("skip",),
}


class Planned(Struct, frozen=True, kw_only=True):
    """One answer as it would be saved: where it stands in the file, what it is about, and what is in force then."""

    place: str
    decision: Decision
    shown: str
    becomes: str


class Plan(Struct, frozen=True, kw_only=True):
    """All that a file asks for: what would be saved, how many answers are saved already, and what is left out."""

    planned: list[Planned]
    done: int
    findings: list[Finding]


def give(session: Session, wishes: Sequence[Wish], path: str) -> Plan:
    """Gives the answers in a session and says what came of each; the session's log decides whether anything is kept."""
    planned: list[Planned] = []
    findings: list[Finding] = []
    wanted: list[tuple[Wish, Key]] = []
    done = 0
    # All rows are held against how things stood before the first answer: one answer may change what another row shows.
    for wish in wishes:
        shown = session.item(_key(wish))
        if shown is not None and _is_done(session, wish):
            done += 1
            continue
        fault = _unknown(wish, path) if shown is None else _differs(session, shown, wish, path)
        if fault:
            findings.append(fault)
        elif shown is not None:
            wanted.append((wish, shown.key))
    for wish, key in wanted:
        try:
            item = session.go(key)
            decision = _do(session, item, wish)
        except RegestaError as error:
            findings.append(_refused(error.finding, wish, path))
            continue
        becomes = in_words(_in_force(decision)) if decision.answer == "amend" else ""
        planned.append(Planned(place=wish.place, decision=decision, shown=in_words(item.record), becomes=becomes))
    return Plan(planned=planned, done=done, findings=findings)


def _key(wish: Wish) -> Key:
    """What a wish is about; the id of a pair has its kind before it."""
    if wish.kind != "pair":
        return wish.kind, wish.id
    kind, _, pair = wish.id.partition(" ")
    return kind if kind in ("join", "same") else "", pair


def in_words(record: object) -> str:
    """A mention, a claim or a pair in a few words."""
    if isinstance(record, Mention):
        return f"{record.label} “{' '.join(record.exact.split())}” {record.value or 'open'}"
    if isinstance(record, Claim):
        said = [plain(value) for value in record.values if value.property != "type"]
        return f"{record.type}: {', '.join(said) or 'nothing more'}"
    if isinstance(record, Same):
        return " = ".join(f"{side.label} ({side.entity})" for side in record.sides) + "?"
    if isinstance(record, Join):
        return " = ".join(record.claims) + "?"
    raise TypeError(f"{type(record).__name__} has no row")


def _in_force(decision: Decision) -> Mention | Claim | None:
    """What an amendment puts in force."""
    target = decision.target
    if target.mention is not None:
        return amended(target.mention, decision.set)
    return target.claim and amended(target.claim, decision.set)


def _do(session: Session, shown: Item, wish: Wish) -> Decision:
    if wish.answer is None:
        return session.note(wish.note)
    if wish.answer == "accept":
        return session.accept(wish.note)
    if wish.answer == "reject":
        return session.reject(wish.note)
    if wish.answer == "skip":
        return session.skip(wish.note)
    if isinstance(shown.record, Claim):
        return session.amend_claim(_claim_change(shown.record, wish.values), wish.note)
    return session.amend_mention(Change(label=wish.label or None, value=wish.value or None), wish.note)


def _claim_change(claim: Claim, values: Mapping[str, str]) -> ClaimChange:
    """Each new value in the place of the one in whose row it stands."""
    edits = []
    kind = None
    for value in claim.values:
        new = values.get(value.id)
        if new is None:
            continue
        if value.property == "type":
            kind = new
            continue
        if new != NOTHING:
            edits.append(Edit(operation="+=", typed=_typed(value, new)))
        edits.append(Edit(operation="-=", typed=_typed(value, plain(value))))
    return ClaimChange(edits=edits, type=kind)


def _typed(value: Value, text: str) -> Typed:
    return Typed(property=value.property, text=text, role=value.role)


def _is_done(session: Session, wish: Wish) -> bool:
    """Whether this reviewer has said this already, so that a file that is imported twice does nothing anew."""
    own = [
        each
        for each in session.state.ledger.history(_key(wish))
        if each.reviewer == session.reviewer.name and (each.answer == "note") == (wish.answer is None)
    ]
    if not own:
        return False
    last = own[-1]
    if wish.kind == "pair" and wish.answer in _OF_A_PAIR:
        return last.answer in _OF_A_PAIR[wish.answer] and last.note == wish.note
    if wish.answer is None or last.answer != wish.answer or last.note != wish.note:
        return wish.answer is None and wish.note in {each.note for each in own}
    record, now = last.target.mention or last.target.claim, _in_force(last)
    if wish.answer != "amend":
        return record is not None and in_words(record) == _as_shown(wish)
    if isinstance(now, Mention):
        return wish.label in ("", now.label) and wish.value in ("", now.value)
    return isinstance(record, Claim) and isinstance(now, Claim) and _has_values(now, record, wish.values)


def _as_shown(wish: Wish) -> str:
    """What the row shows, as `in_words` would say it; where something else is proposed, that, since it is accepted."""
    first = wish.cells[0]
    if wish.kind == "mention":
        shown = f"{first['label']} “{first['quote']}” {first['value'] or 'open'}"
        return first["proposed now"] or shown if wish.answer == "accept" else shown
    said = [row["value"] for row in wish.cells if row["slot"].partition(" ")[0] != "type"]
    return f"{first['type']}: {', '.join(said) or 'nothing more'}"


def _has_values(now: Claim, before: Claim, values: Mapping[str, str]) -> bool:
    """Whether the old values are gone from a claim and as many new ones are in it."""
    held = [plain(value) for value in now.values]
    old = {value.id: plain(value) for value in before.values}
    gone = all(old.get(name, "") not in held or old.get(name) == new for name, new in values.items())
    return gone and len(held) == len(before.values) - sum(new == NOTHING for new in values.values())


def _differs(session: Session, shown: Item, wish: Wish, path: str) -> Finding | None:
    """Why a row is not what stands there now: it has changed since the export, or the rows were mixed up."""
    now = _rows_now(session, shown)
    if wish.check != now[0][CHECK]:
        before = "; ".join(dict.fromkeys(_brief(cells) for cells in wish.cells))
        present = "; ".join(dict.fromkeys(_brief(cells) for cells in now))
        return Finding(
            code="import.stale",
            level="warning",
            what=f"{wish.place}: this has changed since the sheet was exported, so it is left out",
            path=path,
            why=f"In the sheet: {before}. Now: {present}.",
            remedy="Look at it as it is now, in a new export or with `regesta review`.",
        )
    known = [{name: cell for name, cell in cells.items() if name not in _MAY_DIFFER} for cells in now]
    for cells in wish.cells:
        if not any(all(cells.get(name, cell) == cell for name, cell in each.items()) for each in known):
            return Finding(
                code="import.mixed",
                what=f"{wish.place}: the words in the row are not those of {wish.id}",
                path=path,
                why="Perhaps only some of the columns were sorted, or a cell was written over.",
                remedy="Take the row from a new export.",
            )
    return None


def _rows_now(session: Session, shown: Item) -> list[dict[str, str]]:
    if isinstance(shown.record, Mention):
        return [dict(zip(MENTION_COLUMNS, mention_row(session, shown, shown.record), strict=True))]
    if isinstance(shown.record, Claim):
        rows = rows_of_claim(session, shown, shown.record)
        return [dict(zip(CLAIM_COLUMNS, row, strict=True)) for row in rows]
    return [dict(zip(PAIR_COLUMNS, pair_row(session, shown, shown.record), strict=True))]


def _brief(cells: Mapping[str, str]) -> str:
    names = ("label", "quote", "proposed now", "slot", "value", "first", "second", "status")
    return ", ".join(cells[name] for name in names if cells.get(name))


def _unknown(wish: Wish, path: str) -> Finding:
    return Finding(
        code="import.unknown",
        what=f"{wish.place}: there is no {wish.kind} {wish.id!r} in the sources of this workspace",
        path=path,
        why="It may have been proposed when the sheet was exported, and not be any more; or the id was written over.",
        remedy="Take the row from a new export.",
    )


def _refused(finding: Finding, wish: Wish, path: str) -> Finding:
    return Finding(
        code="import.refused", what=f"{wish.place}: {finding.what}", path=path, why=finding.why, remedy=finding.remedy
    )
