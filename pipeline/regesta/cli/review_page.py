"""The face of a review in the browser: its address on stdout, and for other machines a password first."""

from __future__ import annotations

import os
import sys
import webbrowser
from contextlib import suppress

import click

from regesta.cli.common import say
from regesta.cli.progress import Progress
from regesta.stages.authorities import prepare
from regesta.stages.reviewing import Opened
from regesta.workspace.workspace import Workspace

#: The password for `--host`, for who cannot type it; it is asked for otherwise.
PASSWORD = "REGESTA_PASSWORD"
_SHORTEST = 12
_NEAR = ("", "127.0.0.1", "localhost", "::1")


def by_page(ws: Workspace, review: Opened, *, host: str, port: int, browser: bool, ruling: bool = False) -> None:
    """Serves the page until Ctrl-C; prints its address, and opens it in the browser where that is wanted.

    With `ruling` the page settles conflicts.
    """
    from regesta.web.serve import LOOPBACK, Where, serve  # the server costs a fifth of a second

    password = "" if host in _NEAR else _password(host)
    where = Where(host=host or LOOPBACK, port=port, password=password)
    with Progress() as progress:
        prepare(progress)  # else the first name that becomes a place would keep everybody waiting
    with suppress(KeyboardInterrupt):
        say("Ctrl-C ends it.")
        serve(ws, review, where, lambda address: click.echo(address), browser=browser, ruling=ruling)
    counts = review.session.counts
    say(f"{counts.saved} saved." if ruling else f"{counts.saved} saved, {counts.left} left.")


def has_screen() -> bool:
    """Whether somebody sits before a screen on which a browser can be opened; over SSH, or in a pipe, nobody does."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    if sys.platform != "darwin" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True


def _password(host: str) -> str:
    say(f"Whoever reaches {host} and has the password reads the sources and decides in your name.")
    say("Nothing is encrypted on the way: use it only in a network that you trust, or through `ssh -L`.")
    password = os.environ.get(PASSWORD) or click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    if len(password) < _SHORTEST:
        raise click.UsageError(f"A password that others may try needs {_SHORTEST} characters or more.")
    return str(password)
