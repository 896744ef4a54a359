"""The stage `release`: all that a release rests on is read, and what was built becomes a folder in one step."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

import msgspec

from regesta import __version__
from regesta.errors import Finding, RegestaError
from regesta.model.counts import counted
from regesta.model.entity import Entity
from regesta.model.mention import REVIEWED_LABELS
from regesta.model.reviewed import Reviewed
from regesta.names.gazetteer import PREFIX
from regesta.release.build import build
from regesta.release.inputs import Built, CorpusHashes, LogMark, ReleaseInput
from regesta.release.record import RECORD
from regesta.release.refusals import version_faults
from regesta.stages.authorities import forms, outside
from regesta.stages.decided import Decided
from regesta.stages.folder import put_folder, read_folder, sweep
from regesta.stages.resolve import resolution
from regesta.stages.survey import sha256_of
from regesta.workspace.authority import read_entities
from regesta.workspace.corpus import citekeys, original_path, read_layout, read_source, read_text
from regesta.workspace.gazetteer import version
from regesta.workspace.lock import locked
from regesta.workspace.logs import broken_chains, log_paths
from regesta.workspace.workspace import Workspace


class Released(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a release: its folder, the files that were written (none where it stood there already)."""

    version: str
    folder: str
    written: list[str] = []
    counts: dict[str, int] = {}
    findings: list[Finding] = []
    refused: bool = False


def check_version(version: str) -> None:
    """Raises RegestaError where no release can have this name; cheap, so that it can be asked before any work."""
    for finding in version_faults(version):
        raise RegestaError(finding)


def release(ws: Workspace, version: str, *, unreviewed: bool = False, replace: bool = False) -> Released:
    """Builds a release from what is true and derived now.

    One of this version that reads otherwise is left alone unless `replace` says so: what was published once should
    not change under its name.
    """
    with locked(ws.lock_path, wait=False):
        sweep(ws)
        inputs = gather(ws, version, unreviewed=unreviewed)
        built = build(inputs)
        folder = ws.release_dir(version)
        named = ws.relative(folder)
        if built.refused:
            return Released(version=version, folder=named, findings=built.findings, refused=True)
        before = read_folder(folder)
        built = _as_counted_then(inputs, built, before)
        differing = sorted(name for name in {*before, *built.files} if before.get(name) != built.files.get(name))
        if before and differing and not replace:
            findings = [*built.findings, _stands_already(named, differing)]
            return Released(version=version, folder=named, findings=findings, refused=True)
        if differing:
            put_folder(ws, folder, built.files)
        counts = json.loads(built.files[RECORD])["counts"]
        return Released(version=version, folder=named, written=differing, counts=counts, findings=built.findings)


def _as_counted_then(inputs: ReleaseInput, built: Built, before: Mapping[str, bytes]) -> Built:
    """The release as it stands already, where it differs in nothing but how many proposals nobody had decided about.

    That number is of the day when it was built: newer rules propose more, and that alone makes no other release.
    """
    try:
        then = json.loads(before[RECORD])["unreviewed"]
    except (KeyError, TypeError, ValueError):
        return built
    if then == dict(inputs.unreviewed) or not isinstance(then, dict):
        return built
    again = build(msgspec.structs.replace(inputs, unreviewed=then))
    return again if again.files == dict(before) else built


def gather(ws: Workspace, version: str, *, unreviewed: bool) -> ReleaseInput:
    """All that a release is built from, read from the workspace."""
    keys = citekeys(ws)
    decided = Decided(ws)
    entities, faulty = read_entities(ws)
    for finding in (*faulty, *decided.findings, *broken_chains(ws)):
        if finding.level == "error":
            raise RegestaError(finding)
    reviewed = decided.reviewed(keys)
    found = resolution(ws, reviewed, entities, unreviewed=unreviewed)
    reviewed = found.reviewed
    own = {entity.id for entity in entities}
    named = forms(reviewed.cited.values(), (each.record for each in reviewed.claims.values()))
    others = outside({entity_id: met for entity_id, met in named.items() if entity_id not in own})
    return ReleaseInput(
        version=version,
        settings=ws.settings,
        sources={citekey: read_source(ws, citekey) for citekey in keys},
        texts={citekey: text for citekey in keys if (text := read_text(ws, citekey))},
        layouts={citekey: layout for citekey in keys if (layout := read_layout(ws, citekey))},
        reviewed=reviewed,
        events=found.events,
        entities=[*entities, *others],
        identities={each.id: each for each in found.identities.joined},
        previous=_previous(ws, version),
        corpus={citekey: _hashes(ws, citekey) for citekey in keys},
        logs={path.relative_to(ws.decisions).as_posix(): LogMark.of(path.read_bytes()) for path in log_paths(ws)},
        tools=_tools(reviewed) | _gazetteer(others),
        unreviewed={**_unreviewed(reviewed), "joins": len(found.joins), "same": len(found.identities.proposals)},
        include_unreviewed=unreviewed,
    )


def releases(ws: Workspace) -> list[str]:
    """The versions of all releases in the workspace, from the lowest number to the highest."""
    return sorted((path.parent.name for path in ws.outputs.glob(f"*/{RECORD}")), key=_natural)


def _previous(ws: Workspace, version: str) -> dict[str, bytes] | None:
    """The files of the release before: the one that this version named when it was built first, else the newest."""
    before = {name: _named_previous(ws, name) for name in releases(ws)}
    if version in before:
        name = before[version]
    else:
        newest = [name for name in before if name not in before.values()]
        name = newest[-1] if newest else ""
    return read_folder(ws.release_dir(name)) or None if name else None


def _named_previous(ws: Workspace, version: str) -> str:
    path = ws.release_dir(version) / RECORD
    try:
        return str(json.loads(path.read_bytes())["previous"])
    except (ValueError, KeyError, TypeError):
        raise RegestaError(
            Finding(
                code="release.record",
                what="does not say which release came before it",
                path=ws.relative(path),
                remedy="Restore the release from git, or delete its folder.",
            )
        ) from None


def _natural(version: str) -> list[tuple[int, str]]:
    """A key that puts 1.10 after 1.9."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.findall(r"[0-9]+|[^0-9]+", version)]


def _hashes(ws: Workspace, citekey: str) -> CorpusHashes:
    home = ws.source_dir(citekey)
    original = original_path(ws, citekey)
    return CorpusHashes(
        original=sha256_of(original) if original else "",
        source_json=sha256_of(home / "source.json"),
        text=sha256_of(home / "text.txt"),
        layout=sha256_of(home / "layout.jsonl"),
    )


def _unreviewed(reviewed: Reviewed) -> dict[str, int]:
    """How many proposals nobody has settled, by kind."""

    def waiting(statuses: Iterable[str]) -> int:
        return sum(status not in ("accepted", "rejected") for status in statuses)

    asked = (each.status for each in reviewed.mentions.values() if each.record.label in REVIEWED_LABELS)
    return {"mentions": waiting(asked), "claims": waiting(each.status for each in reviewed.claims.values())}


def _tools(reviewed: Reviewed) -> dict[str, str]:
    """The versions of the program and of all that proposed what was reviewed: of the records, not of this machine."""
    makers = [each.record.by for each in reviewed.claims.values() if each.decisions]
    makers += [mention.by for mention in reviewed.cited.values()]
    versions: dict[str, set[str]] = {}
    for by in makers:
        if by.version:
            versions.setdefault(by.component, set()).add(by.version)
    return {"regesta": __version__, **{name: ", ".join(sorted(found)) for name, found in sorted(versions.items())}}


def _gazetteer(others: Iterable[Entity]) -> dict[str, str]:
    """The version of the gazetteer, where a place of it is named: its labels and coordinates come from there."""
    return {"gazetteer": version()} if any(entity.id.startswith(PREFIX) for entity in others) else {}


def _stands_already(named: str, differing: list[str]) -> Finding:
    return Finding(
        code="release.exists",
        what=f"the release stands already, and {counted(len(differing), 'file')} would differ: {', '.join(differing)}",
        path=named,
        why="What was published once should not change under its name.",
        remedy="Give the new state a new version, or say --replace.",
    )
