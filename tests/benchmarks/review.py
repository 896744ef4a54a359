"""What a review costs: `python tests/benchmarks/review.py [MENTIONS]`, CPU milliseconds and resident memory.

Opens workspaces with one source of 10, 1,000, 10,000 and 100,000 mentions (or as many as asked for), each in a process
of its own, and answers 300 of them: how long the next item takes with its excerpt, its memory and its digest; how long
a decision takes with its fsync; what the session holds in memory. Then once more with all of them decided in the log.
"""

from __future__ import annotations

import gc
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from regesta.anchor.drafts import Draft, mentions
from regesta.model.ids import sha256_hex
from regesta.model.mention import By, Mention
from regesta.model.source import Source, SourceText
from regesta.review.act import draft, target
from regesta.review.decide import answer
from regesta.review.memory import recollection
from regesta.review.queue import Wanted
from regesta.review.session import Reviewer
from regesta.stages.reviewing import opened
from regesta.workspace.init import init
from regesta.workspace.jsonl import read_records, write_records
from regesta.workspace.logs import LogWriter
from regesta.workspace.workspace import Workspace

SENTENCE = (
    "On 6 December 1939 {first} {last} met officers of both services in Zakopane, and the Gestapo wrote it down.\n\n"
)
SOURCE = "kowal1951"
ANSWERS = 300
WHO = Reviewer(name="anna", device="desk", now=lambda: "2026-01-01T00:00:00Z")


def workspace(folder: Path, count: int) -> Workspace:
    """A workspace with one source in which so many mentions are proposed: dates, people, places and organisations."""
    init(folder, "Costs")
    ws = Workspace.open(folder)
    text, drafts = [], []
    at = 0
    for number in range(-(-count // 4)):
        first, last = f"Jan{number % 97}", f"Kowal{number % 1009}"
        line = SENTENCE.format(first=first, last=last)
        said = [("6 December 1939", "DATE", "1939-12-06"), (f"{first} {last}", "PERSON", f"person:{last.lower()}")]
        said += [("Zakopane", "PLACE", "place:zakopane"), ("Gestapo", "ORG", "org:gestapo")]
        for words, label, value in said:
            start = at + line.index(words)
            by = By(component="rules", version="1", score=0.8)
            drafts.append(Draft(start=start, end=start + len(words), label=label, value=value, by=by))
        text.append(line)
        at += len(line)
    whole = "".join(text)
    record = SourceText(sha256=sha256_hex(whole.encode()), chars=len(whole), reader="text", version="1")
    folder = ws.source_dir(SOURCE)
    folder.mkdir(parents=True)
    (folder / "text.txt").write_bytes(whole.encode())
    (folder / "source.json").write_bytes(msgspec.json.encode(Source(id=SOURCE, csl={"id": SOURCE}, text=record)))
    ws.mentions_path(SOURCE).parent.mkdir(parents=True)
    ws.mentions_path(SOURCE).write_bytes(write_records(mentions(SOURCE, whole, [], drafts[:count])))
    return ws


def decide_all(ws: Workspace) -> None:
    """Puts a decision of another reviewer about each mention into a log."""
    made = [
        draft(answer("accept", target(each)), "ben", "desk", "2026-01-01T00:00:00Z")
        for each in read_records(ws.mentions_path(SOURCE), Mention)
    ]
    LogWriter(ws, "ben", "desk").append_all(made)


def resident() -> float:
    """The memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def measure(ws: Workspace, everything: bool) -> dict[str, float]:
    """What opening, the next item and a decision cost in this process."""
    started = time.process_time()
    session = opened(ws, Wanted(sources=(SOURCE,), everything=everything), WHO).session
    cost = {"open": (time.process_time() - started) * 1000}
    started = time.process_time()
    if session.current is not None:
        recollection(session, session.current)
    cost["first"] = (time.process_time() - started) * 1000
    cost["MB"] = resident()
    shown, saved = [], []
    gc.collect()
    for number in range(min(ANSWERS, session.counts.left - 1)):
        started = time.process_time()
        session.accept() if number % 3 else session.reject()
        saved.append(time.process_time() - started)
        started = time.process_time()
        item = session.current
        assert item is not None
        session.excerpt(item)
        recollection(session, item)
        session.check(item.digest)
        shown.append(time.process_time() - started)
    cost["next"] = statistics.median(shown) * 1000
    cost["next 99%"] = sorted(shown)[int(len(shown) * 0.99)] * 1000
    cost["decision"] = statistics.median(saved) * 1000
    cost["decision 99%"] = sorted(saved)[int(len(saved) * 0.99)] * 1000
    return cost


def main(arguments: list[str]) -> None:
    """Runs the benchmark, each size in a process of its own."""
    if arguments[:1] == ["-one"]:
        cost = measure(Workspace.open(Path(arguments[1])), arguments[2] == "decided")
        print(" ".join(f"{name} {spent:.2f}," for name, spent in cost.items()).rstrip(","))
        return
    for count in [int(each) for each in arguments] or [10, 1_000, 10_000, 100_000]:
        folder = Path(tempfile.mkdtemp(prefix="review-cost-"))
        try:
            ws = workspace(folder, count)
            for state in ("open", "decided"):
                if state == "decided":
                    shutil.rmtree(ws.decisions)
                    decide_all(ws)
                command = [sys.executable, __file__, "-one", str(folder), state]
                said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
                print(f"{count:7,} mentions, all {state:8}: {said.strip()}")
        finally:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main(sys.argv[1:])
