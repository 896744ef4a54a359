"""A source that hangs or eats memory is stopped, and says so."""

from __future__ import annotations

import importlib
import time

import pytest

from regesta.errors import RegestaError
from regesta.ingest.guard import guarded

#: A module that the child can import, as it can import a reader.
READERS = """
import os, signal, time
from regesta.errors import fail

def double(number):
    return 2 * number

def hang_for_ever():
    for name in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(name, signal.SIG_IGN)
    while True:
        time.sleep(1)

def eat_memory():
    return len([bytearray(2**20) for _ in range(2000)])

def refuse():
    raise fail("ingest.broken", "no")

def stumble():
    raise ValueError("a fault of ours")

def die():
    os.kill(os.getpid(), signal.SIGSEGV)
"""


@pytest.fixture(scope="module")
def readers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("readers")
    (folder / "readers_for_guard.py").write_text(READERS, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        yield importlib.import_module("readers_for_guard")


def test_what_ends_in_time_gives_its_result(readers):
    assert guarded(readers.double, 21, seconds=60, memory_mb=128) == 42


def test_what_hangs_is_killed_whatever_it_ignores(readers):
    started = time.monotonic()
    with pytest.raises(RegestaError, match=r"stopped after 1 seconds.*\[ingest.time\]"):
        guarded(readers.hang_for_ever, seconds=1, memory_mb=128, path="bad.pdf")
    assert time.monotonic() - started < 30


def test_what_eats_memory_is_stopped(readers):
    with pytest.raises(RegestaError, match=r"bad.pdf: .*\[ingest.memory\]"):
        guarded(readers.eat_memory, seconds=60, memory_mb=128, path="bad.pdf")


def test_what_is_refused_inside_is_refused_outside(readers):
    with pytest.raises(RegestaError) as caught:
        guarded(readers.refuse, seconds=60, memory_mb=128)
    assert caught.value.finding.code == "ingest.broken"


def test_a_fault_of_ours_is_no_finding(readers):
    with pytest.raises(RuntimeError, match="a fault of ours"):
        guarded(readers.stumble, seconds=60, memory_mb=128)


def test_a_reader_that_dies_is_a_finding(readers):
    with pytest.raises(RegestaError, match=r"died \(SIGSEGV\).*\[ingest.died\]"):
        guarded(readers.die, seconds=60, memory_mb=128)
