"""The batch commands as a user meets them: what they print, and the code that they leave with."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

NOTE = (
    "A note on two meetings\n\n"
    "On 6 December 1939 a conference was held in Kraków. Adolf Eichmann represented the German side.\n\n"
    "According to some historians the officers met again in Zakopane on 20 February 1940.\n"
)


@pytest.fixture
def regesta(shell):
    """regesta in a new workspace, beside a note that can be taken in."""
    assert shell("init", ".", "--title", "Notes").returncode == 0
    (shell.folder / "note.txt").write_text(NOTE, encoding="utf-8")
    return shell


def test_the_path_from_a_note_to_a_verified_release(regesta) -> None:
    assert regesta("ingest", "note.txt").returncode == 0
    ran = regesta("run")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert "tag      1 source done" in ran.stderr
    (line,) = regesta("status", "--json").stdout.splitlines()
    waiting = sum(json.loads(line)[kind]["total"] for kind in ("mentions", "claims"))
    assert regesta("review", "--plain", "--as", "tester", answers="accept\n" * waiting).returncode == 0
    released = regesta("run", "--release", "0.1.0")
    assert released.returncode == 0, released.stderr
    assert "Nothing to do" in regesta("run").stderr
    verified = regesta("verify")
    assert verified.returncode == 0, verified.stderr
    assert "1939-12-06" in (regesta.folder / "outputs/0.1.0/events.csv").read_text(encoding="utf-8")
    again = regesta("release", "0.1.0")
    assert "byte for byte" in again.stderr
    event = json.loads((regesta.folder / "annotations/events.jsonl").read_bytes().split(b"\n")[0])
    shown = regesta("show", event["id"])
    assert "[6 December 1939]" in shown.stdout


def test_a_release_that_would_change_is_refused_unless_it_may_be_replaced(regesta) -> None:
    regesta("ingest", "note.txt")
    assert regesta("release", "0.1.0").returncode == 0
    before = (regesta.folder / "outputs/0.1.0/manifest-sha256.txt").read_bytes()
    refused = regesta("release", "0.1.0", "--unreviewed")
    assert refused.returncode == 1
    assert "events.csv" in refused.stderr
    assert (regesta.folder / "outputs/0.1.0/manifest-sha256.txt").read_bytes() == before
    replaced = regesta("release", "0.1.0", "--unreviewed", "--replace")
    assert replaced.returncode == 0, replaced.stderr
    assert "1939-12-06" in (regesta.folder / "outputs/0.1.0/events.csv").read_text(encoding="utf-8")


def test_bad_files_leave_with_3_and_say_why(regesta) -> None:
    (regesta.folder / "bad.pdf").write_bytes(b"%PDF-1.4 nothing more")
    done = regesta("ingest", "bad.pdf", "note.txt")
    assert done.returncode == 3
    assert "bad.pdf: the PDF cannot be opened [ingest.broken]" in done.stderr
    assert "ingest   note" in done.stderr


def test_nothing_named_is_a_matter_of_usage(regesta) -> None:
    assert regesta("ingest").returncode == 2


def test_what_is_not_there_leaves_with_1(regesta) -> None:
    assert regesta("verify", "9.9.9").returncode == 1
    assert regesta("tag", "nobody").returncode == 1
    assert regesta("show", "nobody").returncode == 1


def test_status_prints_a_table_and_json(regesta) -> None:
    regesta("ingest", "note.txt")
    table = regesta("status")
    assert table.stdout.splitlines()[1].split()[:2] == ["note", "fresh"]
    assert "Next: regesta run" in table.stderr
    (line,) = regesta("status", "--json").stdout.splitlines()
    assert json.loads(line)["tagged"] == "missing"


def test_a_run_with_nothing_to_do_imports_no_language_model(regesta) -> None:
    regesta("ingest", "note.txt")
    regesta("run")
    program = (
        "import sys\n"
        "sys.argv = ['regesta', 'run']\n"
        "from regesta.cli import main\n"
        "try:\n"
        "    main()\n"
        "finally:\n"
        "    print('LOADED', *sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=regesta.folder, capture_output=True, text=True, timeout=60, check=True
    )
    assert "Nothing to do" in done.stderr
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert not loaded & {"spacy", "pdfplumber", "numpy", "jsonlines", "multiprocessing"}


@pytest.mark.parametrize("command", ["release", "verify"])
@pytest.mark.parametrize("version", ["../../elsewhere", "..", "a/b", " "])
def test_a_version_cannot_lead_out_of_outputs(regesta, command: str, version: str) -> None:
    done = regesta(command, version)
    assert done.returncode == 1
    assert "[release.version]" in done.stderr


def test_what_cannot_be_written_is_said_without_a_traceback(regesta) -> None:
    (regesta.folder / "corpus").rmdir()
    (regesta.folder / "corpus").write_text("a file where a folder should be", encoding="utf-8")
    done = regesta("ingest", "note.txt")
    assert done.returncode == 1
    assert "[cli.system]" in done.stderr
    assert "Traceback" not in done.stderr
