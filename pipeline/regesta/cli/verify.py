"""`regesta verify [VERSION]`: check a release, believing nothing."""

from __future__ import annotations

import click

from regesta.cli.batch import jobs_option
from regesta.cli.common import FOUND_PROBLEMS, finish, json_option, pass_workspace, print_json, say
from regesta.engine.run import Runner
from regesta.workspace.workspace import Workspace


@click.command("verify")
@click.argument("version", default="")
@jobs_option
@json_option
@pass_workspace
def command(ws: Workspace, version: str, jobs: int | None, as_json: bool) -> None:
    """Check a release against the sources, believing nothing.

    Every quote at its offsets, in a text with the recorded hash that is made anew from the recorded bytes; every box
    on its page; schemas, keys, checksums, and the chain of each log. Without VERSION, the newest release is checked.

    \b
    Example:
      regesta verify 1.0.0
    """
    from regesta.stages import reading
    from regesta.stages.verify import newest, verify_release

    checked = version or newest(ws)
    with Runner(jobs or 0, preload=(reading.PRELOAD,)) as runner:
        findings = verify_release(ws, checked, runner)
    if as_json:
        for finding in findings:
            print_json(finding)
        if any(finding.level != "note" for finding in findings):
            click.get_current_context().exit(FOUND_PROBLEMS)
        return
    finish(findings)
    say(f"Release {checked} holds: every quote, offset, hash and citation was found where it says.")
