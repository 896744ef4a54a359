"""The decision logs: one file a reviewer and device, so that two people never write to the same one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from regesta.errors import Finding, RegestaError
from regesta.model.chain import REMEDY, check_chain, identified, links_hold
from regesta.model.codec import CodecError, decode, encode
from regesta.model.decision import Decision
from regesta.model.folder_name import folder_name
from regesta.model.ids import sha256_hex
from regesta.workspace.append import append_lines, repair_tail
from regesta.workspace.jsonl import bad_line, split_lines
from regesta.workspace.lock import locked
from regesta.workspace.workspace import Workspace


def log_paths(ws: Workspace) -> list[Path]:
    """All logs of the workspace, sorted. Each request of the page asks, so that it must cost next to nothing."""
    found = []
    for folder in _listed(ws.decisions):
        if folder.is_dir():
            found += [Path(log.path) for log in _listed(folder.path) if log.name.endswith(".jsonl")]
    return sorted(found)


def _listed(folder: Path | str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except (FileNotFoundError, NotADirectoryError):
        return []


def read_decisions(ws: Workspace) -> tuple[list[Decision], list[Finding]]:
    """The decisions of all logs, log by log, and a finding for each line that cannot be read."""
    decisions: list[Decision] = []
    findings: list[Finding] = []
    for path in log_paths(ws):
        found, bad = read_log(path, ws.relative(path))
        decisions += found
        findings += bad
    return decisions, findings


def read_log(path: Path, name: str) -> tuple[list[Decision], list[Finding]]:
    """The decisions of one log, and a finding for each line that cannot be read; `name` is the path to print.

    A torn last line is a warning: it was never acknowledged, and the next append sets it aside.
    """
    with path.open("rb") as file:
        return parse_log(file, name)


def parse_log(lines: Iterable[bytes], name: str, before: int = 0) -> tuple[list[Decision], list[Finding]]:
    """The decisions in lines of a log (with their ends) after its first `before` ones; findings as of `read_log`."""
    decisions: list[Decision] = []
    findings: list[Finding] = []
    for number, line in enumerate(lines, start=before + 1):
        try:
            decisions.append(decode(line.removesuffix(b"\n"), Decision))
        except CodecError as error:
            finding = _bad_line(name, number, str(error))
            if not line.endswith(b"\n"):
                finding = msgspec.structs.replace(
                    finding,
                    code="log.torn",
                    level="warning",
                    what="the last line is torn; it had not been acknowledged",
                    remedy="The next review sets it aside.",
                )
            findings.append(finding)
    return decisions, findings


def broken_chains(ws: Workspace) -> list[Finding]:
    """What shows that a log was edited: a line that names another than the one before, or is not what it was.

    A log whose links hold is not looked at more closely, so that this can be asked whenever the logs are read.
    """
    return [
        finding
        for path in log_paths(ws)
        if not links_hold(lines := _whole_lines(path.read_bytes()))
        for finding in check_chain(lines, ws.relative(path))
        if finding.code != "log.line"  # whoever reads the log says that already
    ]


def _whole_lines(data: bytes) -> list[bytes]:
    """The lines of a log, without a torn one at its end."""
    return split_lines(data[: data.rfind(b"\n") + 1])


class LogWriter:
    """Appends decisions to one reviewer's log on one device."""

    def __init__(self, ws: Workspace, reviewer: str, device: str) -> None:
        self.ws = ws
        self.path = ws.decisions / folder_name(reviewer) / f"{folder_name(device)}.jsonl"
        self.findings: list[Finding] = []
        self._lock = ws.cache / "locks" / f"{self.path.parent.name}--{self.path.stem}.lock"
        self._holds = 0
        self._tail: tuple[int, int, int, str] | None = None
        self._others: dict[Path, tuple[int, int]] = {}

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keeps other processes from this log while the block runs; inside it, `append` takes no lock of its own."""
        if self._holds:
            yield
            return
        with locked(self._lock):
            self._holds += 1
            try:
                yield
            finally:
                self._holds -= 1

    def append(self, draft: Decision) -> Decision:
        """The decision as it now stands on disk, with its number, clock, link and id.

        Raises RegestaError if it was not saved. What had to be mended in the log first is in `findings`.
        """
        return self.append_all([draft])[0]

    def append_all(self, drafts: Sequence[Decision]) -> list[Decision]:
        """The decisions of one act as they now stand on disk, with one fsync; none is acknowledged before all are."""
        if not drafts:
            return []
        with self.held():
            seq, own_clock, prev = self._last()
            clock = max([own_clock, *self._other_clocks()])
            made, lines = [], []
            for number, draft in enumerate(drafts, start=1):
                placed = msgspec.structs.replace(draft, seq=seq + number, clock=clock + number, prev=prev)
                decision = identified(placed)
                line = encode(decision)
                decode(line, Decision)
                made.append(decision)
                lines.append(line)
                prev = sha256_hex(line)
            append_lines(self.path, lines)
            self._tail = (self.path.stat().st_size, made[-1].seq, made[-1].clock, prev)
        return made

    def mend(self) -> None:
        """Sets aside what a killed process left torn at the end of this log, and ends what it left without an end."""
        with self.held():
            self._last()

    def _last(self) -> tuple[int, int, str]:
        """Number, clock and hash of the log's last line; read again only if somebody else has written to it."""
        size = self.path.stat().st_size if self.path.exists() else 0
        if self._tail is None or self._tail[0] != size:
            finding = repair_tail(self.path, _is_decision)
            if finding:
                self.findings.append(finding)
            self._tail = _read_tail(self.path)
        return self._tail[1:]

    def _other_clocks(self) -> list[int]:
        clocks = []
        for path in log_paths(self.ws):
            if path == self.path:
                continue
            size = path.stat().st_size
            if self._others.get(path, (-1, 0))[0] != size:
                self._others[path] = (size, _last_clock(path))
            clocks.append(self._others[path][1])
        return clocks


def _is_decision(line: bytes) -> bool:
    try:
        decode(line, Decision)
    except CodecError:
        return False
    return True


def _read_tail(path: Path) -> tuple[int, int, int, str]:
    data = path.read_bytes() if path.exists() else b""
    lines = split_lines(data)
    if not lines:
        return len(data), 0, 0, ""
    try:
        last = decode(lines[-1], Decision)
    except CodecError as error:
        raise RegestaError(_bad_line(str(path), len(lines), str(error))) from None
    return len(data), last.seq, last.clock, sha256_hex(lines[-1])


def _last_clock(path: Path) -> int:
    """The highest clock of another log; clocks only rise, so the last line that can be read has it."""
    for line in reversed(split_lines(path.read_bytes())):
        if _is_decision(line):
            return decode(line, Decision).clock
    return 0


def _bad_line(path: str, number: int, why: str) -> Finding:
    """The finding for a line of a log that cannot be read; mending it by hand would only break the chain."""
    return msgspec.structs.replace(bad_line(path, number, why), code="log.line", remedy=REMEDY)
