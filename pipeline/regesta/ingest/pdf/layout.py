"""From the words of each page to its paragraphs, notes, heads and feet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from regesta.ingest.pdf.columns import regions
from regesta.ingest.pdf.compose import PageParts
from regesta.ingest.pdf.furniture import PageRows, furniture
from regesta.ingest.pdf.lines import Line, lines, prevailing_size
from regesta.ingest.pdf.notes import PageEvidence, Rule, begins_note, first_note
from regesta.ingest.pdf.paragraphs import paragraphs
from regesta.ingest.pdf.words import PageWord


class SeenPage:
    """A page as the glyph device saw it: its words, its level rules, its size as shown, in points."""

    __slots__ = ("height", "label", "number", "pictures", "rules", "unmapped", "width", "words")

    def __init__(self, number: int, label: str, width: float, height: float) -> None:
        self.number = number
        self.label = label
        self.width = width
        self.height = height
        self.words: list[PageWord] = []
        self.rules: list[Rule] = []
        self.pictures = 0
        self.unmapped = 0


def lay_out(pages: Sequence[SeenPage]) -> list[PageParts]:
    """The pages, sorted out; each page's columns are decided by itself, heads and feet by its neighbours."""
    body_size = prevailing_size(word for page in pages for word in page.words)
    turns = [_turn(page.words) for page in pages]
    rows = [
        PageRows(
            page.number, page.label, page.height if turn in (0, 180) else page.width, lines(_of(page, turn), body_size)
        )
        for page, turn in zip(pages, turns, strict=True)
    ]
    parts = []
    for page, turn, page_rows, (heads, feet) in zip(pages, turns, rows, furniture(rows), strict=True):
        made = PageParts(page.number, page.label, page.width, page.height)
        made.heads = [*page_rows.rows[:heads]]
        made.feet = [*page_rows.rows[len(page_rows.rows) - feet :]]
        between = page_rows.rows[heads : len(page_rows.rows) - feet]
        _fill(made, [word for row in between for word in row.words], page.rules, body_size)
        _add_turned(made, page.words, turn)
        parts.append(made)
    return parts


def _turn(words: Sequence[PageWord]) -> int:
    """The direction in which most of a page is written."""
    turns: Counter[int] = Counter()
    for word in words:
        turns[word.turn] += len(word.text)
    return max(turns, key=lambda turn: (turns[turn], -turn), default=0)


def _of(page: SeenPage, turn: int) -> list[PageWord]:
    return [word for word in page.words if word.turn == turn]


def _fill(made: PageParts, words: Sequence[PageWord], rules: Sequence[Rule], body_size: float) -> None:
    """Puts the words in order, and the notes at the end of each column that nothing stands under apart."""
    size = prevailing_size(words)
    evidence = PageEvidence(rules, words, made.height)
    found = regions(words, size)
    for index, region in enumerate(found):
        first = len(region)
        if not any(_stands_under(region, later) for later in found[index + 1 :]):
            first = first_note(region, max(size, body_size), evidence)
        made.body.extend(paragraphs(region[:first]))
        made.notes.extend(_notes(region[first:]))


def _stands_under(region: Sequence[Line], other: Sequence[Line]) -> bool:
    left, right = min(line.x0 for line in region), max(line.x1 for line in region)
    below = [line for line in other if line.top > region[-1].top and line.x0 < right and line.x1 > left]
    return bool(below)


def _notes(noted: Sequence[Line]) -> list[list[Line]]:
    notes: list[list[Line]] = []
    for line in noted:
        if notes and not begins_note(line):
            notes[-1].append(line)
        else:
            notes.append([line])
    return notes


def _add_turned(made: PageParts, words: Sequence[PageWord], turn: int) -> None:
    """What is written in another direction than the page, such as a stamp in the margin, is set apart."""
    for other in sorted({word.turn for word in words} - {turn}):
        turned = [word for word in words if word.turn == other]
        made.notes.extend([line] for line in lines(turned, prevailing_size(turned)))
