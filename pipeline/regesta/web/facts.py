"""What a record says in words: labels, dates, entities, who proposed it. For the cards of the page."""

from __future__ import annotations

from collections.abc import Iterable

from regesta.edtf.words import date_in_words
from regesta.model.claim import Claim
from regesta.model.mention import Alternative, By, Mention
from regesta.names.authority import general
from regesta.review.session import Session
from regesta.tag.dates.rules import in_words
from regesta.web.html import Html, el

LABELS = {
    "DATE": "Date",
    "PLACE": "Place",
    "PERSON": "Person",
    "ORG": "Organisation",
    "QUANTITY": "Number",
    "TRIGGER": "What happened",
    "CUE": "Cue",
    "PASSAGE": "Passage",
}
_STATUS = {
    "open": "to decide",
    "accepted": "accepted",
    "rejected": "rejected",
    "skipped": "left open",
    "disagreed": "reviewers differ",
}
_GRADES = {"exact": "is this one", "close": "near it", "none": "perhaps"}


def standing(status: str, reviewers: Iterable[str]) -> str:
    """How an item stands, and who decided it."""
    who = ", ".join(reviewers)
    return f"{_STATUS.get(status, status)}{f' by {who}' if who and status != 'open' else ''}"


def chip(label: str) -> Html:
    """A label as a small plate, in words."""
    return el("span", LABELS.get(label, label), class_=f"chip {label}")


def facts(rows: Iterable[tuple[str, object]]) -> Html:
    """A list of names and what is said of them; what is empty is left out."""
    return el("dl", *(el("div", el("dt", name), el("dd", said)) for name, said in rows if said), class_="facts")


def entity(session: Session, entity_id: str) -> Html:
    """An entity by its name, with what the authority file says of it and its id."""
    known = session.project.authority.get(entity_id) or general().get(entity_id)
    if known is None:
        return el("span", el("code", entity_id), class_="entity")
    ids = [
        f"Wikidata {known.wikidata}" if known.wikidata else "",
        f"GeoNames {known.geonames}" if known.geonames else "",
    ]
    more = ", ".join(each for each in (known.type, *ids, known.note) if each)
    return el(
        "span",
        el("b", known.label),
        el("small", f" {more}") if more else None,
        " ",
        el("code", entity_id),
        class_="entity",
    )


def reading(session: Session, label: str, value: str) -> Html:
    """A value in words, with the form in which it is stored."""
    if not value:
        return el("span", "left open", class_="none")
    if label == "DATE":
        return el("span", el("b", date_in_words(value)), " ", el("code", value))
    return entity(session, value) if ":" in value else el("span", value)


def alternatives(session: Session, mention: Mention) -> Html | None:
    """The other readings that came close, each a button with its number."""
    if not mention.alternatives:
        return None
    rows = [
        el(
            "li",
            el(
                "button",
                el("kbd", f"⇧{n}"),
                el("span", reading(session, mention.label, each.value), " ", el("small", _closeness(each))),
                type="button",
                data_choose=each.value,
            ),
        )
        for n, each in enumerate(mention.alternatives[:9], start=1)
    ]
    return el("ul", *rows, class_="alternatives")


def _closeness(each: Alternative) -> str:
    said = [
        _GRADES.get(each.grade, "") if each.grade else "",
        f"score {each.score:.2f}" if each.score is not None else "",
    ]
    return " · ".join(part for part in said if part)


def rule(mention: Mention) -> str:
    """The rule that gave the value, in words where it has any."""
    if not mention.rule:
        return ""
    words = in_words(mention.rule) if mention.label == "DATE" else ""
    return f"{words} ({mention.rule})" if words else mention.rule


def anchor(session: Session, mention: Mention) -> Html | None:
    """The words from which a value took what its own words leave open, as a link to them."""
    found = session.mention(mention.anchor) if mention.anchor else None
    if found is None or not isinstance(found.record, Mention):
        return None
    said = f"“{found.record.exact}” ({found.record.value or 'open'})"
    return el("a", said, href=f"/at/mention:{found.id}")


def proposer(by: By) -> str:
    """Who proposed it, and how sure it was."""
    name = by.component.removeprefix("person:")
    return f"{name}, a person" if name != by.component else f"{by.component} {by.version}".strip()


def score(by: By) -> Html | None:
    """The score as a number and a bar."""
    if by.score is None:
        return None
    return el("span", f"{by.score:.2f} ", el("meter", value=f"{by.score:.2f}", min=0, max=1, aria_label="score"))


def claim_in_short(session: Session, claim: Claim) -> str:
    """A claim in one line: what happened, when and where."""
    said = [claim.label or claim.type.replace("_", " ")]
    for value in claim.values:
        if value.property == "when" and value.edtf:
            said.append(date_in_words(value.edtf))
        elif value.property == "where" and value.entity:
            known = session.project.authority.get(value.entity) or general().get(value.entity)
            said.append(known.label if known else value.entity)
    return ", ".join(said)
