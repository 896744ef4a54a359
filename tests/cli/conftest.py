"""What the tests of the commands share."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest


class Shell:
    """Runs regesta in a folder, as a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *arguments: str, answers: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "regesta", *arguments],
            cwd=self.folder,
            input=answers,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=240,
            env={**os.environ, "NO_COLOR": "1"},
            check=False,
        )


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """regesta in a folder that is no workspace yet."""
    return Shell(tmp_path)


@pytest.fixture(scope="module")
def kill9(repository: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("kill9", repository / "tests/benchmarks/kill9.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
