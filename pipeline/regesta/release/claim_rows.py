"""The rows of `claims`: one for each value that a claim asserts."""

from __future__ import annotations

from collections.abc import Mapping

from regesta.edtf import parse
from regesta.edtf.words import date_in_words
from regesta.errors import Finding
from regesta.model.claim import Claim, Value
from regesta.model.counts import count_as_text, count_in_words
from regesta.model.mention import By
from regesta.model.reviewed import Standing
from regesta.model.tables import ClaimRow, EntityRow
from regesta.release.chosen import Chosen, is_without_words, supplied_by


def claim_rows(chosen: Chosen, entities: Mapping[str, EntityRow], winter: str) -> tuple[list[ClaimRow], list[Finding]]:
    """The rows, sorted by id, and what had to be left out of them."""
    maker = _Maker(chosen, entities, winter)
    rows = [maker.row(standing, value) for standing in chosen.claims for value in standing.record.values]
    return sorted(rows, key=lambda row: row.value_id), list(maker.findings.values())


class _Maker:
    def __init__(self, chosen: Chosen, entities: Mapping[str, EntityRow], winter: str) -> None:
        self.chosen = chosen
        self.entities = entities
        self.winter = winter
        self.released = {standing.record.id for standing in chosen.claims}
        self.findings: dict[str, Finding] = {}

    def row(self, standing: Standing[Claim], value: Value) -> ClaimRow:
        claim, chosen = standing.record, self.chosen
        event = chosen.event_of.get(claim.id)
        about = claim.about if claim.about and claim.about.claim in self.released else None
        if claim.about and about is None:
            self._left_out(claim, f"is about the claim {claim.about.claim}")
        written, label = self._value(claim, value)
        reviewer = supplied_by(standing, value)
        inferred = reviewer and is_without_words(value, chosen.mentions)
        count = value.count
        date = parse(value.edtf, self.winter) if value.edtf is not None else None
        return ClaimRow(
            value_id=value.id,
            claim_id=claim.id,
            event_id=event.id if event else None,
            property=value.property,
            role=value.role or None,
            value=written or None,
            value_label=label,
            earliest=str(date.earliest) if date and date.earliest else None,
            latest=str(date.latest) if date and date.latest else None,
            precision=date.precision if date else None,
            low=count.low if count else None,
            best=count.best if count else None,
            high=count.high if count else None,
            unit=count.unit if count else None,
            hedge="inferred" if inferred else value.hedge,
            stance=claim.stance,
            asserted_by_kind=claim.asserted_by.kind,
            asserted_by_id=claim.asserted_by.id or None,
            asserted_by_label=claim.asserted_by.label or claim.asserted_by.kind,
            via_source_id=claim.via or None,
            about_claim_id=about.claim if about else None,
            about_relation=about.relation if about else None,
            rank=chosen.rank(claim, value),
            source_id=claim.source,
            proposed_by=f"person:{reviewer}" if reviewer else proposer(claim.by),
            reviewers=";".join(standing.reviewers) or None if standing.status == "accepted" else None,
            n_citations=len(chosen.evidence(claim, value)),
        )

    def _value(self, claim: Claim, value: Value) -> tuple[str, str]:
        """The value as the table writes it, and in words."""
        if value.edtf is not None:
            return value.edtf, date_in_words(value.edtf)
        if value.entity is not None:
            return value.entity, self.entities[value.entity].label
        if value.count is not None:
            return count_as_text(value.count), count_in_words(value.count)
        if value.event is not None:
            whole = self.chosen.event_of.get(value.event)
            if whole is None:
                self._left_out(claim, f"is part of the event of the claim {value.event}")
                return "", "an event that is not in this release"
            return whole.id, whole.label or whole.type
        return value.text or "", value.text or value.property

    def _left_out(self, claim: Claim, what: str) -> None:
        """Said once, however many values the claim has."""
        self.findings[claim.id + what] = Finding(
            code="release.not_released",
            level="warning",
            what=f"the claim {claim.id} {what}, which is not in this release",
            why="Nobody has accepted it, so the release does not name it.",
            remedy="Review that claim, or amend this one.",
        )


def proposer(by: By) -> str:
    """Component and version in one cell."""
    return f"{by.component} {by.version}".strip()
