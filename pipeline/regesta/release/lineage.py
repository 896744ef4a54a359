"""Which release stands before another: each one names its predecessor in `release.json`."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from regesta.errors import fail


def predecessor(version: str, records: Mapping[str, bytes]) -> str:
    """The version that `version` follows, from the `release.json` of all releases there are; empty for the first.

    One that is built again keeps its place; a new one follows the last. Raises RegestaError where two are last.
    """
    before = {name: _previous(name, data) for name, data in records.items()}
    if version in before:
        return before[version]
    last = sorted(before.keys() - before.values())
    if len(last) > 1:
        raise fail(
            "release.lineage",
            f"there are several last releases: {', '.join(last)}",
            why="A release carries on the changes of exactly one before it.",
            remedy="Move those that do not count out of outputs/.",
        )
    return last[0] if last else ""


def _previous(version: str, data: bytes) -> str:
    try:
        return str(msgspec.json.decode(data, type=dict[str, object])["previous"])
    except (msgspec.MsgspecError, KeyError):
        raise fail("release.record", "is no record of a release", path=f"outputs/{version}/release.json") from None
