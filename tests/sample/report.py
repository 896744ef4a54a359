"""A typed report: one column, one width of letter, ragged right, the page number between dashes."""

from __future__ import annotations

import re
from textwrap import wrap

from fpdf import FPDF
from manuscript import Manuscript

#: Points; a page of A4 as a typewriter with ten letters to the inch fills it.
WIDTH, HEIGHT = 595, 842
LEFT, TOP, BOTTOM = 72, 96, 86
SIZE, LEADING, LETTERS = 11, 17, 66
MONO = "mono"


class Report:
    """Types a manuscript."""

    def __init__(self, pdf: FPDF, manuscript: Manuscript) -> None:
        self._pdf = pdf
        self._text = manuscript
        self._y = 0.0

    def print(self) -> None:
        """Types all pages."""
        self._page()
        title = wrap(self._text.title, 52)
        self._room(len(title))
        for line in title:
            self._type(line, self._middle(line), bold=True)
        self._y += LEADING
        for block in self._text.blocks:
            if block.level:
                self._heading(block.text)
            else:
                self._paragraph(block.text)

    def _heading(self, text: str) -> None:
        self._room(5)
        self._y += LEADING * 0.4
        at = self._y
        self._type(text, LEFT)
        self._pdf.set_line_width(0.6)
        self._pdf.line(LEFT, at + 2.5, LEFT + self._pdf.get_string_width(text), at + 2.5)
        self._y += LEADING * 0.4

    def _paragraph(self, text: str) -> None:
        """A paragraph; what follows its number or letter hangs under its own first word."""
        head = re.match(r"(\d+\.\d+|\([a-z]\)) ", text)
        hang = 5 if head else 0
        body = text[head.end() :] if head else text
        lines = wrap(body, LETTERS - hang, break_on_hyphens=False)
        letter = self._letter()
        for number, line in enumerate(lines):
            if number == 0:
                self._room(min(2, len(lines)))
                if head:
                    self._pdf.text(LEFT, self._y, head[1])
            self._room(1)
            self._type(line, LEFT + hang * letter)
        self._y += LEADING * 0.6

    def _type(self, line: str, x: float, *, bold: bool = False) -> None:
        self._pdf.set_font(MONO, "B" if bold else "", SIZE)
        self._pdf.text(x, self._y, line)
        self._y += LEADING

    def _letter(self) -> float:
        self._pdf.set_font(MONO, "", SIZE)
        return self._pdf.get_string_width("n")

    def _middle(self, line: str) -> float:
        return (WIDTH - len(line) * self._letter()) / 2

    def _room(self, lines: int) -> None:
        if self._y + (lines - 1) * LEADING > HEIGHT - BOTTOM:
            self._page()

    def _page(self) -> None:
        self._pdf.add_page()
        self._y = float(TOP)
        if self._pdf.page > 1:
            number = f"- {self._pdf.page} -"
            self._pdf.set_font(MONO, "", SIZE)
            self._pdf.text(self._middle(number), 58, number)
