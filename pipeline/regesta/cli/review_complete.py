"""`regesta review SOURCE --complete`: say that all mentions of a source are found and decided."""

from __future__ import annotations

from collections.abc import Sequence

import click
import msgspec

from regesta.cli.common import FOUND_PROBLEMS, print_findings, say
from regesta.errors import RegestaError
from regesta.model.mention import Label
from regesta.review.act import draft
from regesta.review.complete import mark
from regesta.review.queue import Wanted
from regesta.review.session import Reviewer
from regesta.stages.decided import Decided
from regesta.stages.scope import scope
from regesta.workspace.logs import LogWriter
from regesta.workspace.workspace import Workspace


def mark_complete(ws: Workspace, sources: Sequence[str], labels: Sequence[Label], reviewer: Reviewer) -> None:
    """Marks each source, or says why it cannot be marked; leaves with 3 where one could not."""
    if not sources:
        raise click.UsageError(
            "Say which source is reviewed to the end, as in `regesta review letter-1939 --complete`."
        )
    refused = False
    writer = LogWriter(ws, reviewer.name, reviewer.device)
    decided = Decided(ws)
    blind = scope(ws, Wanted(), reviewer.name).blind
    decided.decisions = [each for each in decided.decisions if not blind.hides(each)]
    for source in sources:
        standings = [each for each in decided.reviewed([source]).mentions.values() if each.record.source == source]
        try:
            writer.append(draft(mark(standings, labels), reviewer.name, reviewer.device, reviewer.now()))
            print_findings(writer.findings)
            say(f"{source} is marked as reviewed to the end for {', '.join(labels)}; `undo` takes it back.")
        except RegestaError as error:
            refused = True
            print_findings([msgspec.structs.replace(error.finding, path=f"corpus/{source}")])
    if refused:
        click.get_current_context().exit(FOUND_PROBLEMS)
