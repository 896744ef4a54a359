"""`datapackage.json` and `codebook.md`: they describe the files and columns that are there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from regesta.errors import Finding
from regesta.model.codec import CodecError, strict_loads
from regesta.model.ids import sha256_hex
from regesta.model.tables import TABLES
from regesta.verify.checksums import MANIFEST
from regesta.verify.faults import fault
from regesta.verify.reading import columns_of

_PACKAGE = "datapackage.json"
_CODEBOOK = "codebook.md"


def check_package(files: Mapping[str, bytes]) -> list[Finding]:
    """Resources that are not as described, and files that are not described."""
    if _PACKAGE not in files:
        return [fault("no_file", "the release does not have this file", path=_PACKAGE)]
    try:
        resources = strict_loads(files[_PACKAGE])["resources"]
        described = {str(resource["path"]): resource for resource in resources}
    except (CodecError, KeyError, TypeError) as error:
        return [fault("package", f"the file is no Data Package: {error}", path=_PACKAGE)]
    findings = [
        fault("package", f"{path} is described otherwise than it is", path=_PACKAGE)
        for path, resource in described.items()
        if (resource.get("hash"), resource.get("bytes")) != _measured(files.get(path))
    ]
    undescribed = sorted(files.keys() - described.keys() - {_PACKAGE, MANIFEST})
    findings += [fault("package", f"{path} is not described", path=_PACKAGE) for path in undescribed]
    for table in TABLES:
        fields = _fields(described.get(f"{table}.csv"))
        if fields != columns_of(table, files):
            findings.append(fault("package", f"the schema of {table} has other columns", path=_PACKAGE))
    return findings


def check_codebook(files: Mapping[str, bytes]) -> list[Finding]:
    """Columns that the codebook does not explain."""
    if _CODEBOOK not in files:
        return [fault("no_file", "the release does not have this file", path=_CODEBOOK)]
    told = files[_CODEBOOK].decode("utf-8", "replace")
    return [
        fault("codebook", f"{table}.{name} is not explained", path=_CODEBOOK)
        for table in TABLES
        for name in columns_of(table, files)
        if f"| `{name}` |" not in told
    ]


def _measured(data: bytes | None) -> tuple[str | None, int | None]:
    return (None, None) if data is None else (f"sha256:{sha256_hex(data)}", len(data))


def _fields(resource: Any) -> list[str]:
    try:
        return [field["name"] for field in resource["schema"]["fields"]]
    except (KeyError, TypeError):
        return []
