"""The keyboard as single keys. The terminal is switched once, so that what is typed ahead waits and is not lost."""

from __future__ import annotations

import codecs
import os
import re
import sys
import termios
import tty
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from regesta.cli.columns import columns_of

END = "\x04"
_ESCAPE = "\x1b"
_RUB_OUT = ("\x7f", "\b")
_CLEAR = "\x15"
#: Cursor and function keys; a review has no use for them, and none must be taken for the letters that it ends in.
_SEQUENCE = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|O.|.)", re.DOTALL)


class Keyboard:
    """Keys and lines from a terminal that is in cbreak mode; Ctrl-C still interrupts."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._pending = ""
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode

    def key(self) -> str:
        """The next key; END where there is no more input."""
        while True:
            if not self._pending and not self._fill():
                return END
            sequence = _SEQUENCE.match(self._pending)
            if sequence is None:
                key, self._pending = self._pending[0], self._pending[1:]
                return key
            self._pending = self._pending[sequence.end() :]

    def line(self, prompt: str) -> str:
        """A line, typed and shown behind the prompt; empty where it was given up with Escape."""
        typed: list[str] = []
        _write(prompt)
        while (key := self.key()) not in ("\r", "\n", END, _ESCAPE):
            if key in _RUB_OUT or key == _CLEAR:
                gone = typed[_last_letter(typed) :] if key != _CLEAR else typed[:]
                del typed[len(typed) - len(gone) :]
                _write("\b \b" * columns_of("".join(gone)))
            elif key.isprintable():
                typed.append(key)
                _write(key)
        _write("\n")
        return "" if key in (END, _ESCAPE) else "".join(typed)

    def _fill(self) -> bool:
        while not self._pending:
            data = os.read(self._descriptor, 4096)
            if not data:
                return False
            self._pending = self._decode(data)
        return True


@contextmanager
def keyboard() -> Iterator[Keyboard]:
    """The keyboard of this terminal, which is set back as it was in the end."""
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor, termios.TCSADRAIN)
        yield Keyboard(descriptor)
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _last_letter(typed: Sequence[str]) -> int:
    """Where the last letter begins, with the accents that stand over it."""
    at = len(typed) - 1
    while at > 0 and not columns_of(typed[at]):
        at -= 1
    return max(at, 0)


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
