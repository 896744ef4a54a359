"""What `regesta --help` costs beside `python -c 'import click'`, in CPU seconds of the child, side by side.

    python tests/benchmarks/help_cost.py [ROUNDS]

The two are run in turn, so that what else the machine does falls on both; the medians are compared. The exit code is 1
where the help costs twice as much or more. That nothing heavy is loaded is held to by `tests/test_floors.py`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

LIMIT = 2.0
REGESTA = Path(sys.executable).parent / "regesta"
HELP = [str(REGESTA), "--help"]
CLICK = [sys.executable, "-c", "import click"]


def cpu_seconds(command: list[str]) -> float:
    """User and system time that a command takes, its children included."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} exits with {child.returncode}")
    return usage.ru_utime + usage.ru_stime


def main(rounds: int) -> int:
    """Prints both medians and their ratio; gives the exit code."""
    for command in (HELP, CLICK):
        cpu_seconds(command)
    pairs = [(cpu_seconds(HELP), cpu_seconds(CLICK)) for _ in range(rounds)]
    shown, bare = (median(times) for times in zip(*pairs, strict=True))
    print(f"regesta --help            {shown:.3f} CPU s")
    print(f"python -c 'import click'  {bare:.3f} CPU s")
    print(f"ratio                     {shown / bare:.2f} (must be less than {LIMIT:g}; {rounds} rounds, medians)")
    return 0 if shown < LIMIT * bare else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 15))
