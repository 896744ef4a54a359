"""The rows of pairs in a spreadsheet: two claims that may be one event, two names that may be one."""

from __future__ import annotations

from typing import Literal, get_args

from regesta.model.claim import Claim
from regesta.model.event import Join
from regesta.model.ids import sha256_hex
from regesta.model.mention import Mention
from regesta.model.same import Same, Side
from regesta.review.ledger import Pairing
from regesta.review.queue import Item
from regesta.review.session import Session
from regesta.review.sheets.cells import ANSWER, CHECK, ID, NOTE, check_of, flat, score_in_words, status_in_words
from regesta.review.words import claim_in_words

PairChoice = Literal["one", "two", "skip"]
PAIR_CHOICES: tuple[str, ...] = get_args(PairChoice)
PAIR_COLUMNS = (
    "asked", "first", "words of the first", "second", "words of the second", "because", ANSWER, NOTE,
    "score", "status", "why", ID, CHECK,
)  # fmt: skip


def pair_row(session: Session, shown: Item, pairing: Pairing) -> list[str]:
    """The row of one pair, as it stands now, without answers."""
    first, second = _sides(session, pairing)
    cells = {
        "asked": "one event?" if isinstance(pairing, Join) else f"one {pairing.kind}?",
        "first": first[0],
        "words of the first": first[1],
        "second": second[0],
        "words of the second": second[1],
        "because": flat("; ".join(pairing.reasons)),
        "score": score_in_words(pairing.score),
        "status": status_in_words(shown),
        "why": flat(shown.why),
        ID: " ".join(shown.key),
        CHECK: check_of([*shown.key, shown.status, sha256_hex("\n".join([*first, *second]).encode())]),
    }
    return [cells.get(name, "") for name in PAIR_COLUMNS]


def _sides(session: Session, pairing: Pairing) -> list[tuple[str, str]]:
    """Of each side what it is, and the words of its source."""
    if isinstance(pairing, Same):
        return [(f"{side.label} ({side.entity})", _met(side)) for side in pairing.sides]
    claims = zip(pairing.claims, map(session.claim, pairing.claims), strict=True)
    return [(name, "") if claim is None else _claim(session, claim) for name, claim in claims]


def _claim(session: Session, claim: Claim) -> tuple[str, str]:
    passage = session.passage_of(claim.id)
    return flat(f"{claim.source}: {claim_in_words(claim)}"), flat(passage.exact) if passage else ""


def _met(side: Side) -> str:
    """The forms of a name, and where it was met."""
    forms = [", ".join(side.forms)] if side.forms else []
    noted = [side.note] if side.note else []
    return flat(" | ".join([*forms, *noted, *map(_in_context, side.mentions)]))


def _in_context(mention: Mention) -> str:
    return f"{mention.source}: …{mention.prefix}{mention.exact}{mention.suffix}…"
