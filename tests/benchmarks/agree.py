"""How long `agree` and `assign` take on a large workspace. Prints CPU seconds.

python tests/benchmarks/agree.py [DECISIONS [SOURCES]]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import msgspec

from regesta.anchor.drafts import Draft, mentions
from regesta.model.chain import identified
from regesta.model.codec import encode
from regesta.model.ids import sha256_hex
from regesta.model.mention import By
from regesta.model.source import Source, SourceText
from regesta.review.act import draft, target
from regesta.review.decide import answer
from regesta.stages.agree import agree
from regesta.stages.assign import Plan, assign
from regesta.workspace.init import init
from regesta.workspace.jsonl import write_records
from regesta.workspace.workspace import Workspace

WORDS = "On {day} December 1939 the officers met in Zakopane once more. "


def workspace(root: Path, sources: int, mentions_each: int) -> Workspace:
    """A workspace of so many sources with so many proposals each."""
    init(root, "Benchmark")
    ws = Workspace.open(root)
    by = By(component="rules", version="1")
    ws.mentions_path("x").parent.mkdir(parents=True)
    for number in range(sources):
        name = f"source-{number:05d}"
        pieces, spans, at = [], [], 0
        for each in range(mentions_each // 2):
            words = WORDS.format(day=each % 31 + 1)
            date, place = words.index("Dec") - 3, words.index("Zak")
            spans.append(Draft(start=at + date, end=at + date + 16, label="DATE", value="1939-12", by=by))
            spans.append(Draft(start=at + place, end=at + place + 8, label="PLACE", value="place:zakopane", by=by))
            pieces.append(words)
            at += len(words)
        text = "".join(pieces)
        folder = ws.source_dir(name)
        folder.mkdir(parents=True)
        record = SourceText(sha256=sha256_hex(text.encode()), chars=len(text), reader="text", version="1")
        (folder / "source.json").write_bytes(msgspec.json.encode(Source(id=name, csl={"id": name}, text=record)))
        (folder / "text.txt").write_bytes(text.encode())
        ws.mentions_path(name).write_bytes(write_records(mentions(name, text, [], spans)))
    return ws


def decide(ws: Workspace, reviewer: str, often: int) -> int:
    """Answers every proposal; each so manieth is rejected. Gives how many."""
    from regesta.model.mention import Mention
    from regesta.workspace.jsonl import read_records

    lines: list[bytes] = []
    prev = ""
    for path in sorted(ws.mentions_path("x").parent.glob("*.jsonl")):
        for mention in read_records(path, Mention):
            number = len(lines) + 1
            given = "reject" if number % often == 0 else "accept"
            bare = draft(answer(given, target(mention)), reviewer, "laptop", "1970-01-01T00:00:00Z")
            lines.append(encode(identified(msgspec.structs.replace(bare, seq=number, clock=number, prev=prev))))
            prev = sha256_hex(lines[-1])
    log = ws.decisions / reviewer / "laptop.jsonl"
    log.parent.mkdir(parents=True)
    log.write_bytes(b"".join(line + b"\n" for line in lines))
    return len(lines)


def main() -> None:
    """Prints what each of the two costs."""
    decisions = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    sources = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        ws = workspace(Path(folder) / "few", 100, decisions // 200)
        number = decide(ws, "anna", 7) + decide(ws, "ben", 5)
        start = time.process_time()
        found, _ = agree(ws, [], [])
        print(f"agree: {number} decisions, {found.pairs[0].all.units} units: {time.process_time() - start:.1f} CPU s")
        ws = workspace(Path(folder) / "many", sources, 10)
        for by in ("mentions", "characters"):
            start = time.process_time()
            made = assign(ws, Plan(reviewers=["anna", "ben", "carla"], overlap=0.2, by=by))
            seconds = time.process_time() - start
            print(f"assign by {by}: {len(made.made)} of {sources} sources: {seconds:.1f} CPU s")


if __name__ == "__main__":
    main()
