"""What kill -9 does to the server of the review page: `python tests/benchmarks/kill9_server.py [KILLS] [SEED]`.

In one workspace, KILLS times in a row (150 unless told otherwise), `regesta review --serve` is started, entered with
its token and answered over HTTP as the page does it, with notes of 5 kB, until it is killed at a random
moment. Each answer whose `line` came back must stand in the log, once, at that line; the log must read, no lock may be
left behind, and the server after the last kill must still take answers.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import signal
import sys
import tempfile
import threading
import time
from contextlib import closing, suppress
from pathlib import Path

from kill9 import NOTE_BYTES, SOURCE, Trial, child, kill_again_and_again, said, verdict, workspace

from regesta.cli import review as _review  # noqa: F401  (imported before the fork)
from regesta.errors import RegestaError
from regesta.web import serve as _serve  # noqa: F401
from regesta.workspace.lock import locked
from regesta.workspace.workspace import Workspace

#: A server is killed within this many seconds of its first question.
LONGEST = 0.25
#: A server that has not answered within so many seconds will not do so.
PATIENCE = 30


class Page:
    """What the page does, without a browser: it enters, looks at the item, and posts answers to it."""

    def __init__(self, opened: str) -> None:
        host, _, way = opened.removeprefix("http://").partition("/")
        self.connection = http.client.HTTPConnection(host, timeout=PATIENCE)
        self.headers = {"Origin": f"http://{host}", "Content-Type": "application/json"}
        self.connection.request("GET", f"/{way}")
        answer = self.connection.getresponse()
        answer.read()
        self.headers["Cookie"] = answer.headers["Set-Cookie"].split(";")[0]

    def shown(self, source: str) -> tuple[str, str]:
        """The key and the digest of the one item, as the page shows it."""
        self.connection.request("GET", f"/read/{source}/1", headers=self.headers)
        body = self.connection.getresponse().read().decode()
        found = re.search(r'data-key="(mention:[^"]+)" data-digest="([0-9a-f]+)"', body)
        assert found, body
        return found[1], found[2]

    def act(self, **asked: object) -> dict[str, object]:
        """What the server says of an act."""
        self.connection.request("POST", "/act", json.dumps(asked), self.headers)
        told: dict[str, object] = json.loads(self.connection.getresponse().read())
        return told

    def close(self) -> None:
        """Leaves the server, dead or alive."""
        self.connection.close()


def kill_the_server(ws: Workspace, kills: int, seed: int, last: float = 3) -> Trial:
    """Kills a server so many times, and one more after `last` seconds; compares the log with what it said."""
    return kill_again_and_again(ws, kills, seed, last, _one_life, LONGEST)


def _one_life(ws: Workspace, trial: Trial, errors: Path, seconds: float) -> None:
    pid, answers, said = child(ws, errors, "--serve", "--all")
    killer = threading.Timer(seconds, os.kill, (pid, signal.SIGKILL))
    with os.fdopen(said, encoding="utf-8") as spoken, os.fdopen(answers, "wb"):
        with closing(Page(spoken.readline().strip())) as page:
            key, digest = page.shown(SOURCE)
            killer.start()
            # Until it is killed; what it had not said by then may be saved or not.
            with suppress(ConnectionError, http.client.HTTPException):
                while True:
                    trial.asked += 1
                    digest = _answer(trial, page, key, digest)
        killer.join()
        os.waitpid(pid, 0)
    for lock in (ws.cache / "locks").iterdir():
        try:
            with locked(lock, wait=False):
                pass
        except RegestaError as error:
            trial.faults.append(f"after a kill: {error}")


def _answer(trial: Trial, page: Page, key: str, digest: str) -> str:
    """Posts an answer, notes what was said of it, and gives the digest that the item has then."""
    note = f"{trial.asked}:".ljust(NOTE_BYTES, "x")
    told = page.act(do=("reject", "accept", "note")[trial.asked % 3], key=key, digest=digest, note=note)
    line = told.get("line")
    if not isinstance(line, int):
        trial.faults.append(f"answer {trial.asked} was refused: {told.get('what')}")
        return page.shown(SOURCE)[1]
    trial.acknowledge(line)
    return str(told["digest"])


def main(arguments: list[str]) -> int:
    """Runs the benchmark; 0 where no acknowledged answer was lost."""
    kills = int(arguments[0]) if arguments else 150
    seed = int(arguments[1]) if len(arguments) > 1 else 1
    folder = Path(tempfile.mkdtemp(prefix="kill9-server-"))
    try:
        ws = workspace(folder / "review")
        began = time.monotonic()
        trial = kill_the_server(ws, kills, seed)
    finally:
        shutil.rmtree(folder)
    print(f"{kills} kills of the server, {said(trial)}, {time.monotonic() - began:.0f} s")
    return verdict(trial.faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
