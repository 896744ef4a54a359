"""`regesta schema NAME`: print the JSON Schema of a record."""

from __future__ import annotations

import json

import click

from regesta.model.schemas import RECORDS, schema


@click.command("schema")
@click.argument("name", type=click.Choice(sorted(RECORDS)))
def command(name: str) -> None:
    """Print the JSON Schema of a record.

    It is made from the type that the program itself uses, so that what it allows is what regesta reads.

    \b
    Example:
      regesta schema mention
    """
    click.echo(json.dumps(schema(name), indent=2, ensure_ascii=False))
