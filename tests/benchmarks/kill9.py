"""What kill -9 does to a review: `python tests/benchmarks/kill9.py [KILLS]`.

In one workspace, KILLS times in a row (1,000 unless told otherwise), a child runs `regesta review --plain` over a pipe
and answers with notes of 5 kB as fast as it can, until it is killed at a random moment. Then the log's last line is cut
at each of its bytes, and written on. An answer whose `saved, line N` was read must stand in the log, once, at its line,
and the child after the last kill must still be able to answer.
"""

from __future__ import annotations

import os
import random
import re
import select
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import msgspec

from regesta.anchor.drafts import Draft, mentions
from regesta.cli import regesta
from regesta.cli import review as _review  # noqa: F401  (imported before the fork, not a thousand times after it)
from regesta.model.chain import check_chain
from regesta.model.decision import Decision
from regesta.model.ids import sha256_hex
from regesta.model.mention import By
from regesta.model.source import Source, SourceText
from regesta.workspace.init import init
from regesta.workspace.jsonl import split_lines, write_records
from regesta.workspace.logs import LogWriter, read_log
from regesta.workspace.workspace import Workspace

TEXT = "The two offices met in Zakopane on 6 December 1939.\n"
SOURCE = "kowal1951"
NOTE_BYTES = 5_000
#: A child is killed within this many seconds of its first question.
LONGEST = 0.1
_REPLY = re.compile(rb"^(?:saved, line (\d+): |Not done|there is nothing to take back|NOT SAVED)", re.MULTILINE)


class Trial(msgspec.Struct):
    """What came of the kills: answers that were acknowledged (line to number), and what is wrong."""

    acknowledged: dict[int, int] = {}
    asked: int = 0
    torn: int = 0
    faults: list[str] = []

    def acknowledge(self, line: int) -> None:
        """Notes that the answer which was asked last is said to stand at a line."""
        if line in self.acknowledged:
            self.faults.append(f"line {line} was acknowledged twice")
        self.acknowledged[line] = self.asked


#: One life of a child: the workspace, the trial, the file for its errors, and how many seconds it has.
Life = Callable[[Workspace, Trial, Path, float], None]


def workspace(folder: Path) -> Workspace:
    """A workspace with one place to decide about."""
    init(folder, "Kill -9")
    ws = Workspace.open(folder)
    at = TEXT.index("Zakopane")
    draft = Draft(start=at, end=at + 8, label="PLACE", value="place:zakopane", by=By(component="rules"))
    text = SourceText(sha256=sha256_hex(TEXT.encode()), chars=len(TEXT), reader="text", version="1")
    ws.source_dir(SOURCE).mkdir(parents=True)
    (ws.source_dir(SOURCE) / "text.txt").write_bytes(TEXT.encode())
    source = Source(id=SOURCE, csl={"id": SOURCE}, text=text)
    (ws.source_dir(SOURCE) / "source.json").write_bytes(msgspec.json.encode(source))
    ws.mentions_path(SOURCE).parent.mkdir(parents=True)
    ws.mentions_path(SOURCE).write_bytes(write_records(mentions(SOURCE, TEXT, [], [draft])))
    return ws


def log_of(ws: Workspace) -> Path:
    """The reviewer's log."""
    return next(ws.decisions.glob("anna/*.jsonl"))


def kill_again_and_again(
    ws: Workspace, kills: int, seed: int, last: float = 5, life: Life | None = None, longest: float = LONGEST
) -> Trial:
    """Kills a reviewing child so many times, and one more after `last` seconds; compares the log with what it said.

    `life` is one such child: it answers, is killed after so many seconds, and notes what was acknowledged.
    """
    chance = random.Random(seed)
    trial = Trial()
    errors = ws.root / "errors.txt"
    one_life = life or _one_life
    for _ in range(kills):
        one_life(ws, trial, errors, chance.uniform(0, longest))
    before = len(trial.acknowledged)
    one_life(ws, trial, errors, last)
    if len(trial.acknowledged) == before:
        trial.faults.append("after the last kill no answer was acknowledged")
    trial.torn = sum(each.read_bytes().count(b"\n") for each in log_of(ws).parent.glob("*.torn"))
    compare(ws, trial)
    return trial


def _one_life(ws: Workspace, trial: Trial, errors: Path, seconds: float) -> None:
    pid, answers, said = child(ws, errors, "--plain", "--all")
    heard = b""
    deadline: float | None = None
    waiting = False
    while True:
        left = 60.0 if deadline is None else max(0.0, deadline - time.monotonic())
        if deadline is not None and not left:
            break
        if select.select([said], [], [], left)[0]:
            more = os.read(said, 65_536)
            if not more:
                break
            heard += more
        if deadline is None and (b"proposed by" in heard or b"Nothing waits" in heard):
            deadline = time.monotonic() + seconds
        heard, replied = _heard(heard, trial)
        if replied or (deadline is not None and not waiting):
            trial.asked += 1
            waiting = True
            os.write(answers, _answer(trial.asked))
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    while more := os.read(said, 65_536):
        heard += more
    _heard(heard, trial)
    os.close(answers)
    os.close(said)


def _heard(heard: bytes, trial: Trial) -> tuple[bytes, bool]:
    """Notes what was acknowledged; gives what is left to understand, and whether there was a reply."""
    end = heard.rfind(b"\n") + 1
    found = list(_REPLY.finditer(heard, 0, end))
    for each in found:
        line = int(each[1] or 0)
        if each[0] == b"NOT SAVED":
            trial.faults.append(f"answer {trial.asked} was not saved")
        if not line:
            continue
        trial.acknowledge(line)
    return heard[end:] if found else heard, bool(found)


def _answer(number: int) -> bytes:
    note = f"{number}:".encode() + bytes(33 + (number * 31 + at) % 57 for at in range(NOTE_BYTES))
    word = b"note " if number % 3 == 0 else b"accept note=" if number % 3 == 1 else b"undo note="
    shown = note.replace(b'"', b"'").replace(b"\\", b"/")
    return word + (shown if number % 3 == 0 else b'"' + shown + b'"') + b"\n"


def child(ws: Workspace, errors: Path, *options: str) -> tuple[int, int, int]:
    """A reviewing child: its process, the pipe that it reads answers from, and the one that it speaks into."""
    read_answers, answers = os.pipe()
    said, write_said = os.pipe()
    pid = os.fork()
    if pid:
        os.close(read_answers)
        os.close(write_said)
        return pid, answers, said
    try:
        os.close(answers)
        os.close(said)
        os.dup2(read_answers, 0)
        os.dup2(write_said, 1)
        os.dup2(os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_APPEND), 2)
        sys.stdin, sys.stdout, sys.stderr = (os.fdopen(number, mode) for number, mode in ((0, "r"), (1, "w"), (2, "w")))
        command = ["-C", str(ws.root), "review", *options, "--as", "anna"]
        regesta.main(command, standalone_mode=False)
    finally:
        os._exit(1)


def compare(ws: Workspace, trial: Trial) -> None:
    """Each acknowledged answer stands in the log, once, at its line; the log is a whole chain but for a torn end."""
    path = log_of(ws)
    data = path.read_bytes()
    lines = split_lines(data[: data.rfind(b"\n") + 1])
    decisions, findings = read_log(path, path.name)
    trial.faults += [str(finding) for finding in findings if finding.code != "log.torn"]
    trial.faults += [str(finding) for finding in check_chain(lines, path.name)]
    numbers = {decision.seq: decision.note.partition(":")[0] for decision in decisions}
    for line, number in trial.acknowledged.items():
        if numbers.get(line) != str(number):
            trial.faults.append(f"answer {number} was acknowledged at line {line}, where {numbers.get(line)} stands")
    for number, times in Counter(numbers.values()).items():
        if times > 1:
            trial.faults.append(f"answer {number} stands in the log {times} times")


def cut_everywhere(log: Path, folder: Path, lines: int = 3) -> tuple[int, list[str]]:
    """Cuts the last of a log's first lines at each of its bytes and writes on; gives how many cuts, and the faults."""
    whole = split_lines(log.read_bytes())[:lines]
    head, last = b"".join(line + b"\n" for line in whole[:-1]), whole[-1]
    decision = msgspec.json.decode(last, type=Decision)
    faults: list[str] = []
    init(folder, "Cut")
    ws = Workspace.open(folder)
    for cut in range(len(last) + 1):
        faults += [f"cut at byte {cut}: {fault}" for fault in _cut(ws, head, last, cut, decision)]
    return len(last) + 1, faults


def _cut(ws: Workspace, head: bytes, last: bytes, cut: int, decision: Decision) -> list[str]:
    writer = LogWriter(ws, "anna", "desk")
    writer.path.parent.mkdir(parents=True, exist_ok=True)
    writer.path.write_bytes(head + last[:cut])
    saved = writer.append(decision)
    lines = split_lines(writer.path.read_bytes())
    kept = split_lines(head) + ([last] if cut == len(last) else [])
    faults = [finding.what for finding in check_chain(lines, "log")]
    if lines[:-1] != kept or saved.seq != len(lines):
        faults.append("lines are lost or changed")
    torn = 0 < cut < len(last)
    expected = ["log.torn"] if torn else ["log.newline"] if cut else []
    if [finding.code for finding in writer.findings] != expected:
        faults.append(f"reported {[finding.code for finding in writer.findings]}, not {expected}")
    aside = writer.path.with_name(writer.path.name + ".torn")
    if torn and aside.read_bytes() != last[:cut] + b"\n":
        faults.append("what was torn off was not set aside")
    aside.unlink(missing_ok=True)
    return faults


def main(arguments: list[str]) -> int:
    """Runs the benchmark; 0 where no acknowledged answer was lost."""
    kills = int(arguments[0]) if arguments else 1_000
    seed = int(arguments[1]) if len(arguments) > 1 else 1
    folder = Path(tempfile.mkdtemp(prefix="kill9-"))
    try:
        ws = workspace(folder / "review")
        began = time.monotonic()
        trial = kill_again_and_again(ws, kills, seed)
        print(f"{kills} kills, {said(trial)}, {time.monotonic() - began:.0f} s")
        cuts, faults = cut_everywhere(log_of(ws), folder / "cut")
        print(f"{cuts} cuts of a log's last line")
    finally:
        shutil.rmtree(folder)
    return verdict([*faults, *trial.faults])


def said(trial: Trial) -> str:
    """What a trial came to, in words."""
    return f"{trial.asked} answers given, {len(trial.acknowledged)} acknowledged, {trial.torn} torn lines set aside"


def verdict(faults: list[str]) -> int:
    """Prints the faults; 0 where there are none."""
    print(f"{len(faults)} faults")
    for fault in faults[:20]:
        print(f"  {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
