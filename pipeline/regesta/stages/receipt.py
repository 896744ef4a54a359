"""What the work on one source left behind: files in the cache, named by content, and a receipt that lists them."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import msgspec

from regesta.errors import Finding
from regesta.model.ids import sha256_hex
from regesta.workspace.replace import write_synced


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """Proof of work: which stage, on which source, from what (the key), and the sha256 of each file that it made."""

    stage: str
    source: str
    key: str
    outputs: dict[str, str]
    findings: list[Finding] = []


def key_of(*parts: object) -> str:
    """The name of a piece of work: a hash of all that its result depends on."""
    return sha256_hex(msgspec.json.encode(parts))


def output_path(cache: Path, stage: str, key: str, name: str) -> Path:
    """Where the cache keeps one file of a piece of work."""
    return cache / "cache" / stage / key[:2] / f"{key}.{name}"


def store(
    cache: Path, stage: str, source: str, key: str, outputs: Mapping[str, bytes], findings: Sequence[Finding] = ()
) -> Receipt:
    """Writes the files of a piece of work, and last its receipt, so that a receipt stands for whole files."""
    receipt = Receipt(
        stage=stage,
        source=source,
        key=key,
        outputs={name: sha256_hex(data) for name, data in sorted(outputs.items())},
        findings=list(findings),
    )
    for name, data in sorted(outputs.items()):
        _put(output_path(cache, stage, key, name), data)
    _put(output_path(cache, stage, key, "receipt"), msgspec.json.encode(receipt))
    return receipt


def cached(cache: Path, stage: str, key: str) -> Receipt | None:
    """The receipt of work that was done before, if each of its files still holds what it says."""
    try:
        receipt = msgspec.json.decode(output_path(cache, stage, key, "receipt").read_bytes(), type=Receipt)
        whole = all(
            sha256_hex(output_path(cache, stage, key, name).read_bytes()) == sha256
            for name, sha256 in receipt.outputs.items()
        )
    except (OSError, msgspec.DecodeError):
        return None
    return receipt if whole else None


def install(cache: Path, receipt: Receipt, name: str, target: Path) -> None:
    """Puts a file of the cache where it belongs, in one step; a hard link where the file system can, else a copy."""
    made = output_path(cache, receipt.stage, receipt.key, name)
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.tmp")
    temporary.unlink(missing_ok=True)
    try:
        temporary.hardlink_to(made)
    except OSError:
        write_synced(temporary, made.read_bytes())
    temporary.replace(target)
    temporary.unlink(missing_ok=True)  # it stays where both are links to one file already


def prune(cache: Path, keep: Collection[str]) -> None:
    """Removes from the cache what no key in `keep` names; what it held can be made again."""
    for path in (cache / "cache").glob("*/??/*"):
        if path.name.partition(".")[0] not in keep:
            path.unlink(missing_ok=True)


def _put(path: Path, data: bytes) -> None:
    """Writes a file of the cache in one step; whoever does the same work at the same time writes the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    write_synced(temporary, data)
    temporary.replace(path)
