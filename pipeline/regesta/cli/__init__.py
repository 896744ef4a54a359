"""The command line: `regesta VERB`. A thin face; nothing is worked out here."""

from __future__ import annotations

import os
import sys

import click

from regesta import __version__
from regesta.cli.lazy import LazyGroup

COMMANDS = {
    "init": "Make a workspace: settings, folders, what git should know.",
    "run": "Do all that is stale: ingest, tag, extract, resolve, release.",
    "ingest": "Take files in as sources.",
    "tag": "Propose dates, places, people and organisations.",
    "extract": "Propose claims: who says what happened, when, where, with whom.",
    "review": "Decide on proposals, one by one.",
    "export": "Write a spreadsheet to review in.",
    "import": "Take the answers of a spreadsheet in as decisions.",
    "reanchor": "Correct the text of a source; decisions are carried over to it.",
    "assign": "Share the review out among people, evenly, without a server.",
    "agree": "Say how well reviewers agree, and where they do not.",
    "authority": "List the project's places, people and organisations, or add a table.",
    "adjudicate": "Settle what reviewers answered differently.",
    "resolve": "Join accepted claims that speak of one event.",
    "release": "Build a release of the dataset.",
    "verify": "Check a release against the sources, believing nothing.",
    "train": "Teach the recogniser of names from what people decided.",
    "evaluate": "Score the proposals, or a file of others, against the reviews.",
    "status": "Say where each source stands and what to do next.",
    "show": "Print a source, mention, claim, event or person.",
    "doctor": "Say what is installed, and what your sources need beside it.",
    "schema": "Print the JSON Schema of a record.",
}


@click.group(cls=LazyGroup, commands_in="regesta.cli", table=COMMANDS)
@click.version_option(__version__, prog_name="regesta")
@click.option("-C", "folder", metavar="DIR", default=".", help="Work in this workspace instead of the current folder.")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.pass_context
def regesta(ctx: click.Context, folder: str, debug: bool) -> None:
    """Turn source documents into a dataset of events in which every value is cited.

    \b
    Start with:   regesta init my-project
    Then:         regesta -C my-project ingest letters/ --csl zotero.json
    """
    ctx.obj = {"folder": folder, "debug": debug}
    if os.environ.get("NO_COLOR"):
        ctx.color = False


def main() -> None:
    """Runs the command line and exits: 0 fine, 1 failed, 2 usage, 3 finished and found problems."""
    try:
        code = regesta.main(standalone_mode=False, prog_name="regesta")
        sys.exit(code if isinstance(code, int) else 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except BrokenPipeError:
        # Whoever read us (head, less) has enough; Python would complain once more when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        from regesta.cli.common import report_failure

        sys.exit(report_failure(error))
