"""The view that ranks: the rival values of an event side by side, each with who says so and in which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from regesta.edtf.words import date_in_words
from regesta.model.claim import Claim, Property
from regesta.model.counts import count_in_words, counted
from regesta.model.event import EventValue, Rank
from regesta.review.excerpt import pieces
from regesta.review.queue import Item
from regesta.review.ranks import given
from regesta.review.session import Session
from regesta.review.words import asserter_in_words
from regesta.stages.rivals import Rivals
from regesta.web.desk import Desk
from regesta.web.facts import entity
from regesta.web.html import Html, el, join
from regesta.web.keys import acts_with_note, button
from regesta.web.shell import page

_TITLE = "Which value is preferred?"
_QUESTIONS: Mapping[Property, str] = {
    "type": "What was it?",
    "when": "When was it?",
    "where": "Where was it?",
    "who": "Who took part?",
    "count": "How many were they?",
    "outcome": "How did it end?",
    "part_of": "Of what was it a part?",
}
_MEANING = (
    "The preferred value goes into the table of events. A normal one stands beside it. A deprecated one is kept, "
    "and known to be wrong."
)


def rivals_view(desk: Desk, session: Session, found: Sequence[Rivals], at: int | None) -> Html:
    """The rivals of one property of an event; the list of all that is contested where none is chosen."""
    waiting = sum(each.waits for each in found)
    main = rivals_card(desk, session, found[at]) if at is not None else _list(session, found)
    record = el(
        "section", el("h1", _TITLE, class_="unseen"), main, id="record", aria_label="Rival values", tabindex="-1"
    )
    bar = el(
        "nav",
        el("b", _TITLE, class_="title"),
        el("span", f"{waiting} {'waits' if waiting == 1 else 'wait'}" if waiting else "none waits", id="counts"),
        el("a", f"All that is contested ({len(found)})", href="/ranks?all=1") if at is not None else None,
        aria_label="Rival values",
    )
    return page(_TITLE, record, bar=bar, kind="pairing ruling", reviewer=session.reviewer.name, face="ranks")


def rivals_card(desk: Desk, session: Session, shown: Rivals) -> Html:
    """The rivals as a card, with its digest, so that a rank can say what was shown."""
    event = shown.event
    state = "Its sources contradict each other, and a person has to say which value is preferred."
    head = el(
        "header",
        el("p", el("span", "Event", class_="chip"), " ", event.label or event.type, class_="value"),
        el("h2", _QUESTIONS[shown.prop]),
        el("p", state if shown.waits else "One of them is preferred already.", class_="why" if shown.waits else "how"),
        el("p", _MEANING, class_="how"),
    )
    claims = {claim.id: claim for claim in shown.claims}
    sides = [
        _side(desk, session, number, value, [claims[name] for name in value.claims if name in claims])
        for number, value in enumerate(shown.values, start=1)
    ]
    return el(
        "article",
        el("div", head, el("div", *sides, class_="sides"), class_="matter"),
        acts_with_note(map(button, ("level", "skip", "undo")), "Reason, kept with the rank", "Rank"),
        class_="card",
        data_key=f"rank:{shown.name}",
        data_digest=shown.digest,
    )


def _side(desk: Desk, session: Session, number: int, value: EventValue, claims: Sequence[Claim]) -> Html:
    name = f"side-{number}-value"
    said = given(session, value.values)
    by = ", ".join(f"{who} says {rank}" for who, rank in said.items()) or "by the rules; no person has ranked it"
    ranked = el("p", el("span", value.rank, class_=f"chip rank {value.rank}"), el("small", f" {by}"), class_="ranked")
    told = [el("li", *_told(desk, session, claim), class_="told") for claim in claims]
    ranks: tuple[tuple[Rank, str, str], ...] = (
        ("preferred", str(number), f"side-{number}"),
        ("normal", "", f"normal-{number}"),
        ("deprecated", f"⇧{number}", f"choose-{number}"),
    )
    buttons = [
        el(
            "button",
            el("kbd", key, aria_hidden="true") if key else None,
            rank.capitalize(),
            type="button",
            data_do=act,
            aria_pressed="true" if value.rank == rank else "false",
        )
        for rank, key, act in ranks
    ]
    return el(
        "section",
        el("h3", _in_words(session, value), id=name),
        ranked,
        el("div", *buttons, class_="row", role="group", aria_labelledby=name),
        el("ul", *told, class_="tellings"),
        data_side=number,
    )


def _in_words(session: Session, value: EventValue) -> Html:
    role = f" ({value.role})" if value.role else None
    if value.entity:
        said: object = entity(session, value.entity)
    elif value.edtf:
        said = join([date_in_words(value.edtf), " ", el("code", value.edtf)])
    else:
        said = count_in_words(value.count) if value.count else (value.text or value.event or "").replace("_", " ")
    return join([said, role])


def _told(desk: Desk, session: Session, claim: Claim) -> list[Html | None]:
    """A claim that says it: the words, whose they are, how firmly, and where they stand."""
    cited = session.cited(claim)
    shown = session.excerpt(Item(kind="claim", id=claim.id, record=claim, status="open"))
    if shown:
        words = join(el("mark", piece) if is_marked else piece for piece, is_marked in pieces(shown))
    else:
        words = Html("") if claim.passage not in cited else join([cited[claim.passage].exact])
    passage = cited.get(claim.passage)
    on = f", page {passage.page}" if passage is not None and passage.page is not None else ""
    about = f", {claim.about.relation} another claim" if claim.about else ""
    via = f", relayed from {claim.via}" if claim.via else ""
    title = desk.title(claim.source) if desk.has(claim.source) else claim.source
    link = el("a", "see it in its text", href=f"/at/claim:{claim.id}") if desk.has(claim.source) else None
    own = {"source": "the source itself", "anonymous": "somebody unnamed"}
    who = own.get(claim.asserted_by.kind) or asserter_in_words(claim.asserted_by)
    by = f"{claim.stance.capitalize()} by {who}{about}{via}"
    return [
        el("blockquote", words, dir="auto") if words else None,
        el("p", by),
        el("p", f"{title}{on} · ", link, class_="how"),
    ]


def _list(session: Session, found: Sequence[Rivals]) -> Html:
    rows = [
        el(
            "tr",
            el("th", el("a", each.event.label or each.event.type, href=f"/ranks?at=rank:{each.name}"), scope="row"),
            el("td", _QUESTIONS[each.prop]),
            el("td", counted(len(each.values), "value")),
            el("td", "to be ranked" if each.waits else _preferred(session, each)),
        )
        for each in found
    ]
    names = ("Event", "Question", "Values", "Preferred")
    head = el("tr", *(el("th", name, scope="col") for name in names))
    table = el("table", el("thead", head), el("tbody", *rows)) if rows else None
    waits = any(each.waits for each in found)
    title = "Events whose sources contradict each other" if waits else "Nothing waits to be ranked"
    undo = el("div", button("undo"), el("p", class_="saved", data_role="saved"), class_="acts", role="group")
    why = "Values are contested where accepted claims of one event cannot all be true." if not rows else None
    body = el("div", el("h2", title), el("p", why) if why else None, table, class_="matter page")
    return el("article", body, undo, class_="card none")


def _preferred(session: Session, shown: Rivals) -> Html:
    return join([_in_words(session, each) for each in shown.values if each.rank == "preferred"], "; ")
