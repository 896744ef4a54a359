"""A server that is killed, in short; `tests/benchmarks/kill9_server.py` does it a hundred times."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest


def test_no_acknowledged_answer_is_lost_doubled_or_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).resolve().parent.parent / "benchmarks"))
    kill9, server = importlib.import_module("kill9"), importlib.import_module("kill9_server")
    trial = server.kill_the_server(kill9.workspace(tmp_path), 2, seed=9, last=0.3)
    assert trial.faults == []
    assert len(trial.acknowledged) > 0
