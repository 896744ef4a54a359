"""The record of an item as a card: what it says, why, and what can be done about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

from regesta.model.claim import Claim, Stance, Value
from regesta.model.event import Join
from regesta.model.mention import REVIEWED_LABELS, Mention
from regesta.model.same import Same, Side
from regesta.review.complete import is_mark
from regesta.review.excerpt import pieces
from regesta.review.held_before import differing, held_before
from regesta.review.memory import recollection
from regesta.review.queue import Item
from regesta.review.session import Session
from regesta.review.words import asserter_in_words, value_in_words
from regesta.web.calendar import calendar
from regesta.web.desk import spelled
from regesta.web.facts import (
    LABELS,
    alternatives,
    anchor,
    chip,
    claim_in_short,
    entity,
    facts,
    proposer,
    reading,
    rule,
    score,
    standing,
)
from regesta.web.html import Html, el, join
from regesta.web.keys import button

SLOTS = ("when", "where", "who", "count", "outcome")


def card(session: Session, item: Item) -> Html:
    """The card of any item, with its digest, so that a save can say what was shown."""
    record = item.record
    if isinstance(record, Mention):
        body = mention_body(session, item, record)
    elif isinstance(record, Claim):
        body = el("div", _claim_head(session, record), claim_body(session, record), class_="body")
    else:
        body = pair_body(session, record)
    return el(
        "article",
        el("div", body, _standing(session, item), class_="matter"),
        _acts(item),
        class_=f"card {item.kind}",
        data_key=spelled(item.key),
        data_digest=item.digest,
        data_status=item.status,
        data_cites=_cites(record),
        data_passage=record.passage if isinstance(record, Claim) else None,
        aria_label=f"{item.kind}, {standing(item.status, item.reviewers)}",
    )


def mention_body(session: Session, item: Item, mention: Mention) -> Html:
    """A mention: its words, its value in words and on a calendar, the rivals of the value, and why it is so."""
    head = el(
        "header",
        chip(mention.label),
        el("h2", el("q", mention.exact, dir="auto")),
        el("p", reading(session, mention.label, mention.value), class_="value"),
    )
    remembered = recollection(session, item)
    said = ""
    if remembered is not None:
        what = "as no name" if remembered.answer == "reject" else f"as {LABELS[remembered.label].lower()}"
        said = f"decided {what} {remembered.times} times before, {remembered.otherwise} times otherwise"
    rows: list[tuple[str, object]] = [
        ("Title", mention.title),
        ("Remembered", el("span", said, " ", button("recall")) if said else None),
        ("Rule", rule(mention)),
        ("Taken from", anchor(session, mention)),
        ("Score", score(mention.by)),
        ("Proposed by", proposer(mention.by)),
    ]
    drawn = calendar(mention.value) if mention.label == "DATE" and mention.value else None
    others = alternatives(session, mention)
    rivals = el("section", el("h3", "Or"), others) if others else None
    return el("div", head, drawn, rivals, facts(rows), mention_form(mention), class_="body")


def mention_form(mention: Mention) -> Html:
    """What can be changed of a mention; shown when it is asked for."""
    labels = [el("option", LABELS[name], value=name, selected=name == mention.label) for name in REVIEWED_LABELS]
    hint = "EDTF, such as 1939-12-06/1939-12-07" if mention.label == "DATE" else "a name, or an id such as place:lwow"
    return el(
        "form",
        el("p", "Words: ", el("q", mention.exact, class_="edge", dir="auto"), class_="edges"),
        el("p", el("kbd", "←"), el("kbd", "→"), " move the end, with ", el("kbd", "⇧"), " the start", class_="hint"),
        el("label", "Label", el("select", *labels, name="label")),
        el("label", f"Value ({hint})", el("input", name="value", value=mention.value, autocomplete="off")),
        el("label", "Title before a name", el("input", name="title", value=mention.title, autocomplete="off")),
        _save_or_cancel(),
        class_="amend",
        hidden=True,
        data_start=mention.start,
        data_end=mention.end,
    )


def _save_or_cancel() -> Html:
    save, cancel = el("button", "Save", type="submit"), el("button", "Cancel", type="button", data_do="cancel")
    return el("div", save, cancel, class_="row")


def _claim_head(session: Session, claim: Claim) -> Html:
    return el("header", el("span", "Claim", class_="chip CLAIM"), el("h2", claim_in_short(session, claim)))


def claim_body(session: Session, claim: Claim, *, form: bool = True) -> Html:
    """A claim: its passage, its slots with the words that they rest on, whose word it is, and what it disputes."""
    cited = session.cited(claim)
    shown = session.excerpt(Item(kind="claim", id=claim.id, record=claim, status="open"))
    passage = (
        join(el("mark", piece) if is_marked else piece for piece, is_marked in pieces(shown))
        if shown
        else "The words do not stand in the text as it is now."
    )
    rows: list[tuple[str, object]] = [
        (slot_name(value), _value(session, value, cited, claim.passage)) for value in claim.values
    ]
    said_by = el("span", asserter_in_words(claim.asserted_by), _quotes(claim.asserted_by.cites, cited, ""))
    rows += [("Says so", said_by), ("Stance", claim.stance), ("Relayed from", claim.via)]
    if claim.about is not None:
        other = session.claim(claim.about.claim)
        words = claim_in_short(session, other) if other else claim.about.claim
        rows.append((claim.about.relation.capitalize(), el("a", words, href=f"/at/claim:{claim.about.claim}")))
    because = _reasons(claim.by.reasons) if claim.by.reasons else None
    rows += [("Score", score(claim.by)), ("Because", because), ("Proposed by", proposer(claim.by))]
    return el(
        "div",
        el("blockquote", passage, dir="auto"),
        facts(rows),
        claim_form(session, claim) if form else None,
        class_="claim-body",
    )


def claim_form(session: Session, claim: Claim) -> Html:
    """What can be changed of a claim; shown when it is asked for."""
    types = [
        el("option", name, selected=name == claim.type) for name in sorted({*session.project.event_types, claim.type})
    ]
    stances = [el("option", name, selected=name == claim.stance) for name in get_args(Stance)]
    slots = [
        el(
            "label",
            name.capitalize(),
            el("input", name=f"slot-{name}", value="", autocomplete="off", placeholder="as it is"),
        )
        for name in SLOTS
    ]
    return el(
        "form",
        el("label", "What happened", el("select", *types, name="type")),
        el("label", "Stance", el("select", *stances, name="stance")),
        el("label", "Says so (source, person:NAME, group:WORDS)", el("input", name="by", autocomplete="off")),
        *slots,
        _save_or_cancel(),
        class_="amend",
        hidden=True,
        data_type=claim.type,
        data_stance=claim.stance,
    )


def slot_name(value: Value) -> str:
    """What a slot is called."""
    name = "What" if value.property == "type" else value.property.replace("_", " ").capitalize()
    return f"{name} ({value.role})" if value.role else name


def _value(session: Session, value: Value, cited: Mapping[str, Mention], passage: str) -> Html:
    said = entity(session, value.entity) if value.entity else el("span", el("b", value_in_words(value)))
    hedge = el("small", f" {value.hedge}") if value.entity and value.hedge != "none" else None
    return el("span", said, hedge, _quotes(value.cites, cited, passage))


def _quotes(cites: list[str], cited: Mapping[str, Mention], passage: str) -> Html | None:
    quotes = [
        el("span", "the passage", class_="quote") if name == passage else el("q", cited[name].exact, class_="quote")
        for name in cites
        if name == passage or name in cited
    ]
    return join([" ← ", join(quotes, ", ")]) if quotes else None


def pair_body(session: Session, proposal: Join | Same) -> Html:
    """Two claims, or two names, side by side, with the reasons why they may be one."""
    sides = _claims(session, proposal) if isinstance(proposal, Join) else [_side(side) for side in proposal.sides]
    question = "Do these two speak of one event?" if isinstance(proposal, Join) else "Are these two one?"
    said = el("p", f"Score {proposal.score:.2f}", class_="value")
    head = el("header", el("h2", question), said, _reasons(proposal.reasons))
    return el("div", head, el("div", *sides, class_="sides"), class_="body")


def _claims(session: Session, proposal: Join) -> list[Html]:
    sides = []
    for letter, name in zip("AB", proposal.claims, strict=True):
        claim = session.claim(name)
        head = el("h3", f"{letter} · {claim.source}" if claim else letter)
        inside = claim_body(session, claim) if claim else el("p", "not proposed any more")
        title = el("p", claim_in_short(session, claim), class_="value") if claim else None
        sides.append(el("section", head, title, inside))
    return sides


def _side(side: Side) -> Html:
    mentions = [
        el("li", each.prefix, el("mark", each.exact), each.suffix, el("small", f" {each.source}"), dir="auto")
        for each in side.mentions
    ]
    rows = [("Forms", ", ".join(side.forms)), ("Note", side.note), ("Id", el("code", side.entity))]
    return el("section", el("h3", side.label), facts(rows), el("ul", *mentions, class_="places"))


def _reasons(reasons: Iterable[str]) -> Html:
    return el("ul", *(el("li", reason) for reason in reasons), class_="reasons")


def _standing(session: Session, item: Item) -> Html:
    notes = [
        el("p", el("b", f"{who}: "), "reviewed the source to the end" if is_mark(words) else words, class_="note")
        for who, words in session.notes(item)
    ]
    why = el("p", item.why, class_="why") if item.why else None
    now: list[Html] = []
    if item.changed and isinstance(item.proposal, Mention):
        now.append(el("p", "Now proposed: ", reading(session, item.proposal.label, item.proposal.value), class_="why"))
    elif item.changed and isinstance(item.proposal, Claim):
        now.append(el("p", "Now proposed: ", claim_in_short(session, item.proposal), class_="why"))
    for reviewer, record in session.rivals(item).items() if item.status == "disagreed" else ():
        said = "rejects it" if record is None else _held(session, record)
        now.append(el("p", el("b", reviewer), " ", said, " ", el("button", "Take", type="button", data_take=reviewer)))
    now += [_before(session, item.record, each) for each in held_before(session, item)]
    how = el("p", standing(item.status, item.reviewers), class_=f"status {item.status}")
    return el("div", how, why, *now, *notes, class_="standing")


def _before(session: Session, proposed: object, before: Item) -> Html:
    """What people accepted in the same words, when something else was proposed there."""
    record = before.record
    if not isinstance(record, Claim) or not isinstance(proposed, Claim):
        raise TypeError("only claims are proposed in place of others")
    who = ", ".join(before.reviewers)
    link = el("a", claim_in_short(session, record), href=f"/at/{spelled(before.key)}")
    others = "; ".join(f"{slot_name(each).lower()} {value_in_words(each)}" for each in differing(proposed, record))
    said = f" There it says {others}." if others else " It says the same."
    return el(
        "p", f"{who} accepted before, in these words: ", link, ".", said, " Both stand if you accept.", class_="why"
    )


def _held(session: Session, record: Mention | Claim) -> Html:
    if isinstance(record, Claim):
        return el("span", "holds ", claim_in_short(session, record))
    return el("span", f"holds {LABELS[record.label]} ", reading(session, record.label, record.value))


def _acts(item: Item) -> Html:
    pair = isinstance(item.record, Join | Same)
    names = ["accept", "reject"]
    if not pair:
        names.append("amend")
    if item.changed:
        names.insert(1, "keep")
    names += ["skip", "undo", "note"]
    if item.kind == "mention":
        names.append("everywhere")
    words = {"accept": "One", "reject": "Two"} if pair else {}
    return el(
        "div",
        *(button(name, words.get(name, "")) for name in names),
        el("p", class_="saved", data_role="saved"),
        class_="acts",
        role="group",
        aria_label="Answer",
    )


def _cites(record: object) -> str | None:
    if not isinstance(record, Claim):
        return None
    named = {cite: value.property for value in record.values for cite in value.cites}
    return " ".join(f"{cite}={slot}" for cite, slot in named.items())
