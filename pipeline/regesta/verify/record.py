"""`release.json`: counts, and the hashes of the corpus and of the logs."""

from __future__ import annotations

from collections.abc import Mapping

from regesta.errors import Finding
from regesta.model.ids import sha256_hex
from regesta.model.tables import TABLES
from regesta.verify.faults import fault
from regesta.verify.inputs import CorpusFiles, Release

_RECORD = "release.json"


def check_record(release: Release, corpus: Mapping[str, CorpusFiles], logs: Mapping[str, bytes]) -> list[Finding]:
    """What the record says of tables, sources and logs that is not so."""
    record = release.record
    if record is None:
        return []
    findings = []
    counts = {table: len(getattr(release, table)) for table in TABLES}
    if record.counts != counts:
        findings.append(fault("counts", f"the tables have {counts}, and the record says {record.counts}", path=_RECORD))
    for citekey, hashes in record.corpus.items():
        files = corpus.get(citekey)
        if files is None:
            findings.append(fault("no_source", f"the corpus does not have {citekey}", path=_RECORD))
            continue
        pairs = [
            ("original", hashes.original, files.original),
            ("source.json", hashes.source_json, files.source_json),
            ("text.txt", hashes.text, files.text),
            ("layout.jsonl", hashes.layout, files.layout),
        ]
        for name, recorded, data in pairs:
            if recorded != ("" if data is None else sha256_hex(data)):
                what = "the file is not the one that the release was built from"
                findings.append(fault("corpus", what, path=f"corpus/{citekey}/{name}"))
    held = [row.source_id for row in release.sources if row.held and row.source_id not in record.corpus]
    findings += [fault("corpus", f"the record has no hashes of {citekey}", path=_RECORD) for citekey in held]
    for path, mark in record.logs.items():
        data = logs.get(path)
        if data is None or len(data) < mark.size or sha256_hex(data[: mark.size]) != mark.sha256:
            what = "the log is not there, or was changed before its end at the time of the release"
            findings.append(fault("log", what, path=f"annotations/decisions/{path}", why="Logs are only appended to."))
    return findings
