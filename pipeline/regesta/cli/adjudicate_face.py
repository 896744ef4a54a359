"""Conflicts in the terminal: who says what, side by side, and what an adjudicator answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest

from regesta.cli.columns import padded, wrapped
from regesta.cli.common import safe
from regesta.cli.review_face import Face
from regesta.cli.review_line import claim_change, mention_change
from regesta.cli.review_show import Look, anchor_in_words, both_sides, by_in_words, flat, rule_in_words
from regesta.cli.review_words import Done, Word, command_of, words_of
from regesta.edtf.words import date_in_words
from regesta.model.claim import Claim
from regesta.model.digest import digest
from regesta.model.event import Join
from regesta.model.mention import Mention
from regesta.model.same import Same
from regesta.review import acts
from regesta.review.act import Act, refuse
from regesta.review.complete import is_mark
from regesta.review.conflicts import Conflict, amend, conflicts, held_by, take, take_all
from regesta.review.excerpt import excerpt, pieces
from regesta.review.ledger import Key
from regesta.review.queue import Item
from regesta.review.session import Session
from regesta.review.stale import Stale
from regesta.review.words import claim_in_words
from regesta.stages.reviewing import ReviewLog

_HELP = """\
1 2 …   Take this side (or: take NAME).
b both  Keep all that was marked here, side by side.
0 nothing   There is nothing here: reject all of it. Of a pair: they are two.
e amend The first with changes, as in a review: amend label=PLACE span="exact words"
s skip  Leave it open for now.
u undo  Take your last ruling back.
q quit  Stop; all is saved.
Every answer but skip takes note="…" too."""
#: The keys on one line.
LEGEND = "1 2 … take a side  b both  0 nothing  e amend  s skip  u undo  q quit  ? help"
_SHORT = {"b": "both", "0": "nothing", "reject": "nothing"}
#: Columns that a side needs, so that it can stand beside another.
_SIDE = 28


class Bench(Face):
    """A face that shows conflicts instead of items. `left` are those that are not settled; the first is shown."""

    def __init__(self, session: Session, log: ReviewLog, sources: Sequence[str]) -> None:
        super().__init__(session, log, plain=False)
        self._sources = sources
        self._skipped: list[Key] = []
        self._just_skipped = False
        self.left = self._open()

    def _open(self) -> list[Conflict]:
        found = conflicts(self.session, self._sources)
        return [each for each in found if each.items[0].key not in self._skipped]

    def show(self) -> None:
        """Prints the conflict that is asked, or that there is none."""
        self.echo("")
        if not self.left:
            self.echo("Nothing is in conflict here.")
            return
        for line in _lines(self.session, self.left[0], len(self.left), self.look):
            self.echo(line)

    @property
    def help(self) -> str:
        """What can be answered to a conflict."""
        return _HELP

    def perform(self, line: str) -> Done | None:
        """Does a line; None for an empty one. A ruling is one batch, on disk when this returns."""
        first, _, rest = line.strip().partition(" ")
        name = first
        if not first.isdigit() and first not in _SHORT:
            name, rest = command_of(line)
        name = _SHORT.get(name, name)
        if not name:
            return None
        words = words_of(rest)
        note = next((word.text for word in words if word.name == "note"), "")
        words = [word for word in words if word.name != "note"]
        if name == "undo":
            said = self._take_back(note)
            self.left = self._open()
        elif self.left:
            said = self._ruled(self.left[0], name, words, note)
        else:
            raise refuse("nothing is in conflict here")
        return Done(message=said, moved=True)

    def _ruled(self, conflict: Conflict, name: str, words: list[Word], note: str) -> str:
        """Rules on the first, which then is none any more; where somebody was faster, all are looked for anew."""
        try:
            said = self._rule(conflict, name, words, note)
        except Stale:
            self.left = self._open()
            raise
        del self.left[0]
        return said

    def _rule(self, conflict: Conflict, name: str, words: list[Word], note: str) -> str:
        session = self.session
        if name == "skip":
            self._skipped.append(conflict.items[0].key)
            self._just_skipped = True
            return "skipped"
        if name == "nothing":
            return self._settled(conflict, lambda each: acts.rejecting(session, each, note), "nothing here")
        if name == "both":
            return self._settled(conflict, lambda each: take_all(session, conflict, each, note), "all are kept")
        if name == "amend":
            record = conflict.items[0].record
            if not words or not isinstance(record, Mention | Claim):
                raise refuse("say what to change", "Such as `amend label=PLACE`.")
            change = mention_change(session, record, words) if isinstance(record, Mention) else claim_change(words)
            return self._settled(conflict, lambda each: amend(session, conflict, change, each, note), "amended")
        side = _side(conflict, name, words)
        return self._settled(conflict, lambda each: take(session, conflict, side, each, note), f"as {side}")

    def _take_back(self, note: str) -> str:
        """Takes back what was done last: a skip, or the last ruling."""
        if self._just_skipped:
            self._skipped.pop()
            self._just_skipped = False
            return "asked again"
        return "there is nothing to take back" if self.session.undo(note) is None else "taken back"

    def _settled(self, conflict: Conflict, act: Callable[[Item], Act], said: str) -> str:
        saved = self.session.settle(conflict.items, act)
        self._just_skipped = False
        return f"saved, line {saved[-1].seq}: {said}"


def _side(conflict: Conflict, name: str, words: Sequence[Word]) -> str:
    """The reviewer whose side is meant, by number or name."""
    names = list(conflict.sides)
    if name.isdigit() and 1 <= int(name) <= len(names) and not words:
        return names[int(name) - 1]
    if name == "take" and len(words) == 1:
        return words[0].text
    raise refuse(f"{name!r} is no answer to a conflict", "`?` shows what is.")


def _lines(session: Session, conflict: Conflict, left: int, look: Look) -> list[str]:
    """A conflict: where it stands, the words in their context, and the sides beside each other if there is room."""
    first = conflict.items[0].record
    width = look.width
    page = f", page {first.page}" if isinstance(first, Mention) and first.page is not None else ""
    place = f"{safe(conflict.source)}{page}" if conflict.source else _pair(first)
    found = [*wrapped(f"{left} left · {conflict.items[0].kind} · {place}", width, rest="  "), ""]
    found += [*_context(session, conflict, look), ""]
    columns = [
        [*_rows(session, number, name, conflict), *_notes(session, name, conflict)]
        for number, name in enumerate(conflict.sides, start=1)
    ]
    if len(columns) * _SIDE > width - 2:
        for rows in columns:
            found += [
                *(f"  {line}" for row in rows for line in wrapped(row, width - 4, rest="  ")),
                "",
            ]
        return found
    room = (width - 2) // len(columns) - 2
    made = [[line for row in rows for line in wrapped(row, room, rest="  ")] for rows in columns]
    for cells in zip_longest(*made, fillvalue=""):
        found.append("  " + "  ".join(padded(cell, room) for cell in cells).rstrip())
    return [*found, ""]


def _pair(record: object) -> str:
    return "one event, or two?" if isinstance(record, Join) else "one name, or two?"


def _context(session: Session, conflict: Conflict, look: Look) -> list[str]:
    """The text around all that is marked, in brackets; of a claim, its passage; of a pair, both."""
    item = conflict.items[0]
    if isinstance(item.record, Join | Same):
        return both_sides(session, item.record, look)
    records = [held for side in conflict.sides.values() for held in held_by(side)]
    marked = [(record.start, record.end) for record in records if isinstance(record, Mention)]
    if marked:
        whole = (min(start for start, _ in marked), max(end for _, end in marked))
        around = excerpt(session.text(conflict.source), [whole])
    else:
        found = session.excerpt(item)
        if found is None:
            return ["  (the words do not stand in the text as it is now)"]
        around = found
    said = "".join(f"[[{flat(piece)}]]" if mark else flat(piece) for piece, mark in pieces(around))
    return [f"  {line}" for line in wrapped(said, look.width - 4)]


def _rows(session: Session, number: int, name: str, conflict: Conflict) -> list[str]:
    """One side, row by row: who, what is held, with digests by which to tell like from alike."""
    rows = [f"{number}  {safe(name)}"]
    for record in held_by(conflict.sides[name]):
        if isinstance(record, Join | Same):
            return [*rows, "one"]
        if isinstance(record, Mention):
            value = record.value or "open"
            meaning = f" ({date_in_words(value)})" if record.label == "DATE" and record.value else ""
            rows += [f"{record.label} “{flat(record.exact)}”", f"value {safe(value)}{meaning}"]
            rows += [f"title {safe(record.title)}"] if record.title else []
            rows += [f"rule {safe(rule_in_words(record))}"] if record.rule else []
            rows += [f"taken from {anchor_in_words(session, record.anchor)}"] if record.anchor else []
        else:
            rows += [safe(line) for line in claim_in_words(record).split("; ")]
        rows += [f"proposed by {safe(by_in_words(record.by))}", f"digest {digest(record)[:8]}"]
    if len(rows) > 1:
        return rows
    if isinstance(conflict.items[0].record, Join | Same):
        return [*rows, "two"]
    return [*rows, "nothing here", *(["(reviewed to the end)"] if name in conflict.silent else [])]


def _notes(session: Session, name: str, conflict: Conflict) -> list[str]:
    """What a reviewer noted about it."""
    said = [words for each in conflict.items for who, words in session.notes(each) if who == name]
    return [f"note {safe(words)}" for words in dict.fromkeys(said) if not is_mark(words)]
