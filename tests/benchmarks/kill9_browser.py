"""What kill -9 does to the browser of the review page: `python tests/benchmarks/kill9_browser.py [KILLS] [SEED]`.

Over one server, KILLS times in a row (100 unless told otherwise), Chromium opens the page and answers with the keys as
fast as they can be typed, until it is killed at a random moment with all that belongs to it. Each `saved, line N` that
was painted must stand in the log at that line, as the answer that it says; no item may have two; and the browser that
comes after it, in the same profile, must find the page and be able to answer.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec
from kill9 import log_of, verdict
from page import CHROMIUM, serving, workspace
from playwright.sync_api import Error, Page, Playwright, sync_playwright

from regesta.model.chain import check_chain
from regesta.workspace.jsonl import split_lines
from regesta.workspace.logs import read_log
from regesta.workspace.workspace import Workspace

#: A browser is killed within this many seconds of its first key.
LONGEST = 1.0
#: Seconds within which a browser has come up, however busy the machine is.
PATIENCE = 30
#: Tells of each confirmation that is painted, in the moment in which it is.
TELLS = """
new MutationObserver(() => {
  const line = document.querySelector(".saved")?.textContent ?? "";
  if (line.startsWith("saved, line ")) told(line);
}).observe(document.body, { subtree: true, childList: true, characterData: true });
"""


class Trial(msgspec.Struct):
    """What came of the kills: what was confirmed (line to words), how many keys were typed, and what is wrong.

    `missed` counts the browsers that could not be steered, and were killed without a key.
    """

    confirmed: dict[int, str] = {}
    typed: int = 0
    missed: int = 0
    faults: list[str] = []


@contextmanager
def chromium(profile: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A browser in a process group of its own, with the address at which it is steered."""
    port = profile / "DevToolsActivePort"
    port.unlink(missing_ok=True)
    options = ["--headless=new", "--no-sandbox", "--no-first-run", "--remote-debugging-port=0"]
    process = subprocess.Popen(
        [CHROMIUM, *options, f"--user-data-dir={profile}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        deadline = time.monotonic() + PATIENCE
        while not (port.exists() and port.read_text("ascii").count("\n")):
            if time.monotonic() > deadline:
                raise TimeoutError("the browser did not come up")
            time.sleep(0.02)
        yield process, f"http://127.0.0.1:{port.read_text('ascii').splitlines()[0]}"
    finally:
        kill(process)
        process.wait()


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kills a browser with its renderers and whatever else it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def kill_the_browser(ws: Workspace, kills: int, seed: int, profile: Path, last: float = 2) -> Trial:
    """Kills a browser so many times, and one more after `last` seconds; compares the log with what it showed."""
    chance = random.Random(seed)
    trial = Trial()
    with serving(ws) as (_, opened), sync_playwright() as playwright:
        for _ in range(kills):
            _one_life(playwright, opened, profile, trial, chance.uniform(0, LONGEST))
        before = len(trial.confirmed)
        # Once more, where the first of them cannot be steered.
        for _ in range(3):
            if len(trial.confirmed) == before:
                _one_life(playwright, opened, profile, trial, last)
    if len(trial.confirmed) == before:
        trial.faults.append("after the last kill no answer was confirmed")
    _compare(ws, trial)
    return trial


def _one_life(playwright: Playwright, opened: str, profile: Path, trial: Trial, seconds: float) -> None:
    with chromium(profile) as (process, steered):
        try:
            browser = playwright.chromium.connect_over_cdp(steered, timeout=1000 * PATIENCE)
        except Error:  # what steers the browser did not get hold of it, which says nothing about the page
            trial.missed += 1
            return
        page = browser.contexts[0].new_page()
        page.set_default_timeout(1000 * PATIENCE)
        page.expose_function("told", lambda line: _heard(trial, line))
        page.goto(opened)
        page.wait_for_selector("body[data-ready]")
        page.evaluate(TELLS)
        killer = threading.Timer(seconds, kill, (process,))
        killer.start()
        # Until it is killed; what it had not shown by then may be saved or not.
        with suppress(Error):
            _answer_on(page, trial)
        killer.join()
        with suppress(Error):
            browser.close()


def _answer_on(page: Page, trial: Trial) -> None:
    while True:
        page.keyboard.press("r" if trial.typed % 3 else "a")
        trial.typed += 1
        if trial.typed % 8 == 0:  # else it does not hear what the page tells
            page.wait_for_timeout(10)


def _heard(trial: Trial, line: str) -> None:
    """Notes what was confirmed. The next view repeats the last line, so that the same may be told twice."""
    number, _, what = line.removeprefix("saved, line ").partition(": ")
    if trial.confirmed.setdefault(int(number), what) != what:
        trial.faults.append(f"line {number} was confirmed as {trial.confirmed[int(number)]} and as {what}")


def _compare(ws: Workspace, trial: Trial) -> None:
    path = log_of(ws)
    decisions, findings = read_log(path, path.name)
    trial.faults += [str(finding) for finding in [*findings, *check_chain(split_lines(path.read_bytes()), path.name)]]
    answers = {each.seq: {"accept": "accepted", "reject": "rejected"}.get(each.answer) for each in decisions}
    for line, what in trial.confirmed.items():
        if answers.get(line) != what:
            trial.faults.append(f"line {line} was confirmed as {what}, where {answers.get(line)} stands")
    for name, times in Counter(each.target.id for each in decisions).items():
        if times > 1:
            trial.faults.append(f"{name} was answered {times} times")


def main(arguments: list[str]) -> int:
    """Runs the benchmark; 0 where no confirmed answer was lost."""
    kills = int(arguments[0]) if arguments else 100
    seed = int(arguments[1]) if len(arguments) > 1 else 1
    folder = Path(tempfile.mkdtemp(prefix="kill9-browser-"))
    try:
        began = time.monotonic()
        trial = kill_the_browser(workspace(folder / "ws", 200 * (kills + 2)), kills, seed, folder / "profile")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(
        f"{kills} kills of the browser, {trial.missed} of which could not be steered, {trial.typed} keys typed, "
        f"{len(trial.confirmed)} answers confirmed, {time.monotonic() - began:.0f} s"
    )
    return verdict(trial.faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
