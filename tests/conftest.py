"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
#: The compiled gazetteer of the tests stays here from one run to the next, and out of the user's own folders.
for _screen in ("DISPLAY", "WAYLAND_DISPLAY"):  # no test opens the browser of who runs it
    os.environ.pop(_screen, None)
os.environ.setdefault("REGESTA_CACHE", str(REPOSITORY / ".regesta"))


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """The data folder beside the checkout; a test that needs it is skipped where it is absent."""
    folder = REPOSITORY.parent / "shared"
    if not (folder / "data").is_dir():
        pytest.skip("the data folder ../shared is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def seed_text(shared: Path) -> str:
    """The article that the project began with, as its offsets count it."""
    return (shared / "data/seed/gestapo-nkvd-conferences.txt").read_bytes().decode("utf-8")
