"""`release.json`: what the release was built from, with which tools, and how much stayed out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from regesta.model.tables import Row, TableName
from regesta.release.inputs import ReleaseInput
from regesta.release.previous import Previous

RECORD = "release.json"


def release_record(inputs: ReleaseInput, previous: Previous, tables: Mapping[TableName, Sequence[Row]]) -> bytes:
    """The record of this release; the logs are recorded as far as they had come, since they only grow."""
    settings = inputs.settings
    record: dict[str, Any] = {
        "title": settings.title,
        "version": inputs.version,
        "licence": settings.release.licence,
        "previous": previous.version,
        "previous_manifest_sha256": previous.manifest_sha256,
        "style": settings.release.style,
        "winter": settings.tag.winter,
        "includes_unreviewed": inputs.include_unreviewed,
        "counts": {table: len(rows) for table, rows in tables.items()},
        "unreviewed": dict(sorted(inputs.unreviewed.items())),
        "tools": dict(sorted(inputs.tools.items())),
        "corpus": {citekey: msgspec.structs.asdict(inputs.corpus[citekey]) for citekey in sorted(inputs.corpus)},
        "logs": {path: msgspec.structs.asdict(inputs.logs[path]) for path in sorted(inputs.logs)},
    }
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
