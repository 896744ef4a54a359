"""What forbids a release: stale decisions, texts that have changed, dates that are none, too few events."""

from __future__ import annotations

import re

from regesta.edtf import is_valid
from regesta.errors import Finding
from regesta.model.claim import Claim
from regesta.model.ids import sha256_hex
from regesta.model.mention import Mention
from regesta.model.reviewed import Standing
from regesta.release.chosen import Chosen, unfit
from regesta.release.inputs import ReleaseInput

_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z._+-]*")


def refusals(inputs: ReleaseInput, chosen: Chosen) -> list[Finding]:
    """All reasons there are, so that they can be mended in one go."""
    return [
        *version_faults(inputs.version),
        *_stale(inputs),
        *_texts(inputs),
        *_dates(chosen),
        *unfit(chosen),
        *_assertions(inputs),
    ]


def version_faults(version: str) -> list[Finding]:
    """Why a release cannot have this name: it names a folder, too."""
    if _VERSION.fullmatch(version):
        return []
    what = f"{version!r} cannot be the name of a release"
    return [Finding(code="release.version", what=what, remedy="Use letters, digits, dots and dashes, as in 1.0.0.")]


def _stale(inputs: ReleaseInput) -> list[Finding]:
    mentions = [_is_stale("mention", each) for each in inputs.reviewed.mentions.values() if each.stale]
    claims = [_is_stale("claim", each) for each in inputs.reviewed.claims.values() if each.stale]
    return sorted([*mentions, *claims], key=lambda finding: finding.what)


def _is_stale(kind: str, standing: Standing[Mention] | Standing[Claim]) -> Finding:
    record = standing.record
    return Finding(
        code="release.stale",
        what=f"the decision on the {kind} {record.id} of {record.source} is stale"
        + (f": {standing.why}" if standing.why else ""),
        why="What was decided about is not what stands there now.",
        remedy="Review it again.",
    )


def _texts(inputs: ReleaseInput) -> list[Finding]:
    return [
        Finding(
            code="release.text",
            what=f"the text of {citekey} is not the one that its source.json names",
            path=f"corpus/{citekey}/text.txt",
            why="Every offset counts in that text.",
            remedy="Take the file from the last commit, or ingest the source again.",
        )
        for citekey, source in sorted(inputs.sources.items())
        if source.text is not None and sha256_hex(inputs.texts.get(citekey, "").encode("utf-8")) != source.text.sha256
    ]


def _dates(chosen: Chosen) -> list[Finding]:
    return [
        Finding(
            code="release.date",
            what=f"the claim {standing.record.id} has the date {value.edtf!r}, which is no EDTF",
            remedy="Amend the claim.",
        )
        for standing in chosen.claims
        for value in standing.record.values
        if value.edtf is not None and not is_valid(value.edtf)
    ]


def _assertions(inputs: ReleaseInput) -> list[Finding]:
    least = inputs.settings.release.least_events
    if len(inputs.events) >= least:
        return []
    return [
        Finding(
            code="release.least_events",
            what=f"the release would hold {len(inputs.events)} events, and the settings ask for {least}",
            remedy="Review more claims, or lower release.least_events.",
        )
    ]
