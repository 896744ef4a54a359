"""The rows of a review in a spreadsheet: one a mention, one a value of each claim, and one a pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from regesta.anchor.selector import context
from regesta.model.claim import Claim, Value
from regesta.model.digest import digest
from regesta.model.event import Join
from regesta.model.mention import Mention
from regesta.model.same import Same
from regesta.review.queue import Item, candidates, waits
from regesta.review.session import Session
from regesta.review.sheets.cells import (
    ANSWER,
    CHECK,
    ID,
    NEW_LABEL,
    NEW_VALUE,
    NOTE,
    VALUE_ID,
    check_of,
    flat,
    score_in_words,
    status_in_words,
)
from regesta.review.sheets.pairs import pair_row
from regesta.review.words import asserter_in_words, plain

Choice = Literal["accept", "reject", "amend", "skip"]
CHOICES: tuple[str, ...] = get_args(Choice)
#: The answers stand beside what they are about, so that both fit on a screen.
MENTION_COLUMNS = (
    "source", "page", "before", "quote", "after", "label", "value", ANSWER, NEW_LABEL, NEW_VALUE, NOTE,
    "proposed now", "status", "why", "title", "score", ID, CHECK,
)  # fmt: skip
CLAIM_COLUMNS = (
    "source", "page", "passage", "type", "slot", "value", "words", ANSWER, NEW_VALUE, NOTE,
    "hedge", "says so", "stance", "status", "why", "score", ID, VALUE_ID, CHECK,
)  # fmt: skip


def mention_rows(session: Session) -> Iterator[list[str]]:
    """The rows of all mentions that the session is asked for, in the order of the texts."""
    for shown in _items(session):
        if isinstance(shown.record, Mention):
            yield mention_row(session, shown, shown.record)


def mention_row(session: Session, shown: Item, mention: Mention) -> list[str]:
    """The row of one mention, as it stands now, without answers."""
    text = session.text(mention.source)
    held = text[mention.start : mention.end] == mention.exact
    before, after = context(text, mention.start, mention.end) if held else (mention.prefix, mention.suffix)
    cells = {
        "source": mention.source,
        "page": str(mention.page or ""),
        "before": flat(before),
        "quote": flat(mention.exact),
        "after": flat(after),
        "label": mention.label,
        "value": mention.value,
        "title": mention.title,
        "proposed now": _proposed(shown),
        "score": score_in_words(mention.by.score),
        "status": status_in_words(shown),
        "why": flat(shown.why),
        ID: mention.id,
        CHECK: check(shown),
    }
    return [cells.get(name, "") for name in MENTION_COLUMNS]


def claim_rows(session: Session) -> Iterator[list[str]]:
    """The rows of all claims that the session is asked for: one a value, those of a claim together."""
    for shown in _items(session):
        if isinstance(shown.record, Claim):
            yield from rows_of_claim(session, shown, shown.record)


def rows_of_claim(session: Session, shown: Item, claim: Claim) -> list[list[str]]:
    """The rows of one claim, as it stands now, without answers."""
    cited = session.cited(claim)
    passage = cited.get(claim.passage)
    about = f"; {claim.about.relation} {claim.about.claim}" if claim.about else ""
    whole = {
        "source": claim.source,
        "page": str(passage.page or "") if passage else "",
        "passage": flat(passage.exact) if passage else "",
        "type": claim.type,
        "says so": asserter_in_words(claim.asserted_by) + about,
        "stance": claim.stance,
        "score": score_in_words(claim.by.score),
        "status": status_in_words(shown),
        "why": flat(shown.why),
        ID: claim.id,
        CHECK: check(shown),
    }
    return [_value_row(whole, value, cited) for value in claim.values]


def check(shown: Item) -> str:
    """The check of a mention or a claim: over the record, what is proposed now, and how it stands.

    Scores and versions stay out, so that a sheet outlives a new model that proposes the same.
    """
    proposal = digest(shown.proposal) if shown.proposal is not None else ""
    seen = [shown.kind, shown.id, digest(shown.record), proposal, shown.status, shown.stale]
    return check_of(seen)


def pair_rows(session: Session) -> Iterator[list[str]]:
    """The rows of all pairs that the session is asked for: claims before names, the likeliest names first."""
    for shown in _items(session):
        if isinstance(shown.record, Join | Same):
            yield pair_row(session, shown, shown.record)


def _items(session: Session) -> Iterable[Item]:
    for key in candidates(session.state, session.joins, session.wanted):
        shown = session.item(key)
        if shown and waits(shown, session.wanted, session.reviewer.name, session.state.adjudicators):
            yield shown


def _value_row(whole: dict[str, str], value: Value, cited: dict[str, Mention]) -> list[str]:
    words = [flat(cited[name].exact) for name in value.cites if name in cited and cited[name].label != "PASSAGE"]
    cells = whole | {
        "slot": f"{value.property} ({value.role})" if value.role else value.property,
        "value": plain(value),
        "words": "; ".join(words) or "the passage",
        "hedge": "" if value.hedge == "none" else value.hedge,
        VALUE_ID: value.id,
    }
    return [cells.get(name, "") for name in CLAIM_COLUMNS]


def _proposed(shown: Item) -> str:
    """What accepting would put in force, where that is not what the row shows."""
    proposal = shown.proposal
    if not shown.changed or not isinstance(proposal, Mention):
        return ""
    return f"{proposal.label} “{flat(proposal.exact)}” {proposal.value or 'open'}"
