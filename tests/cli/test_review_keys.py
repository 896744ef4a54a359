"""Single keys, on a terminal of their own."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from regesta.cli.review_keyboard import END, Keyboard


@pytest.fixture
def typed():
    """A keyboard on which the given bytes were typed; then there is no more."""
    opened = []

    def keyboard(data: bytes) -> Keyboard:
        read, write = os.pipe()
        opened.append(read)
        os.write(write, data)
        os.close(write)
        return Keyboard(read)

    yield keyboard
    for descriptor in opened:
        os.close(descriptor)


def keys(keyboard: Keyboard) -> list[str]:
    found = []
    while (key := keyboard.key()) != END:
        found.append(key)
    return found


def test_keys_typed_ahead_come_one_by_one(typed):
    assert keys(typed("arś𝔊".encode())) == ["a", "r", "ś", "𝔊"]


def test_cursor_keys_are_not_taken_for_letters(typed):
    assert keys(typed(b"a\x1b[A\x1bOP\x1b[1;5Cr")) == ["a", "r"]


def test_a_line_can_be_corrected_and_given_up(typed, capsys):
    keyboard = typed(b"vaalx\x7f\x7fue=1\nno\x15yes\nforget\x1b")
    assert keyboard.line("amend: ") == "vaaue=1"
    assert keyboard.line("note: ") == "yes"
    assert keyboard.line("note: ") == ""
    assert capsys.readouterr().out.startswith("amend: vaalx\b \b\b \bue=1\n")


def test_a_letter_is_taken_back_with_its_accent_and_with_all_its_columns(typed, capsys):
    keyboard = typed("ae\u0301\x7f東\x7f\x7fok\n".encode())
    assert keyboard.line("") == "ok"
    assert capsys.readouterr().out == "ae\u0301\b \b東\b \b\b \b\b \bok\n"


def read_until(terminal: int, words: bytes) -> bytes:
    """What stands on the terminal once these words do."""
    screen = b""
    while words not in screen:
        assert select.select([terminal], [], [], 30)[0], screen
        screen += os.read(terminal, 65_536)
    return screen


def test_a_review_by_keys_saves_each_answer_and_leaves_the_terminal_as_it_was(kill9, tmp_path: Path):
    ws = kill9.workspace(tmp_path)
    master, slave = pty.openpty()
    before = termios.tcgetattr(slave)
    command = [sys.executable, "-m", "regesta", "-C", str(tmp_path), "review", "--as", "anna"]
    environment = {**os.environ, "NO_COLOR": "1", "TERM": "xterm"}
    child = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=subprocess.DEVNULL, env=environment)
    os.write(master, b"nas on the map\nau?e")
    screen = read_until(master, b"amend: ")
    os.write(master, b"label=ORG\nq")
    read_until(master, b"amended: ORG")
    assert child.wait(timeout=30) == 0
    assert termios.tcgetattr(slave) == before
    os.close(slave)
    os.close(master)
    assert b"[[Zakopane]]" in screen
    answers = [line.split(b'"answer":"')[1].split(b'"')[0] for line in kill9.log_of(ws).read_bytes().splitlines()]
    assert answers == [b"note", b"accept", b"retract", b"amend"]
