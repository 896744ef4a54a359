"""The commands that the help names are there, with the words of their own help."""

from __future__ import annotations

import click
import pytest

from regesta.cli import COMMANDS, regesta


@pytest.mark.parametrize("name", list(COMMANDS))
def test_each_command_says_of_itself_what_the_list_says(name: str) -> None:
    command = regesta.get_command(click.Context(regesta), name)
    assert command is not None
    assert command.get_short_help_str(limit=200) == COMMANDS[name]


@pytest.mark.parametrize("name", list(COMMANDS))
def test_each_command_has_an_example_and_help_for_each_option(name: str) -> None:
    command = regesta.get_command(click.Context(regesta), name)
    assert command is not None
    assert "Example" in (command.help or "")
    assert all(option.help for option in command.params if isinstance(option, click.Option))
