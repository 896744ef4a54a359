"""What the review page costs: start, next task, decision, size, memory, and the time from a key to the next paint.

Run: `python page.py [MENTIONS]…`, and for the last one, in Chromium, `python page.py paint [KEYS]`.
"""

from __future__ import annotations

import http.client
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from regesta.anchor.drafts import Draft, mentions
from regesta.model.ids import sha256_hex
from regesta.model.mention import By
from regesta.model.source import Source, SourceText
from regesta.workspace.init import init
from regesta.workspace.jsonl import write_records
from regesta.workspace.workspace import Workspace

ASKED = 200
CHROMIUM = Path("/usr/bin/chromium")
#: So many keys are typed into one page, then as many into the other.
ROUND = 10
#: Notes how many milliseconds pass from a key to the second frame after it, by when the first one was painted.
LISTENS = """
window.waits = [];
addEventListener("keydown", () => {
  const began = performance.now();
  requestAnimationFrame(() => requestAnimationFrame(() => waits.push(performance.now() - began)));
}, true);
"""
#: What a page that does nothing else does with a key: it paints the next open mention as accepted.
TOGGLES = """
addEventListener("keydown", () => document.querySelector("mark.open").classList.replace("open", "accepted"));
"""
#: Milliseconds between an answer and the next key, on either page.
PAUSE = 50
TICK = 100  # /proc counts hundredths of a second on Linux


def workspace(folder: Path, count: int) -> Workspace:
    """A workspace with so many mentions in one source, a fifth of a kilobyte of text each."""
    init(folder, "Page")
    ws = Workspace.open(folder)
    line = "They went to Zakopane on the long road over the hills, and nobody knew why they had come. " * 2 + "\n\n"
    text = line * count
    at = [number * len(line) + 13 for number in range(count)]
    drafts = [Draft(start=n, end=n + 8, label="PLACE", value="place:zakopane", by=By(component="rules")) for n in at]
    record = SourceText(sha256=sha256_hex(text.encode()), chars=len(text), reader="text", version="1")
    ws.source_dir("long").mkdir(parents=True)
    (ws.source_dir("long") / "text.txt").write_text(text, "utf-8")
    (ws.source_dir("long") / "source.json").write_bytes(
        msgspec.json.encode(Source(id="long", csl={"id": "long"}, text=record))
    )
    ws.mentions_path("long").parent.mkdir(parents=True)
    ws.mentions_path("long").write_bytes(write_records(mentions("long", text, [], drafts)))
    return ws


def cpu(pid: int) -> float:
    """The CPU seconds that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def resident(pid: int) -> float:
    """The megabytes that a process holds."""
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text("ascii"))
    return int(found[1]) / 1024 if found else 0.0


class Asker:
    """A browser without a screen: one connection, one cookie."""

    def __init__(self, opened: str) -> None:
        self.host = opened.split("/")[2]
        self.connection = http.client.HTTPConnection(self.host)
        self.headers = {"Origin": f"http://{self.host}"}
        self.connection.request("GET", "/" + opened.split("/", 3)[3])
        answer = self.connection.getresponse()
        answer.read()
        self.headers["Cookie"] = answer.headers["Set-Cookie"].split(";")[0]

    def get(self, path: str) -> str:
        """The body of an answer, or where it leads."""
        self.connection.request("GET", path, headers=self.headers)
        answer = self.connection.getresponse()
        body = answer.read().decode()
        return answer.headers.get("Location") or body

    def act(self, **asked: object) -> dict[str, object]:
        """What came of an act."""
        self.connection.request("POST", "/act", json.dumps(asked), self.headers)
        told: dict[str, object] = json.loads(self.connection.getresponse().read())
        return told


@contextmanager
def serving(ws: Workspace) -> Iterator[tuple[int, str]]:
    """The process of a server over the workspace, and the address that it told."""
    command = [sys.executable, "-m", "regesta", "-C", str(ws.root), "review", "--as", "anna", "--serve"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    try:
        yield process.pid, process.stdout.readline().strip()
    finally:
        process.kill()
        process.communicate()


def measure(count: int) -> None:
    """Prints the figures for so many mentions."""
    with tempfile.TemporaryDirectory() as folder:
        ws = workspace(Path(folder) / "ws", count)
        with serving(ws) as (pid, opened):
            asker = Asker(opened)
            started = cpu(pid)
            page = asker.get(asker.get("/"))
            keys = re.findall(r'data-key="(mention:[^"]+)" data-digest="([0-9a-f]+)"', page)
            asker.get(f"/card?key={keys[0][0]}")
            before, began = cpu(pid), time.perf_counter()
            for at in range(ASKED):
                asker.get(f"/card?key={keys[at % len(keys)][0]}")
            shown, wall = (cpu(pid) - before) / ASKED, (time.perf_counter() - began) / ASKED
            before, waits = cpu(pid), []
            digests = dict(keys)
            for at in range(ASKED):
                key = keys[at % len(keys)][0]
                began = time.perf_counter()
                told = asker.act(do="reject", key=key, digest=digests[key])
                waits.append(time.perf_counter() - began)
                digests[key] = str(told["digest"])
            decided = (cpu(pid) - before) / ASKED
            print(
                f"{count:>7} mentions: start {started:.2f} CPU s, page {len(page.encode()) / 1000:.0f} KB, "
                f"next {1000 * shown:.2f} CPU ms ({1000 * wall:.1f} ms), "
                f"decision {1000 * decided:.2f} CPU ms (median {1000 * statistics.median(waits):.1f} ms), "
                f"{resident(pid):.0f} MB resident"
            )


def paint(keys: int) -> None:
    """Prints how long a key takes to the next paint while answers are given, against a page that does nothing else.

    That page has the same text, marks and styles, and none of our scripts.
    """
    from playwright.sync_api import Page, sync_playwright

    waits: dict[str, list[float]] = {"ours": [], "bare": []}

    def note(name: str, page: Page) -> None:
        waits[name] += page.evaluate("waits.splice(0)")

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        with serving(workspace(Path(folder) / "ws", 1_000)) as (_, opened):
            context = browser.new_context()
            page, bare = context.new_page(), context.new_page()
            page.goto(opened)
            page.wait_for_selector("body[data-ready]")
            bare.route("**/static/*.js", lambda route: route.abort())
            piece, line = 0, 0
            while line < keys:
                # In one view at a time: on the way to the next one a key would measure how long it takes to load.
                piece += 1
                for each in (page, bare):
                    each.goto(f"{opened.rpartition('/')[0]}/read/long/{piece}")
                    each.evaluate(LISTENS)
                bare.evaluate(TOGGLES)
                page.wait_for_selector("body[data-ready]")
                for at in range(min(keys - line, page.locator("mark.open").count() - 1)):
                    if at % ROUND == 0:
                        page.bring_to_front()
                    page.keyboard.press("a")
                    line += 1
                    page.wait_for_function(
                        "n => document.querySelector('.saved')?.textContent.startsWith(`saved, line ${n}:`)", arg=line
                    )
                    page.wait_for_timeout(PAUSE)
                    if at % ROUND == ROUND - 1:
                        bare.bring_to_front()
                        for _ in range(ROUND):
                            bare.keyboard.press("a")
                            bare.wait_for_timeout(PAUSE)
                note("ours", page)
                note("bare", bare)
        browser.close()
    ours, theirs = sorted(waits["ours"]), sorted(waits["bare"])
    for name, share in (("median", 0.5), ("95th", 0.95)):
        one, other = (found[int(share * len(found))] for found in (ours, theirs))
        print(
            f"key to next paint, {name} of {len(ours)} answers: {one:.1f} ms, "
            f"on a page that does nothing else {other:.1f} ms, ratio {one / other:.2f}"
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["paint"]:
        paint(int(sys.argv[2]) if len(sys.argv) > 2 else 90)
        sys.exit()
    for number in [int(each) for each in sys.argv[1:]] or [10, 1_000, 10_000, 100_000]:
        measure(number)
