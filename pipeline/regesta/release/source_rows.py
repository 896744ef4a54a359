"""The rows of `sources`, and the references as CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping

from regesta.edtf.csl_date import issued
from regesta.errors import Finding
from regesta.model.source import Source
from regesta.model.tables import SourceRow
from regesta.release import csl
from regesta.release.bibliography import Bibliography
from regesta.release.chosen import Chosen


def with_relayed(sources: Mapping[str, Source], chosen: Chosen) -> tuple[list[Source], list[Finding]]:
    """All sources, sorted, with a bare record for each work that a claim relays and the corpus has no record of."""
    relayed = {standing.record.via for standing in chosen.claims} - {""} - set(sources)
    found = [*sources.values(), *(Source(id=citekey, csl={"id": citekey}, held=False) for citekey in relayed)]
    findings = [
        Finding(
            code="release.relayed",
            level="warning",
            what=f"the work {citekey} is relayed by a claim, and the corpus has no record of it",
            why="The release lists it by its citekey alone.",
            remedy=f"Make corpus/{citekey}/source.json with its CSL item and `held` false.",
        )
        for citekey in sorted(relayed)
    ]
    return sorted(found, key=lambda source: source.id), findings


def source_row(source: Source, bibliography: Bibliography) -> SourceRow:
    """A source as the table has it."""
    return SourceRow(
        source_id=source.id,
        kind=csl.text(source.csl, "type") or None,
        held=source.held,
        title=csl.text(source.csl, "title") or None,
        author=csl.authors(source.csl) or None,
        issued=issued(source.csl) or None,
        container=csl.text(source.csl, "container-title", "collection-title") or None,
        language=source.language or csl.text(source.csl, "language") or None,
        file_sha256=source.file.sha256 if source.file else None,
        text_sha256=source.text.sha256 if source.text else None,
        licence=source.rights.licence or None,
        access=source.rights.access,
        bibliography=bibliography.entry(source),
    )


def references(sources: list[Source]) -> bytes:
    """The CSL-JSON items of the sources, each with its citekey as id."""
    items = [
        {"id": source.id, **{name: held for name, held in source.csl.items() if name != "id"}} for source in sources
    ]
    return (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
