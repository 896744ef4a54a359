"""The page on a machine that has no network at all; `tests/benchmarks/loopback.py` says what was asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).resolve().parent.parent / "benchmarks" / "loopback.py"
CHROMIUM = Path("/usr/bin/chromium")
APART = ["unshare", "--net", *(() if os.geteuid() == 0 else ("--map-root-user",)), "ip", "link", "set", "lo", "up"]


def _can() -> bool:
    if not CHROMIUM.exists() or shutil.which("unshare") is None:
        return False
    return subprocess.run(APART, capture_output=True, check=False).returncode == 0


def test_a_source_is_reviewed_with_loopback_alone_and_nothing_else_is_asked() -> None:
    pytest.importorskip("playwright.sync_api")
    if not _can():
        pytest.skip("needs /usr/bin/chromium, and the right to make a network namespace")
    done = subprocess.run([sys.executable, BENCHMARK], capture_output=True, text=True, check=False)
    assert "devices lo: 12 answers saved" in done.stdout, done.stderr
    assert ", 0 to anything but 127.0.0.1:" in done.stdout
    assert done.returncode == 0
