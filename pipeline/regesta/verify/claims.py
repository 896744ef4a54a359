"""Claims: rows of one claim agree about it, kinds of value are kept apart, citations are there and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from regesta.errors import Finding
from regesta.model.tables import ClaimRow
from regesta.verify.faults import row_fault
from regesta.verify.inputs import Release

#: What is said of the claim as a whole, and so the same in each of its rows.
_OF_CLAIM = (
    "event_id", "stance", "asserted_by_kind", "asserted_by_id", "asserted_by_label", "via_source_id",
    "about_claim_id", "about_relation", "source_id", "reviewers",
)  # fmt: skip

#: Ends a quote that the rights of its source cut short.
_CUT = "…"


def check_claims(release: Release) -> list[Finding]:
    """Every row of claims that contradicts itself, its claim, or the other tables."""
    cited = Counter(row.value_id for row in release.citations)
    quotes: dict[str, list[str]] = {}
    for citation in release.citations:
        quotes.setdefault(citation.value_id, []).append(" ".join((citation.quote or _CUT).split()))
    entities = {row.entity_id for row in release.entities}
    events = {row.event_id for row in release.events}
    first: dict[str, ClaimRow] = {}
    findings = []
    for index, row in enumerate(release.claims):
        faults = [
            *_itself(row, entities, events, quotes.get(row.value_id, [])),
            *_of_claim(row, first.setdefault(row.claim_id, row)),
        ]
        if cited[row.value_id] != row.n_citations:
            faults.append(f"it has {cited[row.value_id]} citations, not {row.n_citations}")
        if row.reviewers is None and release.record is not None and not release.record.includes_unreviewed:
            faults.append("nobody accepted it, and the release says that it holds nothing unreviewed")
        findings += [row_fault("claim", f"{row.value_id}: {what}", "claims", index) for what in faults]
    return findings


def _itself(row: ClaimRow, entities: set[str], events: set[str], quotes: Sequence[str]) -> Iterator[str]:
    known = row.value in entities or (row.property == "who" and _is_quoted(row.value or "", quotes))
    if row.property in ("where", "who") and not known:
        yield f"the entity {row.value} is nowhere"
    if row.property == "part_of" and row.value is not None and row.value not in events:
        yield f"the event {row.value} is nowhere"
    if (row.about_claim_id is None) != (row.about_relation is None):
        yield "it says what it is about, or how, but not both"
    counted = (row.low, row.best, row.high, row.unit)
    if row.property != "count" and any(held is not None for held in counted):
        yield "it is no count, and has numbers"
    bounds = [held for held in (row.low, row.best, row.high) if held is not None]
    if bounds != sorted(bounds):
        yield "its numbers do not rise from low to high"


def _is_quoted(words: str, quotes: Sequence[str]) -> bool:
    """Whether a participant without a name is called so in the citations, as far as the rights let them be printed."""
    return bool(words) and any(quote.endswith(_CUT) or words.casefold() in quote.casefold() for quote in quotes)


def _of_claim(row: ClaimRow, first: ClaimRow) -> Iterator[str]:
    for name in _OF_CLAIM:
        if getattr(row, name) != getattr(first, name):
            yield f"{name} is not as in {first.value_id} of the same claim"
