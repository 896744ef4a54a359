"""The rows of a review in a spreadsheet: one a mention, and one a value of each claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

import msgspec

from regesta.anchor.selector import context
from regesta.model.claim import Claim, Value
from regesta.model.digest import digest
from regesta.model.ids import sha256_hex
from regesta.model.mention import Mention
from regesta.review.queue import Item, candidates, waits
from regesta.review.session import Session
from regesta.review.words import asserter_in_words, plain

Choice = Literal["accept", "reject", "amend", "skip"]
CHOICES: tuple[str, ...] = get_args(Choice)
#: What is filled in; every other column is shown, and compared when the sheet comes back.
ANSWER, NEW_LABEL, NEW_VALUE, NOTE = "your answer", "new label", "new value", "note"
ID, CHECK, VALUE_ID = "id", "check", "value id"
#: The answers stand beside what they are about, so that both fit on a screen.
MENTION_COLUMNS = (
    "source", "page", "before", "quote", "after", "label", "value", ANSWER, NEW_LABEL, NEW_VALUE, NOTE,
    "proposed now", "status", "why", "title", "score", ID, CHECK,
)  # fmt: skip
CLAIM_COLUMNS = (
    "source", "page", "passage", "type", "slot", "value", "words", ANSWER, NEW_VALUE, NOTE,
    "hedge", "says so", "stance", "status", "why", "score", ID, VALUE_ID, CHECK,
)  # fmt: skip
#: The longest text that a cell shows.
_LONGEST = 4000


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
        "before": _flat(before),
        "quote": _flat(mention.exact),
        "after": _flat(after),
        "label": mention.label,
        "value": mention.value,
        "title": mention.title,
        "proposed now": _proposed(shown),
        "score": _score(mention.by.score),
        "status": _status(shown),
        "why": _flat(shown.why),
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
        "passage": _flat(passage.exact) if passage else "",
        "type": claim.type,
        "says so": asserter_in_words(claim.asserted_by) + about,
        "stance": claim.stance,
        "score": _score(claim.by.score),
        "status": _status(shown),
        "why": _flat(shown.why),
        ID: claim.id,
        CHECK: check(shown),
    }
    return [_value_row(whole, value, cited) for value in claim.values]


def check(shown: Item) -> str:
    """Twenty hexadecimal digits over what a row shows: the record, what is proposed now, and how it stands.

    Scores and versions stay out, so that a sheet outlives a new model that proposes the same.
    """
    if shown.kind == "join":
        raise ValueError("a join has no row")
    proposal = digest(shown.proposal) if shown.proposal is not None else ""
    seen = [shown.kind, shown.id, digest(shown.record), proposal, shown.status, shown.stale]
    return sha256_hex(msgspec.json.encode(seen))[:20]


def _items(session: Session) -> Iterable[Item]:
    """What the session is asked for, joins apart: a row has no room for two claims."""
    for key in candidates(session.state, {}, session.wanted):
        shown = session.item(key)
        if shown and waits(shown, session.wanted, session.reviewer.name, session.state.adjudicators):
            yield shown


def _value_row(whole: dict[str, str], value: Value, cited: dict[str, Mention]) -> list[str]:
    words = [_flat(cited[name].exact) for name in value.cites if name in cited and cited[name].label != "PASSAGE"]
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
    return f"{proposal.label} “{_flat(proposal.exact)}” {proposal.value or 'open'}"


def _status(shown: Item) -> str:
    by = f" by {', '.join(shown.reviewers)}" if shown.reviewers else ""
    return f"{shown.status}{by}{', look again' if shown.stale else ''}"


def _score(score: float | None) -> str:
    return "" if score is None else f"{score:.2f}"


def _flat(words: str) -> str:
    """Words on one line, as long as a cell can be read."""
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
