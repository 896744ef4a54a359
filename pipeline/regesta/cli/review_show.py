"""An item of a review as lines for a terminal: the quote in its context, marked, and the record in words."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence

import click
import msgspec
from msgspec import Struct

from regesta.cli.columns import wrapped
from regesta.cli.common import safe
from regesta.edtf.words import date_in_words
from regesta.model.claim import Claim
from regesta.model.decision import Decision
from regesta.model.event import Join
from regesta.model.mention import By, Mention
from regesta.model.same import Same
from regesta.review.amended import amended
from regesta.review.excerpt import Excerpt, pieces
from regesta.review.memory import recollection
from regesta.review.queue import Item
from regesta.review.session import Session
from regesta.review.words import asserter_in_words, claim_in_words, value_in_words
from regesta.tag.dates.rules import in_words

#: Stand for the edges of a mark while lines are broken; `safe` lets neither through from a text.
_OPEN, _CLOSE = "\x02", "\x03"
#: Code points of a note that are shown; the whole of it stands in the log.
_LONGEST_NOTE = 400
#: With less room beside the names, what is said stands below them.
_NARROW = 16
#: A line end before an item of a list; any other line end is one because the line was full.
_ITEM = re.compile(r"\n(?=[ \t]*(?:[-*•–]|\d{1,3}[.)])[ \t])")


class Look(Struct, frozen=True, kw_only=True):
    """How a screen marks: `brackets` where there is no colour; `width` in columns."""

    width: int = 80
    brackets: bool = False


def lines(session: Session, shown: Item, look: Look) -> list[str]:
    """The whole item: head, context, record, and why it is asked again where it is."""
    found = [*_head(session, shown, look), ""]
    if isinstance(shown.record, Join | Same):
        found += [*wrapped(_asked(shown.record), look.width, "  ", "  "), ""]
        found += both_sides(session, shown.record, look)
    else:
        found += [*_context(session.excerpt(shown), look), "", *_record(session, shown.record, look)]
    return found + _memory(session, shown, look) + _standing(session, shown, look)


def in_short(decision: Decision) -> str:
    """What a decision has put in force, in a few words; empty where it has changed nothing."""
    if decision.answer not in ("amend", "add"):
        return ""
    target = decision.target
    if target.mention is not None:
        mention = amended(target.mention, decision.set)
        title = f", title {mention.title}" if mention.title else ""
        return f"{mention.label} “{flat(mention.exact)}” {mention.value or 'open'}{title}"
    if target.claim is None:
        return ""
    return claim_in_words(amended(target.claim, decision.set))


def _head(session: Session, shown: Item, look: Look) -> list[str]:
    record = shown.record
    counts = session.counts
    what = f"{counts.passed + 1} of {counts.passed + counts.left} · {shown.kind}"
    if isinstance(record, Mention):
        what += f" · {record.label} · {record.source}{_page(record)}"
    elif isinstance(record, Claim):
        passage = session.cited(record).get(record.passage)
        what += f" · {safe(record.type)} · {record.source}{_page(passage)}"
    return [_bold(line, look) for line in wrapped(what, look.width, rest="  ")]


def _page(mention: Mention | None) -> str:
    return f", page {mention.page}" if mention is not None and mention.page is not None else ""


def _context(shown: Excerpt | None, look: Look) -> list[str]:
    if shown is None:
        return ["  (the words do not stand in the text as it is now)"]
    said = ((_ITEM.split(piece), mark) for piece, mark in pieces(shown))
    text = "".join(
        "\n".join(f"{_OPEN}{flat(line)}{_CLOSE}" if mark else flat(line) for line in piece) for piece, mark in said
    )
    text = f"{'… ' if shown.cut_before else ''}{text}{' …' if shown.cut_after else ''}"
    if look.brackets:
        text = text.replace(_OPEN, "[[").replace(_CLOSE, "]]")
    return _painted(line for item in text.split("\n") for line in wrapped(item, look.width - 4))


def flat(piece: str) -> str:
    """Foreign text on one line, made harmless; white space at its edges stays as one space."""
    head = " " if piece[:1].isspace() else ""
    tail = " " if piece[-1:].isspace() and piece.strip() else ""
    return f"{head}{safe(' '.join(piece.split()))}{tail}"


def _painted(broken: Iterable[str]) -> list[str]:
    """The lines with their marks in colour; one that goes over a line end is closed there and opened again."""
    found = []
    inside = False
    for line in broken:
        done = []
        for piece in line.replace(_OPEN, f"\0{_OPEN}").replace(_CLOSE, f"\0{_CLOSE}").split("\0"):
            inside = piece.startswith(_OPEN) or (inside and not piece.startswith(_CLOSE))
            bare = piece.lstrip(f"{_OPEN}{_CLOSE}")
            done.append(click.style(bare, bold=True, reverse=True) if inside and bare else bare)
        found.append("  " + "".join(done))
    return found


def _record(session: Session, record: Mention | Claim, look: Look) -> list[str]:
    return _rows(_named(session, record), look)


def _named(session: Session, record: Mention | Claim) -> list[tuple[str, str]]:
    """What is said of a record, each thing by its name."""
    return _mention(session, record) if isinstance(record, Mention) else _claim(session, record)


def _mention(session: Session, mention: Mention) -> list[tuple[str, str]]:
    rows = [("quote", f"“{flat(mention.exact)}”"), ("label", mention.label)]
    rows.append(("value", _meaning(session, mention) if mention.value else "open"))
    if mention.title:
        rows.append(("title", mention.title))
    if mention.rule:
        rows.append(("rule", rule_in_words(mention)))
    if mention.anchor:
        rows.append(("taken from", anchor_in_words(session, mention.anchor)))
    if mention.alternatives:
        rows.append(("or", ", ".join(each.value for each in mention.alternatives)))
    return [*rows, ("proposed by", by_in_words(mention.by)), *_because(mention.by.reasons)]


def _meaning(session: Session, mention: Mention) -> str:
    if mention.label == "DATE":
        return f"{mention.value} ({date_in_words(mention.value)})"
    return _entity(session, mention.value)


def _entity(session: Session, entity_id: str) -> str:
    entity = session.project.authority.get(entity_id)
    return f"{entity_id} ({entity.label})" if entity else entity_id


def rule_in_words(mention: Mention) -> str:
    """The rule that gave the value; of a date, with what it means."""
    return mention.rule if mention.label != "DATE" else f"{mention.rule}: {in_words(mention.rule)}"


def anchor_in_words(session: Session, mention_id: str) -> str:
    """The mention from which a value took what its words leave open."""
    standing = session.state.mentions.get(mention_id)
    return f"“{flat(standing.record.exact)}” ({standing.record.value or 'open'})" if standing else mention_id


def by_in_words(by: By) -> str:
    """Who proposed it, and how sure it was."""
    score = "" if by.score is None else f", score {by.score:.2f}"
    return f"{by.component} {by.version}".strip() + score


def _claim(session: Session, claim: Claim) -> list[tuple[str, str]]:
    cited = session.cited(claim)
    rows = []
    for value in claim.values:
        name = f"{value.property} ({value.role})" if value.role else value.property
        said = _entity(session, value.entity) if value.entity else value_in_words(value)
        if value.entity and value.hedge != "none":
            said += f" [{value.hedge}]"
        rows.append((name, f"{said}  {_quotes(value.cites, cited, claim.passage)}"))
    says = f"{asserter_in_words(claim.asserted_by)}  {_quotes(claim.asserted_by.cites, cited, '')}"
    rows += [("says so", says), ("stance", claim.stance)]
    if claim.via:
        rows.append(("relayed from", claim.via))
    if claim.about is not None:
        other = session.claim(claim.about.claim)
        rows.append((claim.about.relation, _in_short(other) if other else claim.about.claim))
    return [*rows, ("proposed by", by_in_words(claim.by)), *_because(claim.by.reasons)]


def _quotes(cites: Iterable[str], cited: dict[str, Mention], passage: str) -> str:
    quotes = [
        "the passage" if name == passage else f"“{flat(cited[name].exact)}”" if name in cited else name
        for name in cites
    ]
    return f"← {', '.join(quotes)}" if quotes else ""


def _in_short(claim: Claim) -> str:
    """A claim in one line: what, when, where, and in which source."""
    said = [value_in_words(value) for value in claim.values if value.property in ("when", "where")]
    return f"{claim.id}: {claim.label or claim.type}, {', '.join(said)}, {claim.source}"


def _asked(proposal: Join | Same) -> str:
    if isinstance(proposal, Join):
        return "Do these two speak of one event? accept: yes, join them; reject: no, keep them apart."
    return f"Are these two one {proposal.kind}? accept: yes, one; reject: no, two."


def both_sides(session: Session, proposal: Join | Same, look: Look) -> list[str]:
    """Why the two claims or the two names of a pair may be one, then one after the other."""
    sides = _join(session, proposal, look) if isinstance(proposal, Join) else _same(session, proposal, look)
    why = [("score", f"{proposal.score:.2f}"), *_because(proposal.reasons)]
    return [*_rows(why, look), "", *sides]


def _join(session: Session, proposal: Join, look: Look) -> list[str]:
    found: list[str] = []
    for letter, name in zip("AB", proposal.claims, strict=True):
        claim = session.claim(name)
        if claim is None:
            found.append(f"  {letter}  {name} (not proposed any more)")
            continue
        item = Item(kind="claim", id=name, record=claim, status="open")
        found += _side_head(f"{letter}  {safe(claim.type)} · {claim.source}", look)
        short = msgspec.structs.replace(claim, by=msgspec.structs.replace(claim.by, reasons=()))
        found += [*_context(session.excerpt(item), look), *_record(session, short, look), ""]
    return found


def _same(session: Session, proposal: Same, look: Look) -> list[str]:
    found: list[str] = []
    for letter, side in zip("AB", proposal.sides, strict=True):
        found += _side_head(f"{letter}  {safe(side.label)} · {safe(side.entity)}", look)
        others = [form for form in side.forms if form != side.label]
        rows = [("also", ", ".join(others))] if others else []
        found += _rows([*rows, *([("known as", side.note)] if side.note else [])], look)
        for mention in side.mentions:
            found.append(f"  {safe(mention.source)}{_page(mention)}:")
            found += _context(session.excerpt_of(mention) or _as_read(mention), look)
        if not side.mentions:
            found.append("  (named in the authority file; no accepted mention)")
        found.append("")
    return found


def _side_head(words: str, look: Look) -> list[str]:
    return [_bold(line, look) for line in wrapped(words, look.width, "  ", "     ")]


def _as_read(mention: Mention) -> Excerpt:
    """The words of a mention in the little context that it carries, for a source that the session does not hold."""
    start = len(mention.prefix)
    words = f"{mention.prefix}{mention.exact}{mention.suffix}"
    marks = ((start, start + len(mention.exact)),)
    return Excerpt(text=words, start=0, marks=marks, cut_before=True, cut_after=True)


def _because(reasons: Iterable[str]) -> list[tuple[str, str]]:
    return [("because", reason) for reason in reasons]


def _memory(session: Session, shown: Item, look: Look) -> list[str]:
    """What was decided about the name before, and the key that takes it."""
    found = recollection(session, shown)
    if found is None:
        return []
    reading = "no name" if found.answer == "reject" else f"{found.label} {_entity(session, found.value)}"
    if found.title:
        reading += f", title {found.title}"
    often = f"{found.times} of {found.times + found.otherwise} times by {', '.join(found.reviewers)}"
    return _rows([("decided as", f"{reading}, {often}; m takes it")], look)


def _standing(session: Session, shown: Item, look: Look) -> list[str]:
    found = []
    if shown.status not in ("open", "skipped"):
        found.append(("status", f"{shown.status} ({', '.join(shown.reviewers)})"))
    if shown.why:
        found.append(("look again" if shown.stale else "but", shown.why))
    found += [("note", f"{who}: {textwrap.shorten(words, _LONGEST_NOTE)}") for who, words in session.notes(shown)]
    rows = _rows(found, look)
    if isinstance(shown.record, Join | Same):
        return rows
    above = _record(session, shown.record, look)
    if shown.changed and isinstance(shown.proposal, Mention | Claim):
        rows.append("  Now proposed (accept takes this, keep leaves the above):")
        rows += _differing(_record(session, shown.proposal, look), above)
        there = {name for name, _ in _named(session, shown.proposal)}
        gone = [(name, "nothing any more") for name, _ in _named(session, shown.record) if name not in there]
        rows += _differing(_rows(gone, look), []) if gone else []
    if shown.status == "disagreed":
        for reviewer, record in session.rivals(shown).items():
            other = [] if record is None else _differing(_record(session, record, look), above)
            said = "rejects it" if record is None else "holds, other than above:" if other else "holds the above"
            rows += [f"  {safe(reviewer)} {said}", *other]
    return rows


def _differing(rows: list[str], above: list[str]) -> list[str]:
    """The rows that are not above as well, a little further in."""
    return [f"  {row}" for row in rows if row not in above]


def _rows(rows: Sequence[tuple[str, str]], look: Look) -> list[str]:
    """Two columns: names, and what is said of them; below them where there is no room beside."""
    least = 12 if look.width >= 60 else 0
    column = max([least, *(len(name) for name, _ in rows)]) + 2
    found = []
    for name, said in rows:
        room = look.width - column - 4
        if room < _NARROW:
            found += [f"  {safe(name)}", *wrapped(safe(said), look.width - 2, "    ", "    ")]
            continue
        lines = wrapped(safe(said), room) or [""]
        found.append(f"  {safe(name):<{column}}{lines[0]}")
        found += [" " * (column + 2) + more for more in lines[1:]]
    return found


def _bold(text: str, look: Look) -> str:
    return text if look.brackets else click.style(text, bold=True)
