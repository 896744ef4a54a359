"""From the words of each page to its paragraphs, notes, heads and feet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from regesta.ingest.pdf.columns import regions
from regesta.ingest.pdf.compose import PageParts
from regesta.ingest.pdf.furniture import PageRows, furniture
from regesta.ingest.pdf.line_numbers import line_numbers
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
    sorted_out = [_rows(page, body_size) for page in pages]
    parts = []
    for page, (rows, aside), (heads, feet) in zip(
        pages, sorted_out, furniture([rows for rows, _ in sorted_out]), strict=True
    ):
        made = PageParts(page.number, page.label, page.width, page.height)
        body_end = len(rows.rows) - feet
        made.heads = [*rows.rows[:heads]]
        made.feet = [*rows.rows[body_end:]]
        _fill(made, [word for row in rows.rows[heads:body_end] for word in row.words], page.rules, body_size)
        made.notes.extend(aside)
        parts.append(made)
    return parts


def _rows(page: SeenPage, body_size: float) -> tuple[PageRows, list[list[Line]]]:
    """The rows of a page, and what is set apart from the beginning: line numbers, and writing in other directions."""
    turn = _turn(page.words)
    words = [word for word in page.words if word.turn == turn]
    numbers = line_numbers(words, body_size)
    counted = {id(word) for word in numbers}
    rows = lines([word for word in words if id(word) not in counted], body_size)
    aside = [[Line([word]) for word in numbers]] if numbers else []
    for other in sorted({word.turn for word in page.words} - {turn}):
        turned = [word for word in page.words if word.turn == other]
        aside.extend([line] for line in lines(turned, prevailing_size(turned)))
    return PageRows(page.number, page.label, page.height if turn in (0, 180) else page.width, rows), aside


def _turn(words: Sequence[PageWord]) -> int:
    """The direction in which most of a page is written."""
    turns: Counter[int] = Counter()
    for word in words:
        turns[word.turn] += len(word.text)
    return max(turns, key=lambda turn: (turns[turn], -turn), default=0)


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
