"""What all commands share: the workspace, findings on the terminal, exit codes, foreign text made harmless."""

from __future__ import annotations

import json
import re
import shlex
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import update_wrapper
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import click
import msgspec

from regesta.errors import Finding, RegestaError, refused_by_system
from regesta.workspace.workspace import Workspace

P = ParamSpec("P")
T = TypeVar("T")

FAILED = 1
FOUND_PROBLEMS = 3

_COLOUR = {"error": "red", "warning": "yellow", "note": "blue"}
#: Characters that turn the direction of text or hide in it, and can make a line read as what it is not.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
#: Controls, surrogates, private and unassigned characters, and the two that end a line or a paragraph.
_UNSEEN = ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")

#: A command of ours that somebody is advised to run.
_ADVICE = re.compile(r"(?<=`)regesta(?= (?!-C))|(?<=Next: )regesta(?= (?!-C))|(?<=, then )regesta(?= (?!-C))")

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")


def pass_workspace(function: Callable[Concatenate[Workspace, P], T]) -> Callable[P, T]:
    """Hands the workspace of `-C DIR`, or of the current folder, to the command as its first argument."""

    @click.pass_context
    def with_workspace(ctx: click.Context, /, *args: P.args, **kwargs: P.kwargs) -> T:
        ws = Workspace.find(Path(ctx.find_root().obj["folder"]))
        return ctx.invoke(function, ws, *args, **kwargs)

    return update_wrapper(with_workspace, function)


def here(text: str) -> str:
    """The text with `-C DIR` in the commands that it advises, where this one was given it: they can then be copied."""
    context = click.get_current_context(silent=True)
    folder = (context.find_root().obj or {}).get("folder", ".") if context else "."
    return text if folder == "." else _ADVICE.sub(lambda found: f"{found[0]} -C {shlex.quote(folder)}", text)


def say(text: str = "", *, bold: bool = False) -> None:
    """Talk, to stderr; data go to stdout."""
    text = here(text)
    click.echo(click.style(text, bold=True) if bold else text, err=True)


def print_findings(findings: Iterable[Finding]) -> bool:
    """Prints findings to stderr and gives whether any of them is a problem; notes are none."""
    problems = False
    for finding in findings:
        problems = problems or finding.level != "note"
        for line in finding_lines(finding, click.style(finding.level, fg=_COLOUR[finding.level], bold=True)):
            say(line)
    return problems


def finding_lines(finding: Finding, mark: str) -> list[str]:
    """A finding after its mark, as lines; each part is one, whatever line ends it holds."""
    where = f"{safe(finding.where)}: " if finding.where else ""
    more = [f"      {_one_line(part)}" for part in (finding.why, finding.remedy) if part]
    return [f"{mark} {where}{_one_line(finding.what)} [{finding.code}]", *more]


def finish(findings: Sequence[Finding]) -> None:
    """Prints the findings and leaves with exit code 3 where one of them is a problem."""
    if print_findings(findings):
        click.get_current_context().exit(FOUND_PROBLEMS)


def report_failure(error: Exception) -> int:
    """Prints why the command cannot go on, without a traceback, and gives the exit code."""
    if isinstance(error, RegestaError):
        print_findings([error.finding])
    elif isinstance(error, OSError):
        print_findings([refused_by_system("cli.system", error)])
    else:
        what = f"something went wrong that should not: {type(error).__name__}: {error}"
        remedy = "Run it once more with `regesta --debug …` and report what it prints; your data are as they were."
        print_findings([Finding(code="cli.fault", what=what, remedy=remedy)])
    return FAILED


def print_json(record: Any) -> None:
    """One JSON object on a line of stdout."""
    click.echo(json.dumps(msgspec.to_builtins(record), ensure_ascii=False))


def safe(text: str) -> str:
    """Foreign text as it may go to a terminal, on one line: what is invisible, turns or ends a line is written out."""
    return "".join(_escape(char) for char in text)


def _one_line(text: str) -> str:
    return safe(" ".join(text.split()))


def _escape(char: str) -> str:
    if char == "\t" or (char not in _BIDI and unicodedata.category(char) not in _UNSEEN):
        return char
    return f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}"
