"""`regesta show`: print a source, mention, claim or event as a historian would read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from regesta.cli.common import json_option, pass_workspace, print_json, safe
from regesta.edtf.words import date_in_words
from regesta.model.counts import count_in_words, counted
from regesta.workspace.workspace import Workspace

if TYPE_CHECKING:
    from regesta.model.claim import Claim, Value
    from regesta.model.event import Event, EventValue
    from regesta.model.mention import Mention
    from regesta.model.reviewed import Standing
    from regesta.model.source import Source
    from regesta.stages.show import Named, Shown


@click.command("show")
@click.argument("name", metavar="SOURCE|MENTION|CLAIM|EVENT|ENTITY")
@json_option
@pass_workspace
def command(ws: Workspace, name: str, as_json: bool) -> None:
    """Print a source, mention, claim, event or person.

    A source is named by its citekey, the others by their id. An event is printed with its values side by side, and
    then claim by claim: whose word it is, how firmly, and the passage with the words that say it in brackets.
    A person, a place or an organisation is printed with all names met, and with who said that they are one.

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
    elif shown.person is not None:
        yield from _named(shown.person)


def _source(shown: Shown, source: Source) -> Iterator[str]:
    yield f"{source.id}  {source.csl.get('title', 'no title')}"
    pages = f", {counted(len(source.pages), 'page')}" if source.pages else ""
    held = f"{counted(shown.chars, 'character')}{pages}" if source.held else "not held"
    name = f", from {source.file.name} ({source.file.media_type})" if source.file else ""
    yield f"  {held}{name}"
    for correction in source.text.corrections if source.text else ():
        note = f": {correction.note}" if correction.note else ""
        yield f"  text corrected by {correction.by}, {correction.at[:10]}{note}"
    yield f"  language {source.language or 'not known'}, access {source.rights.access}"
    for standing in shown.claims:
        yield f"  {standing.record.id}  {standing.status:9}  {_short(shown, standing.record)}"


def _mention(standing: Standing[Mention]) -> Iterator[str]:
    mention = standing.record
    yield f"{mention.id}  {mention.label}  {mention.value or 'no value'}  ({standing.status})"
    yield f"  {_in_context(mention)}"
    yield f"  {_where_it_stands(mention)}, characters {mention.start}–{mention.end}"
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
    yield from _told(shown, claim)
    for value in claim.values:
        words = "; ".join(f"“{_on_one_line(shown.mentions[c].exact)}”" for c in value.cites if c in shown.mentions)
        hedge = "" if value.hedge == "none" else f" ({value.hedge})"
        yield f"  {_slot(value):20} {_reading(shown, value)}{hedge}  {words}".rstrip()
    score = "" if claim.by.score is None else f", score {claim.by.score:.2f}"
    yield f"  proposed by {claim.by.component} {claim.by.version}".rstrip() + score
    for reason in claim.by.reasons:
        yield f"    {_on_one_line(reason)}"
    if standing.reviewers:
        yield f"  decided by {', '.join(standing.reviewers)}"


def _event(shown: Shown, event: Event) -> Iterator[str]:
    yield f"{event.id}  {event.label or event.type}"
    for value in event.values:
        rank = "" if value.rank == "preferred" else f"  {value.rank}"
        contested = "  contested" if value.property in event.contested else ""
        yield f"  {_slot(value):20} {_reading(shown, value)}{contested}{rank}"
    for number, standing in enumerate(shown.claims, 1):
        claim = standing.record
        yield ""
        yield f"  [{number}] {claim.id}  {_short(shown, claim)}  ({standing.status})"
        yield from _told(shown, claim)


def _named(person: Named) -> Iterator[str]:
    entry = person.entry
    label = entry.label if entry else next(iter(person.forms), person.id)
    yield f"{person.id}  {label}" + ("" if entry else "  (no entry in the authority file)")
    if entry is not None:
        ids = ((name, getattr(entry, name)) for name in ("wikidata", "viaf", "gnd", "geonames", "born", "died", "note"))
        for name, held in [("also", "; ".join(entry.names)), ("type", entry.type), *ids]:
            if held:
                yield f"  {name:9} {held}"
    if person.forms:
        met = ", ".join(f"{form} ({count})" for form, count in person.forms.items())
        yield f"  named     {met}"
        yield f"  in        {', '.join(person.sources)}"
    if person.identity is not None:
        yield f"  joined    {', '.join(person.identity.ids)}, by {', '.join(person.identity.by)}"


def _told(shown: Shown, claim: Claim) -> Iterator[str]:
    """Whose word a claim is and how firmly, and the passages on which it rests."""
    asserter = claim.asserted_by
    if asserter.kind == "source":
        yield f"  {claim.stance} by the source itself, {asserter.label}"
    elif asserter.kind == "anonymous":
        yield f"  {claim.stance} by somebody unnamed, as {claim.source} tells it"
    else:
        yield f"  {claim.stance} by {asserter.label} ({asserter.kind}), as {claim.source} tells it"
    if claim.via:
        yield f"  relayed from {claim.via}"
    if claim.about:
        yield f"  {claim.about.relation} {claim.about.claim}"
    cites = [cite for value in claim.values for cite in value.cites] + list(asserter.cites)
    cited = [shown.mentions[cite] for cite in dict.fromkeys(cites) if cite in shown.mentions]
    passage = shown.mentions.get(claim.passage)
    if passage is not None:
        yield f"    “{_marked(passage, cited)}”"
        yield f"    — {_where_it_stands(passage)}"
    for mention in cited:
        if passage is None or mention.start < passage.start or mention.end > passage.end:
            yield f"    and {_in_context(mention)}"


def _short(shown: Shown, claim: Claim) -> str:
    """A claim in one line: its type, when and where."""
    parts = [_reading(shown, value) for value in claim.values if value.property in ("when", "where")]
    return ", ".join([claim.label or claim.type.replace("_", " "), *parts])


def _slot(value: Value | EventValue) -> str:
    return f"{value.property} ({value.role})" if value.role else value.property


def _reading(shown: Shown, value: Value | EventValue) -> str:
    """What a value says, in words."""
    if value.entity is not None:
        return _name(shown, value.entity, value.cites)
    if value.count is not None:
        return count_in_words(value.count)
    if value.edtf:
        return date_in_words(value.edtf)
    return value.event or value.text or ""


def _name(shown: Shown, entity: str, cites: Sequence[str]) -> str:
    """The name of an entity as the authority files have it, else as the cited words say it."""
    if shown.authority.get(entity):
        return shown.entity_label(entity)
    said = [shown.mentions[cite] for cite in cites if cite in shown.mentions]
    return next((_on_one_line(mention.exact) for mention in said if mention.value == entity), entity)


def _marked(passage: Mention, cited: Sequence[Mention]) -> str:
    """The words of a passage on one line, those that are cited in square brackets."""
    words, at = "", passage.start
    for mention in sorted(cited, key=lambda each: (each.start, -each.end)):
        if mention.start < at or mention.end > passage.end:
            continue
        words += passage.exact[at - passage.start : mention.start - passage.start]
        words += f"[{passage.exact[mention.start - passage.start : mention.end - passage.start]}]"
        at = mention.end
    return _on_one_line(words + passage.exact[at - passage.start :])


def _in_context(mention: Mention) -> str:
    """The words with those around them, on one line."""
    return _on_one_line(f"…{mention.prefix}[{mention.exact}]{mention.suffix}…")


def _on_one_line(words: str) -> str:
    return " ".join(words.split())


def _where_it_stands(mention: Mention) -> str:
    return f"{mention.source}, page {mention.page}" if mention.page else mention.source
