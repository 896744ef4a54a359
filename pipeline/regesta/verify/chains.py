"""The decision logs: each is a chain in which no line was changed, taken out or put in."""

from __future__ import annotations

from collections.abc import Mapping

from regesta.errors import Finding
from regesta.model.chain import check_chain
from regesta.verify.faults import fault


def check_chains(logs: Mapping[str, bytes]) -> list[Finding]:
    """What is wrong with the chain of each log, by path below annotations/decisions."""
    findings = []
    for name in sorted(logs):
        path, data = f"annotations/decisions/{name}", logs[name]
        if data and not data.endswith(b"\n"):
            what = "the last line is torn"
            findings.append(fault("log", what, path=path, remedy="The next review sets it aside."))
        if data:
            findings += check_chain(data.removesuffix(b"\n").split(b"\n"), path)
    return findings
