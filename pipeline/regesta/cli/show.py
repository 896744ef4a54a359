"""`regesta show`: print a source, mention, claim or event as a historian would read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from regesta.cli.common import json_option, pass_workspace, print_json, safe
from regesta.workspace.workspace import Workspace

if TYPE_CHECKING:
    from regesta.model.claim import Claim, Count, Value
    from regesta.model.event import Event, EventValue
    from regesta.model.mention import Mention
    from regesta.model.reviewed import Standing
    from regesta.model.source import Source
    from regesta.stages.show import Shown


@click.command("show")
@click.argument("name", metavar="SOURCE|MENTION|CLAIM|EVENT")
@json_option
@pass_workspace
def command(ws: Workspace, name: str, as_json: bool) -> None:
    """Print a source, mention, claim or event.

    A source is named by its citekey, the others by their id. An event is printed with its values side by side, each
    with the words that say it and whose words they are.

    \b
    Example:
      regesta show smith1950
    """
    from regesta.stages.show import show

    shown = show(ws, name)
    if as_json:
        print_json(shown.record)
        return
    for line in _lines(shown):
        click.echo(safe(line))


def _lines(shown: Shown) -> Iterator[str]:
    if shown.source is not None:
        yield from _source(shown, shown.source)
    elif shown.mention is not None:
        yield from _mention(shown.mention)
    elif shown.claim is not None:
        yield from _claim(shown, shown.claim)
    elif shown.event is not None:
        yield from _event(shown, shown.event)


def _source(shown: Shown, source: Source) -> Iterator[str]:
    yield f"{source.id}  {source.csl.get('title', 'no title')}"
    held = f"{shown.chars:,} characters, {len(source.pages)} pages" if source.held else "not held"
    name = f", from {source.file.name} ({source.file.media_type})" if source.file else ""
    yield f"  {held}{name}"
    yield f"  language {source.language or 'not known'}, access {source.rights.access}"
    for standing in shown.claims:
        yield f"  {standing.record.id}  {standing.status:9}  {_short(shown, standing.record)}"


def _mention(standing: Standing[Mention]) -> Iterator[str]:
    mention = standing.record
    yield f"{mention.id}  {mention.label}  {mention.value or 'no value'}  ({standing.status})"
    yield f"  {_quote(mention)}"
    yield f"  {mention.source}, {_page(mention)}{mention.start}-{mention.end}"
    by = f"{mention.by.component} {mention.by.version}".strip()
    yield f"  proposed by {by}" + (f", rule {mention.rule}" if mention.rule else "")
    if mention.anchor:
        yield f"  what its words leave open comes from {mention.anchor}"
    for alternative in mention.alternatives:
        yield f"  or: {alternative.value}"
    if standing.reviewers:
        yield f"  decided by {', '.join(standing.reviewers)}"


def _claim(shown: Shown, standing: Standing[Claim]) -> Iterator[str]:
    claim = standing.record
    yield f"{claim.id}  {_short(shown, claim)}  ({standing.status})"
    passage = shown.mentions.get(claim.passage)
    if passage is not None:
        yield f"  “{' '.join(passage.exact.split())}”"
        yield f"  {passage.source}, {_page(passage)}{passage.start}-{passage.end}"
    yield f"  {claim.stance} by {claim.asserted_by.label} ({claim.asserted_by.kind})"
    if claim.via:
        yield f"  relayed from {claim.via}"
    if claim.about:
        yield f"  {claim.about.relation} {claim.about.claim}"
    for value in claim.values:
        words = "; ".join(f"“{shown.mentions[cite].exact}”" for cite in value.cites if cite in shown.mentions)
        hedge = "" if value.hedge == "none" else f" ({value.hedge})"
        yield f"  {_slot(value):18} {_reading(shown, value)}{hedge}  {words}".rstrip()
    if standing.reviewers:
        yield f"  decided by {', '.join(standing.reviewers)}"


def _event(shown: Shown, event: Event) -> Iterator[str]:
    yield f"{event.id}  {event.label or event.type}"
    for value in event.values:
        mark = {"preferred": "*", "normal": " ", "deprecated": "-"}[value.rank]
        contested = "  contested" if value.property in event.contested else ""
        yield f" {mark} {_slot(value):18} {_reading(shown, value)}{contested}"
        for cite in value.cites:
            mention = shown.mentions.get(cite)
            if mention is not None:
                yield f"      {mention.source}, {_page(mention)}{_quote(mention)}"
    for standing in shown.claims:
        claim = standing.record
        yield f"   {claim.id}  {claim.stance} by {claim.asserted_by.label} in {claim.source}"


def _short(shown: Shown, claim: Claim) -> str:
    """A claim in one line: its type, when and where."""
    parts = [_reading(shown, value) for value in claim.values if value.property in ("when", "where")]
    return ", ".join([claim.label or claim.type, *parts])


def _slot(value: Value | EventValue) -> str:
    return f"{value.property} ({value.role})" if value.role else value.property


def _reading(shown: Shown, value: Value | EventValue) -> str:
    """What a value says, in words."""
    if value.entity is not None:
        return shown.entity_label(value.entity)
    if value.count is not None:
        return _count(value.count)
    return value.edtf or value.event or value.text or ""


def _count(count: Count) -> str:
    if count.low is not None and count.high is not None and count.low != count.high:
        return f"{count.low} to {count.high} {count.unit}"
    return (
        f"{count.best if count.best is not None else count.low if count.low is not None else count.high} {count.unit}"
    )


def _quote(mention: Mention) -> str:
    """The words in their context, on one line."""
    before, after = " ".join(mention.prefix.split()), " ".join(mention.suffix.split())
    return f"…{before} [{' '.join(mention.exact.split())}] {after}…"


def _page(mention: Mention) -> str:
    return f"page {mention.page}, " if mention.page else ""
