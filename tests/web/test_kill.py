"""A server or a browser that is killed, in short; `tests/benchmarks/kill9_server.py` and `kill9_browser.py` go on."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"
CHROMIUM = Path("/usr/bin/chromium")


def test_no_acknowledged_answer_is_lost_doubled_or_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    kill9, server = importlib.import_module("kill9"), importlib.import_module("kill9_server")
    trial = server.kill_the_server(kill9.workspace(tmp_path), 2, seed=9, last=0.3)
    assert trial.faults == []
    assert len(trial.acknowledged) > 0


def test_what_a_killed_browser_has_shown_as_saved_stands_in_the_log() -> None:
    pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        pytest.skip("/usr/bin/chromium is not installed: `apt-get install chromium`")
    command = [sys.executable, BENCHMARKS / "kill9_browser.py", "1", "5"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "\n0 faults\n" in done.stdout, done.stdout + done.stderr
