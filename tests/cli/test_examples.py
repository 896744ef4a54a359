"""Every example that the help gives does what it says, in the order of the work."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from fpdf import FPDF

from regesta.cli import COMMANDS, regesta

LETTER = "On 6 December 1939 a conference was held in Krakow. Adolf Eichmann represented the German side.\n"


def examples(name: str) -> Iterator[str]:
    """The lines under `Example` in a command's help."""
    command = regesta.get_command(click.Context(regesta), name)
    assert command is not None
    assert command.help is not None
    _, _, below = command.help.partition("Example")
    yield from (line.strip() for line in below.splitlines()[1:] if line.strip())


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A workspace with the files of which the examples speak, and with `regesta` as a command of the shell."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/letter-1939.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "note.txt").write_bytes("W Krakowie spotkali się 20 lutego 1940.\n".encode("windows-1250"))
    item = {"id": "letter-1939", "type": "personal_communication", "title": "A letter"}
    (tmp_path / "zotero.json").write_text(json.dumps([item]), encoding="utf-8")
    (tmp_path / "people.csv").write_text("name;Wikidata;born\nAnna Roth;Q42;1899\n", encoding="utf-8")
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=12)
    pdf.cell(text="The officers met again in Zakopane on 20 February 1940.")
    pdf.output(str(tmp_path / "report.pdf"))
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/regesta").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m regesta "$@"\n', encoding="utf-8")
    (tmp_path / "bin/regesta").chmod(0o755)
    (tmp_path / "regesta.toml").write_text('title = "Letters"\n[review]\nadjudicators = ["anna"]\n', encoding="utf-8")
    return tmp_path


def test_the_examples_of_the_help_work(desk: Path) -> None:
    order = ["init", "ingest", "tag", "extract", "review", "resolve", "release", "run", "verify", "status", "show"]
    order += ["authority", "doctor", "schema", "assign", "agree", "adjudicate", "export", "import", "reanchor"]
    # These two want sources that are reviewed to the end: tests/cli/test_train.py takes them there.
    assert sorted([*order, "train", "evaluate"]) == sorted(COMMANDS)
    for name in order:
        for line in examples(name):
            code, said = run(line, desk)
            assert code == 0, f"{line}\n{said}"


def run(line: str, desk: Path) -> tuple[int, str]:
    """The exit code of a line and all that it printed; a page that is served is ended once it has said where it is."""
    process = subprocess.Popen(
        ["bash", "-o", "pipefail", "-c", line.replace("--port 8765", "--port 0")],  # that one may be taken
        cwd=desk,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PATH": f"{desk / 'bin'}:{os.environ['PATH']}", "NO_COLOR": "1"},
        start_new_session=True,
    )
    assert process.stdout is not None
    said = ""
    if "--serve" in line:
        while "Ctrl-C" not in said and (more := process.stdout.readline()):
            said += more
        os.killpg(process.pid, signal.SIGINT)
    said += process.communicate(timeout=240)[0]
    return process.returncode, said
