"""Small pieces of work that a worker can import by name."""

from __future__ import annotations

import errno
import os
import signal
import time
from pathlib import Path

from regesta.errors import fail


def double(number: int) -> int:
    return 2 * number


def who(_: object) -> int:
    return os.getpid()


def die_the_first_time(mark: str) -> str:
    """Is killed the first time that it sees this mark, and answers the second time."""
    path = Path(mark)
    if not path.exists():
        path.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done again"


def die(_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def hang(_: object) -> None:
    time.sleep(600)


def eat(megabytes: int) -> int:
    return len(bytearray(megabytes * 1024 * 1024))


def refuse(name: str) -> None:
    raise fail("ingest.broken", "the file is broken", path=name)


def stumble(_: object) -> None:
    raise KeyError("a fault of the program")


def fill_the_disk(_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def threads(_: object) -> str:
    return os.environ["OMP_NUM_THREADS"]


def say_who_and_hang(path: str) -> None:
    Path(path).write_text(str(os.getpid()), encoding="ascii")
    time.sleep(600)
