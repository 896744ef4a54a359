"""The second opinion: every check of a release, one after the other."""

from __future__ import annotations

from collections.abc import Mapping

from regesta.errors import Finding
from regesta.verify.boxes import check_boxes
from regesta.verify.chains import check_chains
from regesta.verify.changes import check_changes
from regesta.verify.checksums import check_checksums
from regesta.verify.claims import check_claims
from regesta.verify.dates import check_dates
from regesta.verify.decisions import check_decisions
from regesta.verify.events import check_events
from regesta.verify.inputs import CorpusFiles
from regesta.verify.keys import check_keys, check_references
from regesta.verify.layouts import read_layouts
from regesta.verify.package import check_codebook, check_package
from regesta.verify.quotes import check_quotes
from regesta.verify.reading import read_release
from regesta.verify.record import check_record
from regesta.verify.sources import Reread, check_sources, read_sources

__all__ = ["CorpusFiles", "verify"]


def verify(
    release: Mapping[str, bytes],
    corpus: Mapping[str, CorpusFiles],
    logs: Mapping[str, bytes],
    reread: Reread | None,
) -> list[Finding]:
    """What is wrong with a release; nothing, if it is as it should be.

    `release` has its files by name, `corpus` those of each source by citekey, `logs` the decision logs by their path
    below annotations/decisions. `reread` makes the text of a source from its bytes; without it that is not checked.
    """
    read, findings = read_release(release)
    sources, unread = read_sources(read, corpus)
    layouts, unplaced = read_layouts(corpus, sources)
    return [
        *check_checksums(release),
        *findings,
        *check_package(release),
        *check_codebook(release),
        *check_keys(read),
        *check_references(read),
        *check_dates(read),
        *check_claims(read),
        *check_events(read),
        *check_changes(read),
        *unread,
        *check_sources(read, corpus, sources, reread),
        *unplaced,
        *check_quotes(read, corpus, sources),
        *check_boxes(read, layouts),
        *check_record(read, corpus, logs),
        *check_chains(logs),
        *check_decisions(read, logs),
    ]
