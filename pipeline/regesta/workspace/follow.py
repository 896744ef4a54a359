"""Following the logs: what was appended since they were last read, by whichever process, reviewer or git merge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from regesta.errors import Finding
from regesta.model.decision import Decision
from regesta.workspace.logs import log_paths, parse_log
from regesta.workspace.workspace import Workspace


class LogFollower:
    """Reads all logs of a workspace, and afterwards only what has been added; costs a `stat` a log where nothing was.

    A log that has become shorter was replaced, by git or by hand, and is read again as a whole: decisions are known
    by their ids, so those that were taken in before change nothing.
    """

    def __init__(self, ws: Workspace) -> None:
        self.ws = ws
        self.findings: list[Finding] = []
        self._read_to: dict[Path, int] = {}
        self._lines: dict[Path, int] = {}

    def news(self) -> list[Decision]:
        """The decisions that have been written since the last call, log by log; all of them at the first."""
        found: list[Decision] = []
        for path in log_paths(self.ws):
            size = path.stat().st_size
            done = self._read_to.get(path, 0)
            if size < done:
                done = self._read_to[path] = self._lines[path] = 0
            if size > done:
                found += self._more(path, done)
        return found

    def skip(self, path: Path, lines: int) -> None:
        """Counts what this process has just appended itself as read."""
        self._read_to[path] = path.stat().st_size
        self._lines[path] = self._lines.get(path, 0) + lines

    def _more(self, path: Path, done: int) -> list[Decision]:
        before = self._lines.get(path, 0)
        with path.open("rb") as file:
            file.seek(done)
            decisions, bad = parse_log(self._counted(path, file, done), self.ws.relative(path), before)
        self.findings += bad
        return decisions

    def _counted(self, path: Path, lines: Iterable[bytes], done: int) -> Iterator[bytes]:
        """The lines, counted as read.

        One without an end is still being written, or torn: the next call or the next append sees to it. Only at the
        first reading is it handed on, so that it is said, as by whoever reads a log.
        """
        for line in lines:
            if line.endswith(b"\n"):
                self._read_to[path] = self._read_to.get(path, 0) + len(line)
                self._lines[path] = self._lines.get(path, 0) + 1
            elif done:
                return
            yield line
