"""Builds a release: from reviewed records to the bytes of its files."""

from __future__ import annotations

from regesta.errors import Finding, RegestaError
from regesta.model.tables import EntityRow, Row, TableName
from regesta.release.bibliography import Bibliography
from regesta.release.changes import Now, change_rows
from regesta.release.chosen import Chosen, choose
from regesta.release.citation_rows import citation_rows
from regesta.release.claim_rows import claim_rows
from regesta.release.codebook import codebook
from regesta.release.data_package import data_package
from regesta.release.entity_rows import entity_rows
from regesta.release.event_rows import event_rows, waiting
from regesta.release.inputs import Built, ReleaseInput
from regesta.release.manifest import MANIFEST, manifest
from regesta.release.previous import Previous, read_previous
from regesta.release.record import RECORD, release_record
from regesta.release.refusals import refusals
from regesta.release.source_rows import references, source_row, with_relayed
from regesta.release.table_files import as_csv, as_jsonl

Tables = dict[TableName, list[Row]]


def build(inputs: ReleaseInput) -> Built:
    """The files of the release, or none and the findings that forbid it; the same input gives the same bytes."""
    chosen = choose(inputs.reviewed, inputs.events, include_unreviewed=inputs.include_unreviewed)
    findings = refusals(inputs, chosen)
    if findings:
        return Built(files={}, findings=findings)
    try:
        previous = read_previous(inputs.previous)
        tables, references_, findings = _tables(inputs, chosen, previous)
    except RegestaError as error:
        return Built(files={}, findings=[error.finding])
    if any(finding.level == "error" for finding in findings):
        return Built(files={}, findings=findings)
    return Built(files=_files(inputs, previous, tables, references_), findings=findings)


def _tables(inputs: ReleaseInput, chosen: Chosen, previous: Previous) -> tuple[Tables, bytes, list[Finding]]:
    winter = inputs.settings.tag.winter
    bibliography = Bibliography(inputs.settings.release.style)
    sources, not_held = with_relayed(inputs.sources, chosen)
    entities = entity_rows(chosen, inputs.entities, inputs.identities)
    by_id = {row.entity_id: row for row in entities}
    claims, left_out = claim_rows(chosen, by_id, winter)
    citations, misquoted = citation_rows(inputs, chosen, bibliography)
    tables: Tables = {
        "events": [*event_rows(chosen, claims, by_id, previous, inputs.version, winter)],
        "claims": [*claims],
        "citations": [*citations],
        "sources": [source_row(source, bibliography) for source in sources],
        "entities": [*entities],
    }
    now = Now(
        version=inputs.version,
        rows=tables,
        events=chosen.events,
        reviewed=inputs.reviewed,
        identities=inputs.identities,
    )
    tables["changes"] = [*change_rows(now, previous)]
    findings = [*misquoted, *left_out, *not_held, *waiting(chosen.events), *bibliography.findings]
    return tables, references(sources), findings


def _files(inputs: ReleaseInput, previous: Previous, tables: Tables, references_: bytes) -> dict[str, bytes]:
    settings = inputs.settings
    files: dict[str, bytes] = {}
    for table, rows in tables.items():
        files[f"{table}.csv"] = as_csv(table, rows)
        files[f"{table}.jsonl"] = as_jsonl(rows)
    files["references.csl.json"] = references_
    files["codebook.md"] = codebook(
        settings.title,
        inputs.version,
        settings.tag.winter,
        include_unreviewed=inputs.include_unreviewed,
        geonames=any(isinstance(row, EntityRow) and row.geonames for row in tables["entities"]),
    )
    files[RECORD] = release_record(inputs, previous, tables)
    files["datapackage.json"] = data_package(inputs, files)
    files[MANIFEST] = manifest(files)
    return files
