"""What a run with nothing to do costs: `python tests/benchmarks/idle.py [SOURCES]`.

Makes a workspace with so many small sources (10,000 if not said), each with its text, mentions and claims as a run
would leave them, and measures the CPU seconds (user and system, the start of the interpreter included) of
`regesta run` over it. The bound is half a second.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec

from regesta.engine.run import Runner
from regesta.model.ids import sha256_hex
from regesta.model.source import Source, SourceFile, SourceText
from regesta.stages import extract, tag
from regesta.stages.decided import Decided
from regesta.stages.per_source import Plan
from regesta.stages.recheck import recheck
from regesta.stages.state import Details, Made, save
from regesta.stages.survey import Survey
from regesta.workspace.init import init
from regesta.workspace.workspace import Workspace

BOUND = 0.5
RUNS = 5


def make(ws: Workspace, number: int) -> None:
    """One source of two sentences, as ingest leaves it."""
    citekey = f"letter-{number:05}"
    text = f"Letter {number} was written on {number % 28 + 1} March {1800 + number % 140}. It was never answered.\n"
    data = text.encode("utf-8")
    source = Source(
        id=citekey,
        csl={"id": citekey, "type": "personal_communication", "title": f"Letter {number}"},
        file=SourceFile(name=f"{citekey}.txt", sha256=sha256_hex(data), bytes=len(data), media_type="text/plain"),
        text=SourceText(sha256=sha256_hex(data), chars=len(text), reader="plain", version="1", encoding="utf-8"),
    )
    home = ws.source_dir(citekey)
    home.mkdir()
    (home / "original.txt").write_bytes(data)
    (home / "text.txt").write_bytes(data)
    (home / "source.json").write_bytes(msgspec.json.format(msgspec.json.encode(source), indent=2))


def pretend(ws: Workspace) -> None:
    """Puts empty mentions and claims in place and remembers them as made, since what they hold costs a run nothing."""
    for folder in (ws.mentions_path("x").parent, ws.claims_path("x").parent):
        folder.mkdir()
    survey = Survey(ws, Details())
    with Runner(1) as runner:
        recheck(ws, survey, runner, lambda *_: None)
    _put(survey, tag.plan(ws, survey, Decided(ws), []))
    _put(survey, extract.plan(ws, survey, Decided(ws)))
    save(ws, survey.details, "", "")


def _put(survey: Survey, plan: Plan) -> None:
    for citekey, key in plan.keys.items():
        plan.target(citekey).write_bytes(b"")
        survey.refresh(citekey)
        known = survey.sources[citekey]
        known.made[plan.stage] = Made(key, [known.hashes[plan.slot]])


def cpu_seconds(command: list[str]) -> tuple[float, str]:
    """User and system seconds of a command and its children, and what it said."""
    before = os.times()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system, done.stderr


def main() -> int:
    """Measures and says so; 1 where the bound is missed."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        init(Path(folder), "Idle")
        ws = Workspace.open(Path(folder))
        for each in range(number):
            make(ws, each)
        pretend(ws)
        run = [sys.executable, "-m", "regesta", "-C", folder, "run"]
        first, said = cpu_seconds(run)
        print(f"first run: {first:.2f} CPU s: {' | '.join(said.split(chr(10)))}")
        costs = []
        for _ in range(RUNS):
            cost, said = cpu_seconds(run)
            assert "Nothing to do" in said, said
            costs.append(cost)
    print(f"nothing to do over {number:,} sources: {min(costs):.2f} to {max(costs):.2f} CPU s (bound: {BOUND})")
    return int(min(costs) > BOUND)


if __name__ == "__main__":
    sys.exit(main())
