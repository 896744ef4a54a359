"""Dates: valid EDTF, with the first and last day and the precision that they have."""

from __future__ import annotations

from regesta.edtf import EdtfError, is_valid, parse
from regesta.errors import Finding
from regesta.model.tables import TableName
from regesta.verify.faults import row_fault
from regesta.verify.inputs import Release

Said = tuple[str | None, str | None, str | None]


def check_dates(release: Release) -> list[Finding]:
    """Every date of the tables that is not what its row says of it."""
    findings: list[Finding] = []
    for index, event in enumerate(release.events):
        said = (event.when_earliest, event.when_latest, event.when_precision)
        findings += _check("events", index, event.when_edtf, said, release.winter)
    for index, claim in enumerate(release.claims):
        edtf = claim.value if claim.property == "when" else None
        if claim.property == "when" and edtf is None:
            findings.append(row_fault("date", f"{claim.value_id} is a date without a value", "claims", index))
        findings += _check("claims", index, edtf, (claim.earliest, claim.latest, claim.precision), release.winter)
    for index, source in enumerate(release.sources):
        if source.issued is not None and not is_valid(source.issued):
            findings.append(row_fault("date", f"{source.issued!r} is no EDTF", "sources", index))
    return findings


def _check(table: TableName, index: int, edtf: str | None, said: Said, winter: str) -> list[Finding]:
    if edtf is None:
        return [row_fault("date", "days are given without a date", table, index)] if any(said) else []
    try:
        date = parse(edtf, winter)
    except EdtfError as error:
        return [row_fault("date", f"is no EDTF: {error}", table, index)]
    found = (str(date.earliest) if date.earliest else None, str(date.latest) if date.latest else None, date.precision)
    if said == found:
        return []
    return [row_fault("date_bounds", f"{edtf} is {_words(found)}, not {_words(said)}", table, index)]


def _words(said: Said) -> str:
    earliest, latest, precision = said
    return f"{earliest or 'open'} to {latest or 'open'} ({precision or 'no precision'})"
