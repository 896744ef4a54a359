"""The files that somebody offers: named one by one, as folders, or as patterns."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from regesta.errors import Finding, RegestaError
from regesta.model.ids import sha256_hex
from regesta.workspace.opening import read_foreign

_MAGIC = frozenset("*?[")


class Offered(msgspec.Struct, frozen=True, kw_only=True):
    """A file to take in: where it lies, what findings call it, and the sha256 of its bytes."""

    path: Path
    shown: str
    sha256: str

    @property
    def name(self) -> str:
        """The name that the file was received under, as records write it, in NFC (macOS takes it apart)."""
        return unicodedata.normalize("NFC", _written(self.path.name))


def offered_paths(arguments: Sequence[str], leave_out: Iterable[Path] = ()) -> tuple[list[Path], list[Finding]]:
    """The files behind the arguments, each once, in the order given; what is in a folder or a pattern is sorted.

    Hidden files in folders are left out, and so is what `leave_out` names: files, and folders with all that is in
    them. An argument behind which there is nothing is a finding.
    """
    found: dict[Path, None] = {}
    findings = []
    skip = {path.resolve() for path in leave_out}
    for argument in arguments:
        paths = _behind(argument)
        if not paths:
            findings.append(_nothing(argument))
        found.update((path, None) for path in paths if skip.isdisjoint(_with_parents(path)))
    return list(found), findings


def look_at(paths: Iterable[Path], megabytes: int) -> tuple[list[Offered], list[Finding]]:
    """The files that can be opened, with the hash of their bytes, and findings for the others."""
    files: list[Offered] = []
    findings: list[Finding] = []
    for path in paths:
        try:
            files.append(
                Offered(path=path, shown=_written(str(path)), sha256=sha256_hex(read_foreign(path, megabytes)))
            )
        except RegestaError as error:
            findings.append(error.finding)
    return files, findings


def _behind(argument: str) -> list[Path]:
    path = Path(argument)
    if path.is_dir() and not path.is_symlink():
        return _in_folder(path)
    if os.path.lexists(path):
        return [path]
    if _MAGIC & set(argument):
        base = Path(path.anchor) if path.is_absolute() else Path()
        matches = sorted(base.glob(str(path.relative_to(path.anchor))))
        return [found for match in matches for found in (_in_folder(match) if match.is_dir() else [match])]
    return []


def _in_folder(folder: Path) -> list[Path]:
    paths = []
    for home, inner, names in os.walk(folder):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        paths += [Path(home, name) for name in sorted(names) if not name.startswith(".")]
    return paths


def _with_parents(path: Path) -> set[Path]:
    """The file and all folders that it lies in."""
    whole = path.resolve()
    return {whole, *whole.parents}


def _written(name: str) -> str:
    """A file's name as UTF-8 can have it: bytes that are none are written out, such as those of another encoding."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _nothing(argument: str) -> Finding:
    return Finding(
        code="ingest.nothing",
        what="there is no such file, and no file that the pattern or folder holds",
        path=argument,
        remedy="Check the name; patterns are `*.pdf` or `letters/**/*.txt`.",
    )
