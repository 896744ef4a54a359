"""What a claim says in words, for people to read."""

from __future__ import annotations

from regesta.edtf.words import date_in_words
from regesta.model.claim import Asserter, Claim, Value
from regesta.model.counts import count_as_text


def plain(value: Value) -> str:
    """What a value holds, as it is typed and stored."""
    if value.count is not None:
        return count_as_text(value.count)
    return value.edtf or value.entity or value.event or value.text or ""


def value_in_words(value: Value) -> str:
    """What a claim's value says, with its hedge."""
    said = f"{value.edtf} ({date_in_words(value.edtf)})" if value.edtf else plain(value)
    return said if value.hedge == "none" else f"{said} [{value.hedge}]"


def asserter_in_words(asserter: Asserter) -> str:
    """Whose word a claim is."""
    return f"the source ({asserter.label})" if asserter.kind == "source" else f"{asserter.label} ({asserter.kind})"


def claim_in_words(claim: Claim) -> str:
    """What a claim says, in one line: type, values, whose word it is, and how firmly."""
    said = [f"{value.property} {value_in_words(value)}" for value in claim.values if value.property != "type"]
    return f"{', '.join([claim.type, *said])}; {asserter_in_words(claim.asserted_by)}, {claim.stance}"
