"""`regesta authority`: the project's own places, people and organisations."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from regesta.cli.common import finish, json_option, pass_workspace, print_json, safe, say
from regesta.model.counts import counted
from regesta.model.entity import EntityKind
from regesta.workspace.workspace import Workspace

if TYPE_CHECKING:
    from regesta.model.entity import Entity

_IDS = ("wikidata", "viaf", "gnd", "geonames")


@click.group("authority")
def command() -> None:
    """List the project's places, people and organisations, or add a table.

    They stand in annotations/authority, one JSON object a line, and may be edited there by hand.

    \b
    Examples:
      regesta authority import people.csv --yes
      regesta authority list
    """


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--kind",
    type=click.Choice(["person", "place", "organisation"]),
    default="person",
    show_default=True,
    help="What the rows are that do not say it in a column `kind`.",
)
@click.option("--yes", is_flag=True, help="Write without asking.")
@pass_workspace
def import_(ws: Workspace, file: Path, kind: EntityKind, yes: bool) -> None:
    """Add a table of names with their identifiers.

    FILE is CSV with a head: name, other names (with ; between), Wikidata, VIAF, GND, GeoNames, born, died, type, note,
    id, kind; all but the name may be left out. Says what would change first. To an entry that is there is added what
    it lacks; nothing is overwritten, and what differs is said.

    \b
    Example:
      regesta authority import people.csv --yes
    """
    from regesta.stages.authority import planned, save

    taken = planned(ws, file, kind)
    for entity in taken.entities:
        more = taken.more.get(entity.id)
        click.echo(safe(f"add to  {entity.id}: {', '.join(more)}" if more else f"new     {_line(entity)}"))
    say(f"{counted(len(taken.new), 'new entry')}, {len(taken.more)} added to.")
    if taken.entities and (yes or (sys.stdin.isatty() and click.confirm("Write them?", err=True))):
        say(f"written: {', '.join(save(ws, taken))}")
    elif taken.entities:
        say("Nothing was written." + ("" if sys.stdin.isatty() else " Say --yes to write."))
    finish(taken.findings)


@command.command("list")
@click.argument("words", required=False, default="")
@json_option
@pass_workspace
def list_(ws: Workspace, words: str, as_json: bool) -> None:
    """List the entries; those with WORDS in a name or an id.

    \b
    Example:
      regesta authority list kowal
    """
    from regesta.stages.authority import entries

    found, findings = entries(ws, words)
    for entity in found:
        if as_json:
            print_json(entity)
        else:
            click.echo(safe(_line(entity)))
    finish(findings)


def _line(entity: Entity) -> str:
    """An entry on one line: id, name, other names, years, outside ids."""
    lived = f" ({entity.born or '?'}–{entity.died or '?'})" if entity.born or entity.died else ""
    also = f", also {'; '.join(entity.names)}" if entity.names else ""
    ids = "".join(f"  {name} {getattr(entity, name)}" for name in _IDS if getattr(entity, name))
    return f"{entity.id}  {entity.label}{lived}{also}{ids}"
