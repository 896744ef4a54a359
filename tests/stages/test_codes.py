"""What a stage's results depend on is all of the code that they depend on."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import regesta
from regesta.stages.codes import ROOMS

PACKAGE = Path(regesta.__file__).parent
#: What stands below the records, and the room that reads them, say nothing of what a stage makes of them.
BESIDE = {"errors", "workspace"}


def imported(room: str) -> Iterator[str]:
    """The rooms from which a room imports."""
    for path in (PACKAGE / room).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("regesta."):
                yield str(node.module).split(".")[1]


@pytest.mark.parametrize("stage", list(ROOMS))
def test_a_stages_digest_covers_every_room_that_its_rooms_import(stage: str) -> None:
    needed = {found for room in ROOMS[stage] for found in imported(room)} - BESIDE
    assert needed <= set(ROOMS[stage])
