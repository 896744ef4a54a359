from __future__ import annotations

from pathlib import Path

import pytest

from regesta.workspace.init import init
from regesta.workspace.workspace import Workspace


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    init(tmp_path / "project", "Test")
    return Workspace.open(tmp_path / "project")
