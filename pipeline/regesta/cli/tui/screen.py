"""What the full-screen review shows, as text: the item with its neighbours, or an answer that is longer than a line."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Literal

import msgspec

from regesta.cli.columns import columns_of, wrapped
from regesta.cli.common import finding_lines, safe
from regesta.cli.review_face import Face
from regesta.cli.review_help import legend, screen_help
from regesta.cli.review_line import amended, mention_change
from regesta.cli.review_show import Look, lines
from regesta.cli.review_words import Done, command_of, words_of
from regesta.errors import Finding
from regesta.model.mention import REVIEWED_LABELS, Mention
from regesta.review.edges import Edge, Span, moved
from regesta.review.ledger import Key
from regesta.review.queue import Item
from regesta.review.session import Session
from regesta.stages.reviewing import ReviewLog

#: Rows that are not the item's: what was said, and the keys.
BELOW = 2
#: An answer of more lines than this takes the place of the item until the next key.
_SHORT = 1
_NARROWEST = 20


class Screen(Face):
    """A face whose words stay on the screen. `size` gives rows and columns as they are now."""

    def __init__(self, session: Session, log: ReviewLog, size: Callable[[], tuple[int, int]]) -> None:
        super().__init__(session, log, plain=False)
        self.size = size
        self.said: list[str] = []
        self.scroll = 0
        self._moved: tuple[Key, Span] | None = None

    def press(self, line: str) -> bool:
        """Does what a key or a typed line says; gives whether to go on. It is saved when this returns."""
        self.said.clear()
        self.scroll = 0
        goes_on = self.do(line)
        if self.span is None:
            self._moved = None
        return goes_on

    @property
    def span(self) -> Span | None:
        """The words as they were marked anew; None where they were not, or something else is asked by now."""
        shown = self.session.current
        return self._moved[1] if self._moved and shown and shown.key == self._moved[0] else None

    def move(self, edge: Edge, step: Literal[1, -1]) -> None:
        """Moves one edge of the words that are asked about by a word; nothing is saved before it is accepted."""
        shown = self.session.current
        self.said.clear()
        if shown is None or not isinstance(shown.record, Mention):
            self.said.append("Only a mention has edges to move.")
            return
        record = shown.record
        before = self.span or (record.start, record.end)
        self._moved = shown.key, moved(self.session.text(record.source), before, edge, step)

    def let_go(self) -> None:
        """Forgets how the edges were moved."""
        self._moved = None
        self.said.clear()

    def perform(self, line: str) -> Done | None:
        """As any face does, but an answer that says yes is given to the words as they are marked by now."""
        name, rest = command_of(line)
        span, shown = self.span, self.session.current
        if span is None or shown is None or not isinstance(shown.record, Mention) or name not in ("accept", "amend"):
            return super().perform(line)
        words = words_of(rest)
        note = next((word.text for word in words if word.name == "note"), "")
        change = mention_change(self.session, shown.record, [word for word in words if word.name != "note"])
        if change.span is None:
            change = msgspec.structs.replace(change, span=span)
        return amended(self.session.amend_mention(change, note))

    def show(self) -> None:
        """The item is always in sight."""

    def echo(self, text: str) -> None:
        """Keeps what is said for the screen."""
        self.said += text.split("\n")

    def tell(self, findings: Iterable[Finding]) -> None:
        """Keeps the findings for the screen."""
        self.said += [line for finding in findings for line in finding_lines(finding, finding.level)]

    @property
    def help(self) -> str:
        """What can be answered, and the keys for the edges."""
        return screen_help()

    @property
    def look(self) -> Look:
        """How to mark; in brackets where colours are not wanted."""
        return Look(width=max(_NARROWEST, min(self.size()[1], 110)), brackets=bool(os.environ.get("NO_COLOR")))

    @property
    def status(self) -> str:
        """The line below the item: what came of the last key, and how far the review is."""
        counts = self.session.counts
        far = f"{counts.saved} saved, {counts.left} left"
        said = self.said[0] if self.said else ""
        if self.span is not None and not self.said:
            said = "Enter saves these words, Escape leaves them"
        if said and len(self.said) <= _SHORT:
            whole, columns = f"{said}  ·  {far}", self.size()[1]
            return whole if columns_of(whole) <= columns else wrapped(said, columns)[0]
        return f"{far}  ·  space: back to the item" if self.said else far

    @property
    def legend(self) -> str:
        """The keys, as many as have room; the one that shows them all always has."""
        shown = self.session.current
        *more, last = legend(shown.kind if shown else "mention").split("  ")
        while more and len("  ".join([*more, last])) > self.size()[1]:
            more.pop()
        return "  ".join([*more, last])

    def page(self) -> str:
        """The rows above the status line, from the one to which the reader has scrolled."""
        rows = self._rows()
        room = max(1, self.size()[0] - BELOW)
        self.scroll = max(0, min(self.scroll, len(rows) - room))
        below = len(rows) - room - self.scroll
        here = rows[self.scroll : self.scroll + room]
        if below > 0:
            here[-1] = f"  … {below + 1} more lines: Page Down"
        return "\n".join(here)

    def _rows(self) -> list[str]:
        if len(self.said) > _SHORT:
            return self.said
        shown = self.session.current
        if shown is None:
            return ["Nothing waits for a decision here."]
        return [*lines(self.session, self._as_marked(shown), self.look), *self._neighbours(shown)]

    def _as_marked(self, shown: Item) -> Item:
        """The item with its words as they are marked by now."""
        span, record = self.span, shown.record
        if span is None or not isinstance(record, Mention):
            return shown
        start, end = span
        exact = self.session.text(record.source)[start:end]
        return msgspec.structs.replace(shown, record=msgspec.structs.replace(record, start=start, end=end, exact=exact))

    def _neighbours(self, shown: Item) -> list[str]:
        """The other mentions in the text that is shown, and how they stand."""
        around = self.session.excerpt(shown)
        if around is None or not isinstance(shown.record, Mention):
            return []
        end = around.start + len(around.text)
        found = [
            f"{each.record.label} “{' '.join(each.record.exact.split())}” {each.status}"
            for each in self.session.mentions_near(shown.record.source, around.start, end)
            if isinstance(each.record, Mention) and each.record.label in REVIEWED_LABELS and each.id != shown.id
        ]
        said = f"also here     {', '.join(found)}"
        width = max(_NARROWEST, self.look.width - 2)
        return wrapped(safe(said), width, "  ", " " * 16) if found else []
