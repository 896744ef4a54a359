"""What the tests of the commands share."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def kill9(repository: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("kill9", repository / "tests/benchmarks/kill9.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
