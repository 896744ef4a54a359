"""The manifest: every file is listed with its sha256, and every listed file is there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from regesta.errors import Finding
from regesta.model.ids import sha256_hex
from regesta.verify.faults import fault

MANIFEST = "manifest-sha256.txt"
_LINE = re.compile(rb"([0-9a-f]{64})  ([^\x00-\x1f\x7f]+)")


def check_checksums(files: Mapping[str, bytes]) -> list[Finding]:
    """What the manifest and the files do not agree about."""
    if MANIFEST not in files:
        return [fault("no_manifest", "the release has no manifest", path=MANIFEST)]
    findings: list[Finding] = []
    listed: dict[str, str] = {}
    data = files[MANIFEST]
    if not data.endswith(b"\n"):
        findings.append(fault("manifest", "the last line has no end", path=MANIFEST))
    for number, line in enumerate(data.removesuffix(b"\n").split(b"\n"), start=1):
        match = _LINE.fullmatch(line)
        name = match[2].decode("utf-8", "replace") if match else ""
        if match is None or name in listed:
            findings.append(fault("manifest", "the line is no checksum, or a second one", path=MANIFEST, line=number))
        else:
            listed[name] = match[1].decode("ascii")
    if list(listed) != sorted(listed):
        findings.append(fault("manifest", "the files are not in order", path=MANIFEST))
    for name in sorted(files.keys() - {MANIFEST} - listed.keys()):
        findings.append(fault("unlisted", "the manifest does not list this file", path=name))
    for name in sorted(listed.keys() - files.keys()):
        findings.append(fault("missing", "the manifest lists this file, and it is not there", path=name))
    for name in sorted(listed.keys() & files.keys()):
        if sha256_hex(files[name]) != listed[name]:
            findings.append(fault("checksum", "the file is not the one that the manifest lists", path=name))
    return findings
