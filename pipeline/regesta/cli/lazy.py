"""A group whose commands are imported only when they are called, so that `--help` answers at once."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from typing import Any

import click


class LazyGroup(click.Group):
    """Each command `NAME` is the object `command` in the module `PACKAGE.NAME`; the table has the line for the help.

    A name that is a word of Python's has an underscore behind it in its module's name.
    """

    def __init__(self, *args: Any, commands_in: str = "", table: dict[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.package = commands_in
        self.table = table or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the work, not of the alphabet."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        if cmd_name not in self.table:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"{self.package}.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.table.items()))
