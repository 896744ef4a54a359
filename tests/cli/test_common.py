"""Foreign text goes to a terminal without its power over it."""

from __future__ import annotations

import errno
import os

import click
import pytest

from regesta.cli.common import FAILED, here, print_findings, report_failure, safe
from regesta.errors import Finding


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Przemyśl 𝔘 é", "Przemyśl 𝔘 é"),
        ("\x1b[31mred", "\\u001b[31mred"),
        ("a\u202eb", "a\\u202eb"),
        ("line\nnext\ttab", "line\\u000anext\ttab"),
        ("a\u2028b", "a\\u2028b"),
        ("\ud800", "\\ud800"),
    ],
)
def test_control_and_bidi_characters_are_written_out(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_a_name_with_a_line_end_cannot_forge_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    print_findings([Finding(code="a.b", what="is\nbad", path="x\nerror y", remedy="do\nit")])
    assert capsys.readouterr().err.splitlines() == ["error x\\u000aerror y: is bad [a.b]", "      do it"]


def test_what_the_system_refuses_is_said_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert report_failure(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "corpus/x")) == FAILED
    said = capsys.readouterr().err
    assert said.startswith("error corpus/x: the system refuses: No space left on device [cli.system]")
    assert "Make room on the disk" in said


@pytest.mark.parametrize(
    ("said", "advised"),
    [
        ("Next: regesta run", "Next: regesta -C 'my letters' run"),
        ("`regesta status` lists them.", "`regesta -C 'my letters' status` lists them."),
        ("another regesta is at work", "another regesta is at work"),
        ("Name one with `regesta -C DIR`.", "Name one with `regesta -C DIR`."),
    ],
)
def test_commands_that_are_advised_can_be_copied_wherever_one_stands(said: str, advised: str) -> None:
    with click.Context(click.Command("regesta"), obj={"folder": "my letters"}):
        assert here(said) == advised
    with click.Context(click.Command("regesta"), obj={"folder": "."}):
        assert here(said) == said
