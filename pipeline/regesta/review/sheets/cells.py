"""What the rows of all sheets share: the names of columns, and words as a cell can show them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from regesta.model.ids import sha256_hex
from regesta.review.queue import Item

#: What is filled in; every other column is shown, and compared when the sheet comes back.
ANSWER, NEW_LABEL, NEW_VALUE, NOTE = "your answer", "new label", "new value", "note"
FILLED = (ANSWER, NEW_LABEL, NEW_VALUE, NOTE)
ID, CHECK, VALUE_ID = "id", "check", "value id"
#: The longest text that a cell shows.
_LONGEST = 4000


def check_of(seen: Sequence[object]) -> str:
    """Twenty hexadecimal digits over what a row shows."""
    return sha256_hex(msgspec.json.encode(seen))[:20]


def status_in_words(shown: Item) -> str:
    """How an item stands, and by whose word."""
    by = f" by {', '.join(shown.reviewers)}" if shown.reviewers else ""
    return f"{shown.status}{by}{', look again' if shown.stale else ''}"


def score_in_words(score: float | None) -> str:
    """A score with two decimals; empty where there is none."""
    return "" if score is None else f"{score:.2f}"


def flat(words: str) -> str:
    """Words on one line, as long as a cell can be read."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
