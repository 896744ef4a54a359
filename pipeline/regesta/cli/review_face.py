"""The two faces of a review in the terminal: lines for pipes and screen readers, single keys for a screen."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable

import click

from regesta.cli.common import print_findings, safe
from regesta.cli.review_help import help_text, legend
from regesta.cli.review_keyboard import END, keyboard
from regesta.cli.review_line import perform
from regesta.cli.review_show import Look, lines
from regesta.cli.review_words import Done, command_of
from regesta.errors import Finding, RegestaError, refused_by_system
from regesta.model.codec import CodecError
from regesta.review.keys import KEYS
from regesta.review.session import Session
from regesta.stages.reviewing import ReviewLog

_OWN = ("help", "show", "quit")
#: The key of a command that goes on with words, and what is asked for.
ASKS = {each.key: each.name for each in KEYS if each.words} | {":": ""}


class Face:
    """What both faces share. `refused` counts lines that could not be done, `failed` is set when one was not saved."""

    def __init__(self, session: Session, log: ReviewLog, *, plain: bool) -> None:
        self.session = session
        self.log = log
        self.plain = plain
        self.refused = 0
        self.failed = False

    @property
    def look(self) -> Look:
        """How to mark: in colour on a terminal that has it, in brackets elsewhere."""
        bare = self.plain or not sys.stdout.isatty() or bool(os.environ.get("NO_COLOR"))
        width = min(shutil.get_terminal_size((80, 24)).columns, 110)
        return Look(width=width, brackets=bare or os.environ.get("TERM") == "dumb")

    def echo(self, text: str) -> None:
        """Says something to the reviewer."""
        click.echo(text)

    def tell(self, findings: Iterable[Finding]) -> None:
        """Says what was found to be wrong."""
        print_findings(findings)

    def show(self) -> None:
        """Prints the item that is asked, or that nothing waits."""
        shown = self.session.current
        self.echo("")
        if shown is None:
            self.echo("Nothing waits for a decision here.")
        else:
            self.echo("\n".join(lines(self.session, shown, self.look)))

    @property
    def help(self) -> str:
        """What can be answered."""
        return help_text()

    def perform(self, line: str) -> Done | None:
        """Does a line that is about the item; raises where it cannot be done or saved."""
        return perform(self.session, line)

    def do(self, line: str) -> bool:
        """Does a line, says what came of it, and gives whether to go on.

        The answer is on disk when this prints `saved`; the next item is shown after that.
        """
        try:
            name, _ = command_of(line)
            done = None if name in _OWN else self.perform(line)
        except RegestaError as error:
            self.tell(self.log.told())
            self._say_why(error, line)
            return True
        except OSError as error:
            self._not_saved(refused_by_system("review.not_saved", error), line)
            return True
        except CodecError as error:
            self._not_saved(Finding(code="review.not_saved", what=f"no log can hold it: {error}"), line)
            return True
        self.tell(self.log.told())
        if name == "help":
            self.echo(self.help)
        elif name == "show":
            self.show()
        self._after(done)
        return name != "quit"

    def _after(self, done: Done | None) -> None:
        if done is None:
            return
        for line in filter(None, done.message.split("\n")):
            self.echo(safe(line))
        if done.moved or (done.decision is not None and done.decision.answer not in ("note", "add", "rank")):
            self.show()

    def _say_why(self, error: RegestaError, line: str) -> None:
        if error.finding.code == "review.act":
            self.refused += 1
            self.echo(f"Not done: {safe(error.finding.what)}. {safe(error.finding.remedy)}".rstrip())
        elif error.finding.code == "review.stale":
            self.refused += 1
            self.echo(f"Not done: {safe(error.finding.what)}. {safe(error.finding.remedy)}")
            self.show()
        else:
            self._not_saved(error.finding, line)

    def _not_saved(self, finding: Finding, line: str) -> None:
        self.failed = True
        self.echo(f"NOT SAVED. Your answer was: {safe(line)}")
        self.tell([finding])


def by_lines(face: Face, read: Callable[[], str | None]) -> None:
    """Runs a session on lines; None from `read` is the end of the input."""
    face.show()
    while (line := read()) is not None:
        if not face.do(line):
            break


def by_keys(face: Face) -> None:
    """Runs a session on single keys; those that need words ask for them on a line."""
    face.show()
    click.echo(click.style(legend(), dim=True))
    with keyboard() as keys:
        while (key := keys.key()) != END:
            line = key if key.isprintable() else ""
            if key in ASKS:
                typed = keys.line(f"{ASKS[key]}: ").strip()
                line = f"{ASKS[key]} {typed}".strip() if typed else ""
            if not face.do(line):
                break
    click.echo()


def reader(prompt: bool) -> Callable[[], str | None]:
    """Reads lines from stdin, with a prompt where somebody sits before it."""
    stream = sys.stdin.buffer

    def read() -> str | None:
        if prompt:
            click.echo("> ", nl=False)
        line = stream.readline()
        return line.decode("utf-8", "surrogateescape").rstrip("\r\n") if line else None

    return read
