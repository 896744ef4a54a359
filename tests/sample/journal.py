"""A journal article: two justified columns, footnotes under a rule, running heads, printed page numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from fpdf import FPDF
from manuscript import Manuscript
from typeset import Hyphenation, Line, Setter

#: Points. The trim is 170 by 240 mm, as many journals have it.
WIDTH, HEIGHT = 482, 680
LEFT, TOP, BOTTOM, GUTTER = 52, 74, 62, 18
COLUMN = (WIDTH - 2 * LEFT - GUTTER) / 2
BODY, LEADING = 9.6, 12.0
NOTE, NOTE_LEADING = 7.8, 9.4
RULE_GAP = 10.0
SERIF = "serif"


@dataclass
class Row:
    """A line of the body with the space before it; a heading stays with the lines that follow."""

    line: Line
    before: float = 0.0
    heading: bool = False


@dataclass
class Column:
    """What one column holds: rows of the body, and the notes at its foot."""

    rows: list[Row] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)


class Article:
    """Lays a manuscript out and prints it; its first page bears the printed number `first`."""

    def __init__(self, pdf: FPDF, manuscript: Manuscript, hyphenation: Hyphenation, first: int, imprint: str) -> None:
        self._pdf = pdf
        self._text = manuscript
        self._first = first
        self._imprint = imprint
        self._body = Setter(pdf, SERIF, BODY, hyphenation)
        self._small = Setter(pdf, SERIF, NOTE, hyphenation)
        self._subtitle, self._author = (block.text for block in manuscript.blocks[:2])
        self._rows = self._set_rows()
        self._notes = {mark: self._small.lines(f"[^{mark}] {text}", COLUMN) for mark, text in manuscript.notes.items()}

    def print(self) -> None:
        """Prints all pages."""
        at = 0
        while at < len(self._rows):
            if self._pdf.page:
                self._pdf.add_page()
            else:
                self._pdf.add_page(label_style="D", label_start=self._first)
            top = self._opening() if self._pdf.page == 1 else self._running_head()
            if self._pdf.page == 2:
                top = self._table(top)
            height = self._height(at, HEIGHT - BOTTOM - top)
            for number in range(2):
                column, at = self._fill(at, height)
                self._draw(column, LEFT + number * (COLUMN + GUTTER), top, height)

    def _set_rows(self) -> list[Row]:
        rows: list[Row] = []
        after_heading = True
        for block in self._text.blocks[2:]:
            if block.level:
                lines = self._body.lines(block.text, COLUMN, style="I", justify=False)
                rows += [Row(line, 0 if number else LEADING, heading=True) for number, line in enumerate(lines)]
            else:
                indent = 0 if after_heading else 12
                rows += [Row(line) for line in self._body.lines(block.text, COLUMN, indent=indent)]
            after_heading = bool(block.level)
        return rows

    def _height(self, at: int, most: float) -> float:
        """The height of the page's columns: all there is, or on the last page what makes the two level."""
        height = most
        while True:
            tried = height - LEADING
            _, middle = self._fill(at, tried)
            _, end = self._fill(middle, tried)
            if end < len(self._rows) or tried < LEADING:
                return height
            height = tried

    def _fill(self, at: int, height: float) -> tuple[Column, int]:
        """The column that starts with row `at`, and the row after it."""
        column = Column()
        used = foot = 0.0
        while at < len(self._rows):
            row = self._rows[at]
            notes = [line for mark in row.line.marks for line in self._notes[mark]]
            used += LEADING + (row.before if column.rows else 0)
            foot += len(notes) * NOTE_LEADING + (RULE_GAP if notes and not column.notes else 0)
            spare = 2 * LEADING if row.heading else 0
            if used + foot + spare > height + 0.01:
                break
            column.rows.append(row)
            column.notes += notes
            at += 1
        return column, at

    def _draw(self, column: Column, x: float, top: float, height: float) -> None:
        y = top
        for number, row in enumerate(column.rows):
            y += LEADING + (row.before if number else 0)
            self._body.draw(row.line, x, y)
        if not column.notes:
            return
        y = top + height - len(column.notes) * NOTE_LEADING
        self._rule(x, x + COLUMN / 3, y - 2, 0.4)
        for line in column.notes:
            y += NOTE_LEADING
            self._small.draw(line, x, y)

    def _opening(self) -> float:
        """Title, subtitle and author across both columns, the imprint at the foot; where the columns begin."""
        self._centred(self._text.title, 128, 19, "")
        self._centred(self._subtitle, 150, 12.5, "I")
        self._centred(self._author.upper(), 178, 9, "")
        self._centred(self._imprint, HEIGHT - 34, 8, "")
        self._centred(str(self._first), HEIGHT - 22, 9, "")
        return 198

    def _running_head(self) -> float:
        number = self._first + self._pdf.page - 1
        left, head, right = (str(number), self._author, "") if number % 2 == 0 else ("", self._text.title, str(number))
        self._centred(head, 50, 8.5, "I")
        self._pdf.set_font(SERIF, "", 9)
        self._pdf.text(LEFT, 50, left) if left else None
        self._pdf.text(WIDTH - LEFT - self._pdf.get_string_width(right), 50, right) if right else None
        self._rule(LEFT, WIDTH - LEFT, 55, 0.3)
        return TOP - 8

    def _table(self, top: float) -> float:
        """The table across both columns; where the columns go on beneath it."""
        shares = (0.235, 0.205, 0.42, 0.14)
        full = WIDTH - 2 * LEFT
        setter = Setter(self._pdf, SERIF, 8.3)
        y = top + 14
        setter.draw(setter.lines(self._text.caption, full, justify=False)[0], LEFT, y)
        y += 7
        self._rule(LEFT, WIDTH - LEFT, y, 0.8)
        for number, row in enumerate(self._text.table):
            cells = [
                setter.lines(cell, share * full - 4, style="" if number else "I", justify=False)
                for cell, share in zip(row, shares, strict=True)
            ]
            x = float(LEFT)
            for cell, share in zip(cells, shares, strict=True):
                for depth, line in enumerate(cell):
                    setter.draw(line, x, y + 11 + depth * 10.5)
                x += share * full
            y += 13 + (max(len(cell) for cell in cells) - 1) * 10.5
            if not number:
                y += 3
                self._rule(LEFT, WIDTH - LEFT, y, 0.4)
        y += 5
        self._rule(LEFT, WIDTH - LEFT, y, 0.8)
        return y + 14

    def _centred(self, text: str, y: float, size: float, style: str) -> None:
        self._pdf.set_font(SERIF, style, size)
        self._pdf.text((WIDTH - self._pdf.get_string_width(text)) / 2, y, text)

    def _rule(self, x0: float, x1: float, y: float, weight: float) -> None:
        self._pdf.set_line_width(weight)
        self._pdf.line(x0, y, x1, y)
