"""The batch against a plain script: `python tests/benchmarks/batch.py [--copies N] [FILE...]`.

Sets war histories of ../shared/data/dates as PDFs (and takes the files that are named besides), then measures on the
same files, in one run: the plain script; `regesta ingest` and `regesta tag` with two workers; and both once more with
a worker that is killed on the way, which must give the same bytes. Bounds: .8 of the script's CPU seconds, .6 of its
wall time on two cores.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from fpdf import FPDF

HERE = Path(__file__).resolve().parent
DATA = HERE.parent.parent.parent / "shared" / "data" / "dates" / "wikiwars-dev.jsonl"
CPU_BOUND, WALL_BOUND = 0.8, 0.6
#: Linux: orphans of the program that is measured become our children, so that their time is counted too.
_PR_SET_CHILD_SUBREAPER = 36


def typeset(text: str, path: Path) -> None:
    """Sets a text as a PDF of A4 pages in one column."""
    pdf = FPDF(format="A4")
    pdf.set_margins(25, 25, 25)
    pdf.set_auto_page_break(True, 25)
    pdf.set_font("Times", size=11)
    pdf.add_page()
    pdf.multi_cell(0, 5.2, text.encode("latin-1", "replace").decode("latin-1"))
    pdf.output(str(path))


def make_files(folder: Path, copies: int) -> list[str]:
    """The PDFs; each copy says so in its first line, since the same bytes twice would be one source."""
    made = []
    for copy in range(copies):
        for number, line in enumerate(DATA.read_bytes().split(b"\n")):
            if line:
                path = folder / f"war-{number:02}-{copy}.pdf"
                typeset(f"Copy {copy} of history {number}.\n\n{json.loads(line)['text']}", path)
                made.append(str(path))
    return made


def measure(commands: list[list[str]], disturb: bool = False) -> tuple[float, float]:
    """CPU and wall seconds of commands in a row, with all that they started; `disturb` kills a worker on the way."""
    reap()
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    for command in commands:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        killer = threading.Thread(target=kill_a_worker, args=(process.pid,)) if disturb else None
        if killer:
            killer.start()
        _, said = process.communicate()
        if killer:
            killer.join()
        if process.returncode not in (0, 3):
            raise SystemExit(f"{command} failed:\n{said}")
    wall = time.monotonic() - began
    reap()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def reap() -> None:
    """Waits for the orphans that have come to us."""
    while True:
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def kill_a_worker(parent: int) -> None:
    """Kills the youngest worker of a process that has worked for a while; workers are its grandchildren."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        grandchildren = [pid for child in descendants(parent) for pid in descendants(child)]
        busy = [pid for pid in grandchildren if cpu_of(pid) > 1.5]
        if busy:
            os.kill(max(busy), signal.SIGKILL)
            print(f"  killed worker {max(busy)}")
            return
        time.sleep(0.05)


def descendants(pid: int) -> list[int]:
    """All processes below one."""
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = [int(child) for child in task.read_text(encoding="ascii").split()]
        except OSError:
            continue
        for child in children:
            found += [child, *descendants(child)]
    return found


def cpu_of(pid: int) -> float:
    """CPU seconds of a process so far."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def results(workspace: Path) -> str:
    """A hash over all texts, layouts, records and mentions of a workspace."""
    whole = hashlib.sha256()
    for folder in ("corpus", "annotations/mentions"):
        for path in sorted((workspace / folder).rglob("*")):
            if path.is_file():
                whole.update(f"{path.relative_to(workspace)}\n".encode())
                whole.update(path.read_bytes())
    return whole.hexdigest()


def main() -> int:
    """Measures and says so; 1 where a bound is missed."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--copies", type=int, default=3)
    arguments.add_argument("files", nargs="*")
    given = arguments.parse_args()
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    folder = Path(tempfile.mkdtemp())
    try:
        files = [*make_files(folder, given.copies), *given.files]
        regesta = [sys.executable, "-m", "regesta"]
        for name in ("first", "second"):
            subprocess.run([*regesta, "init", str(folder / name)], check=True, capture_output=True)
        print(f"{len(files)} files, {sum(Path(file).stat().st_size for file in files) / 1e6:.1f} MB")
        plain_cpu, plain_wall = measure(
            [[sys.executable, str(HERE / "plain_script.py"), str(folder / "out.jsonl"), *files]]
        )
        print(f"plain script: {plain_cpu:.1f} CPU s, {plain_wall:.1f} s")
        cpu, wall = measure(_batch(regesta, folder / "first", files))
        ratios = f"{cpu / plain_cpu:.2f} (bound {CPU_BOUND}), {wall / plain_wall:.2f} (bound {WALL_BOUND})"
        print(f"regesta: {cpu:.1f} CPU s, {wall:.1f} s; ratios {ratios}")
        measure(_batch(regesta, folder / "second", files), disturb=True)
        same = results(folder / "first") == results(folder / "second")
        print(f"with a worker killed: {'the same bytes' if same else 'OTHER BYTES'}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return int(cpu > CPU_BOUND * plain_cpu or wall > WALL_BOUND * plain_wall or not same)


def _batch(regesta: list[str], workspace: Path, files: list[str]) -> list[list[str]]:
    jobs = ["--jobs", "2"]
    return [[*regesta, "-C", str(workspace), "ingest", *jobs, *files], [*regesta, "-C", str(workspace), "tag", *jobs]]


if __name__ == "__main__":
    sys.exit(main())
