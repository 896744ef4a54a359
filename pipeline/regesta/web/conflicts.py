"""The view that settles conflicts: what reviewers answered differently, side by side, and what can be ruled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from regesta.edtf.words import date_in_words
from regesta.model.claim import Claim
from regesta.model.decision import Decision
from regesta.model.event import Join
from regesta.model.mention import Mention
from regesta.model.same import Same
from regesta.review.complete import is_mark
from regesta.review.conflicts import Conflict, Held, held_by
from regesta.review.ledger import last_answers
from regesta.review.queue import Item
from regesta.review.session import Session
from regesta.review.words import asserter_in_words, value_in_words
from regesta.web.cards import claim_body, claim_form, mention_form, pair_body, slot_name
from regesta.web.desk import Desk, spelled
from regesta.web.facts import LABELS, chip, proposer, reading
from regesta.web.html import Html, el, join
from regesta.web.keys import acts_with_note, button
from regesta.web.marks import Mark, paragraph
from regesta.web.shell import page

#: Code points that are shown before and after what is in conflict.
_AROUND = 400
_DID = {
    "accept": "accepted it",
    "amend": "changed it",
    "add": "added it",
    "reject": "rejected it",
    "join": "joined them",
    "part": "kept them apart",
}
#: What a side says, row by row: a name, what is compared, and how it is shown.
Row = tuple[str, str, object]


def conflict_view(desk: Desk, session: Session, found: Sequence[Conflict], at: int) -> Html:
    """One of the conflicts, or that there is none."""
    if found:
        main = conflict_card(desk, session, found[at])
        counted = f"conflict {at + 1} of {len(found)}"
    else:
        words = el("p", "All that reviewers answered differently is settled. Close the window when you are done.")
        undo = el("div", button("undo"), el("p", class_="saved", data_role="saved"), class_="acts", role="group")
        body = el("div", el("h2", "Nothing is in conflict"), words, class_="matter")
        main = el("article", body, undo, class_="card none")
        counted = "none left"
    record = el(
        "section",
        el("h1", "Who is right?", class_="unseen"),
        main,
        id="record",
        aria_label="Conflict",
        tabindex="-1",
    )
    bar = el("nav", el("b", "Who is right?", class_="title"), el("span", counted, id="counts"), aria_label="Conflicts")
    return page("Conflicts", record, bar=bar, kind="pairing ruling", reviewer=session.reviewer.name, face="conflicts")


def conflict_card(desk: Desk, session: Session, conflict: Conflict) -> Html:
    """A conflict as a card, with the digests of its items, so that a ruling can say what was shown."""
    first = conflict.items[0]
    shown = [{"key": spelled(each.key), "digest": each.digest} for each in conflict.items]
    sides = [_side(session, conflict, number, name) for number, name in enumerate(conflict.sides, start=1)]
    matter = el(
        "div",
        el("header", el("h2", _question(conflict)), _where(desk, conflict)),
        _context(session, conflict),
        el("div", *sides, class_="sides"),
        _proposed(session, conflict),
        _form(session, first),
        class_="matter",
    )
    return el(
        "article",
        matter,
        _acts(conflict),
        class_="card conflict-card",
        data_key=spelled(first.key),
        data_items=msgspec.json.encode(shown).decode(),
    )


def _question(conflict: Conflict) -> str:
    record = conflict.items[0].record
    if isinstance(record, Join):
        return "One event, or two?"
    if isinstance(record, Same):
        return "One name, or two?"
    if isinstance(record, Claim):
        return "Which reading of this claim is right?"
    if len(conflict.items) > 1:
        return "Which words are to be marked?"
    return "Is this a name to be marked, and which?" if conflict.silent else f"What is “{record.exact}”?"


def _where(desk: Desk, conflict: Conflict) -> Html | None:
    if not conflict.source:
        return None
    record = conflict.items[0].record
    on = f", page {record.page}" if isinstance(record, Mention) and record.page is not None else ""
    link = el("a", "see it in its text", href=f"/at/{spelled(conflict.items[0].key)}")
    return el("p", desk.title(conflict.source), on, " · ", link, class_="where")


def _context(session: Session, conflict: Conflict) -> Html:
    """The words around all that is marked, to be walked with the keys; of claims and pairs, what they rest on."""
    record = conflict.items[0].record
    if isinstance(record, Join | Same):
        return pair_body(session, record)
    if isinstance(record, Claim):
        return claim_body(session, record, form=False)
    held = [each for side in conflict.sides.values() for each in held_by(side)] + [
        each.record for each in conflict.items
    ]
    mentions = list({each.id: each for each in held if isinstance(each, Mention)}.values())
    text = session.text(record.source)
    start, end = min(each.start for each in mentions), max(each.end for each in mentions)
    before, after = text.rfind("\n\n", 0, start) + 1, text.find("\n\n", end)
    after = len(text) if after < 0 else after
    if before < start - _AROUND:
        before = text.rfind(" ", 0, start - _AROUND) + 1
    if after > end + _AROUND:
        after = text.find(" ", end + _AROUND)
    marks = [
        Mark(start=each.start, end=each.end, key="", classes=f"m {each.label} disagreed")
        for each in {(each.start, each.end): each for each in mentions}.values()
    ]
    words = paragraph(text, before, after if after > end else len(text), marks)
    return el("div", words, class_="words", data_source=record.source)


def _side(session: Session, conflict: Conflict, number: int, name: str) -> Html:
    """One side: who, what they hold, when they said so and what they noted."""
    others = [held_by(side) for who, side in conflict.sides.items() if who != name]
    common = [{row[:2] for each in held for row in _rows(session, each)} for held in others if held]
    held = held_by(conflict.sides[name])
    rows = [
        el("div", el("dt", says), el("dd", shown), class_="" if _in_all((says, text), common) else "differs")
        for each in held
        for says, text, shown in _rows(session, each)
    ]
    said = el("dl", *rows, class_="facts") if rows else el("p", _nothing(conflict), class_="value")
    words = f"Take {name}’s"
    take = el("button", el("kbd", number, aria_hidden="true"), words, type="button", data_do=f"side-{number}")
    return el("section", el("h3", name), said, *_answers(session, conflict, name), take, data_side=name)


def _in_all(row: tuple[str, str], common: Sequence[set[tuple[str, str]]]) -> bool:
    return all(row in each for each in common)


def _nothing(conflict: Conflict) -> str:
    return "Two." if isinstance(conflict.items[0].record, Join | Same) else "There is nothing here."


def _rows(session: Session, held: Held) -> list[Row]:
    if isinstance(held, Mention):
        rows: list[Row] = [
            ("Label", held.label, chip(held.label)),
            ("Words", held.exact, el("q", held.exact, dir="auto")),
            ("Value", held.value, reading(session, held.label, held.value)),
        ]
        return [*rows, ("Title", held.title, held.title)] if held.title else rows
    if isinstance(held, Claim):
        said = [("Says so", asserter_in_words(held.asserted_by)), ("Stance", held.stance)]
        said += [(slot_name(each), value_in_words(each)) for each in held.values]
        return [(name, text, text) for name, text in said]
    return [("Answer", "one", "One.")]


def _answers(session: Session, conflict: Conflict, name: str) -> list[Html]:
    """When a reviewer answered, and what was noted with it."""
    if name in conflict.silent:
        return [el("p", "Reviewed the source to the end, and marked nothing here.", class_="how")]
    histories = [session.state.ledger.history(each.key) for each in conflict.items]
    said = [each for history in histories for each in last_answers(history) if each.reviewer == name]
    lines = [el("p", f"{_DID.get(each.answer, each.answer)}, {_moment(each)}", class_="how") for each in said]
    notes = [each.note for history in histories for each in history if each.reviewer == name and each.note]
    return lines + [el("p", "“", each, "”", class_="note") for each in dict.fromkeys(notes) if not is_mark(each)]


def _moment(decision: Decision) -> str:
    day = decision.at[:10]
    return f"{date_in_words(day)}, {decision.at[11:16]} UTC" if day else ""


def _proposed(session: Session, conflict: Conflict) -> Html | None:
    """What the machine proposed, which nobody has to take."""
    said = [
        join([LABELS[each.proposal.label], " ", reading(session, each.proposal.label, each.proposal.value)])
        for each in conflict.items
        if isinstance(each.proposal, Mention)
    ]
    by = [proposer(each.proposal.by) for each in conflict.items if isinstance(each.proposal, Mention)]
    return el("p", f"{by[0]} proposed: ", join(said, "; "), class_="proposed") if said else None


def _form(session: Session, item: Item) -> Html | None:
    if isinstance(item.record, Mention):
        return mention_form(item.record)
    return claim_form(session, item.record) if isinstance(item.record, Claim) else None


def _acts(conflict: Conflict) -> Html:
    pair = isinstance(conflict.items[0].record, Join | Same)
    names: Mapping[str, bool] = {"both": len(conflict.items) > 1, "nothing": True, "amend": not pair}
    own = [button(name, "Two" if pair and name == "nothing" else "") for name, is_shown in names.items() if is_shown]
    return acts_with_note([*own, button("skip"), button("undo")], "Note with the ruling", "Ruling")
