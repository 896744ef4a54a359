"""The glyphs of a PDF page as fragments of words, without the objects that words do not need.

pdfplumber makes a dictionary of some thirty keys for every glyph, line, curve and picture of a page; words need a
text and a box. This device listens to the same interpreter and keeps only that, so that words cost about half.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfplumber.page import Page

#: A gap wider than this share of the glyph's height parts two words (pdfplumber's `x_tolerance_ratio`).
GAP = 0.15
#: Glyphs whose tops differ by more points than this stand on different lines (pdfplumber's `y_tolerance`).
TOP_TOLERANCE = 3.0
#: What stands for a glyph that the file gives no Unicode value.
UNMAPPED = "\ufffd"

#: Accents that old type setters print over the letter that follows, with the mark that makes one letter of both.
_ACCENTS = {
    "\u00b4": "\u0301",
    "\u02cb": "\u0300",
    "\u00a8": "\u0308",
    "\u02c6": "\u0302",
    "\u02dc": "\u0303",
    "\u00af": "\u0304",
    "\u02d8": "\u0306",
    "\u02d9": "\u0307",
    "\u02da": "\u030a",
    "\u02dd": "\u030b",
    "\u02c7": "\u030c",
}


class Fragment:
    """Glyphs that follow each other on one line without a gap; points from the top left corner of the page.

    `base` is the line that the letters stand on, `size` the height of a glyph, `font` the name of its font, `turn` the
    direction of writing in degrees (0: from left to right). `space_before` and `space_after` say that a blank was
    printed there.
    """

    __slots__ = (
        "base",
        "bottom",
        "font",
        "last_x0",
        "size",
        "space_after",
        "space_before",
        "text",
        "top",
        "turn",
        "x0",
        "x1",
    )

    def __init__(
        self, text: str, x0: float, top: float, x1: float, bottom: float, base: float, size: float, turn: int
    ) -> None:
        self.text = text
        self.x0 = x0
        self.top = top
        self.x1 = x1
        self.bottom = bottom
        self.base = base
        self.size = size
        self.turn = turn
        self.last_x0 = x0
        self.font = ""
        self.space_before = False
        self.space_after = False


class GlyphDevice(PDFLayoutAnalyzer):
    """Takes a page's glyphs from pdfminer's interpreter; paths and pictures are only counted."""

    def __init__(self, resources: Any) -> None:
        super().__init__(resources)
        self.fragments: list[Fragment] = []
        self.rules: list[tuple[float, float, float]] = []
        self.pictures = 0
        self.unmapped = 0
        self.width = 0.0
        self.height = 0.0
        self._font = ""
        self._open: Fragment | None = None
        self._blank: tuple[float, float] | None = None
        self._glyphs: dict[Any, dict[int, tuple[str, float]]] = {}

    def begin_page(self, page: Any, ctm: Any) -> None:
        """Forgets the page before, and measures this one as it is shown: turned, and cut to its crop box."""
        super().begin_page(page, ctm)
        self.fragments, self.rules = [], []
        self.pictures = self.unmapped = 0
        self._open = self._blank = None
        self._font = ""
        x0, y0, x1, y1 = _shown(page.mediabox, ctm)
        crop_x0, crop_y0, crop_x1, crop_y1 = _shown(page.cropbox, ctm)
        x0, y0, x1, y1 = max(x0, crop_x0), max(y0, crop_y0), min(x1, crop_x1), min(y1, crop_y1)
        if x1 <= x0 or y1 <= y0:
            x0, y0, x1, y1 = _shown(page.mediabox, ctm)
        self._left, self._head = x0, y1
        self.width, self.height = x1 - x0, y1 - y0

    def end_page(self, page: Any) -> None:
        """Closes the last fragment; there is no layout to hand on."""
        self._close()

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        """Text inside a figure is text of the page."""

    def end_figure(self, _: str) -> None:
        """Text inside a figure is text of the page."""

    def render_image(self, name: str, stream: Any) -> None:
        """A page with pictures and no words is said to be a picture."""
        self.pictures += 1

    def paint_path(self, gstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Any) -> None:
        """Keeps level rules: the line above a page's footnotes is one."""
        if len(path) > 6 or len(path) < 2:
            return
        a, b, c, d, e, f = self.ctm
        points = [p[-2:] for p in path if len(p) > 2]
        xs = [x * a + y * c + e for x, y in points]
        ys = [x * b + y * d + f for x, y in points]
        if max(ys) - min(ys) < 2.5 and max(xs) - min(xs) > 30:
            self.rules.append((self._head - max(ys), min(xs) - self._left, max(xs) - self._left))

    def render_string_horizontal(
        self,
        seq: Any,
        matrix: Any,
        pos: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        charspace: float,
        wordspace: float,
        rise: float,
        dxscale: float,
        ncs: Any,
        graphicstate: Any,
    ) -> tuple[float, float]:
        """Places each glyph as pdfminer does, in one loop: this is where the time of a page goes."""
        x, y = pos
        a, b, c, d, e, f = matrix
        level = b == 0 and c == 0 and a > 0 and d > 0 and fontsize > 0
        glyphs = self._glyphs.setdefault(font, {})
        foot = font.get_descent() * fontsize + rise
        size = d * fontsize
        apart = False
        self._font = font.fontname
        for item in seq:
            if isinstance(item, (int, float)):
                x -= item * dxscale
                apart = True
                continue
            if not isinstance(item, bytes):
                continue
            for cid in font.decode(item):
                if apart:
                    x += charspace
                apart = True
                known = glyphs.get(cid)
                if known is None:
                    known = glyphs[cid] = self._glyph(font, cid)
                text, width = known
                advance = width * fontsize * scaling
                if level:
                    x0 = x * a + e - self._left
                    bottom = self._head - (foot * d + y * d + f)
                    base = self._head - ((y + rise) * d + f)
                    self._put(text, x0, bottom - size, x0 + advance * a, bottom, base, size, 0)
                else:
                    self._put_turned(text, (a, b, c, d, x * a + y * c + e, x * b + y * d + f), advance, foot, fontsize)
                x += advance
                if cid == 32 and wordspace:
                    x += wordspace
        return x, y

    def render_char(
        self,
        matrix: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        """A glyph of a font that is written downwards; pdfminer knows where it goes."""
        text, width = self._glyph(font, cid)
        shown = LTChar(matrix, font, fontsize, scaling, rise, text, width, font.char_disp(cid), ncs, graphicstate)
        bottom = self._head - shown.y0
        self._put(
            text, shown.x0 - self._left, self._head - shown.y1, shown.x1 - self._left, bottom, bottom, shown.size, 0
        )
        return float(shown.adv)

    def _glyph(self, font: Any, cid: int) -> tuple[str, float]:
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = UNMAPPED
        return text, font.char_width(cid)

    def _put_turned(self, text: str, matrix: Any, advance: float, foot: float, fontsize: float) -> None:
        """A glyph of a line that is turned, mirrored or slanted, by the corners of its box."""
        a, b, c, d, e, f = matrix
        corners = [(u, v) for u in (0.0, advance) for v in (foot, foot + fontsize)]
        xs = [u * a + v * c + e for u, v in corners]
        ys = [u * b + v * d + f for u, v in corners]
        x0, x1 = min(xs) - self._left, max(xs) - self._left
        top, bottom = self._head - max(ys), self._head - min(ys)
        if abs(a) >= abs(b):
            turn = 0 if a * fontsize > 0 else 180
            base, size = self._head - f, bottom - top
        else:
            turn = 90 if b * fontsize > 0 else 270
            base, size = e - self._left, x1 - x0
        self._put(text, x0, top, x1, bottom, base, size, turn)

    def _put(
        self, text: str, x0: float, top: float, x1: float, bottom: float, base: float, size: float, turn: int
    ) -> None:
        fragment = self._open
        if turn:
            x0, top, x1, bottom, base = turned(turn, self.width, self.height, x0, top, x1, bottom, base)
        if text.isspace() or not text:
            if fragment is not None and text:
                fragment.space_after = True
            self._close()
            self._blank = (x1, top) if text else None
            return
        if text == UNMAPPED:
            self.unmapped += 1
        if (
            fragment is not None
            and fragment.turn == turn
            and fragment.last_x0 <= x0 <= fragment.x1 + GAP * fragment.size
            and -0.01 < fragment.top - top < 0.01
            and -0.01 < fragment.size - size < 0.01
            and text not in _ACCENTS
            and fragment.text not in _ACCENTS
        ):
            fragment.text += text
            fragment.last_x0 = x0
            fragment.x1 = x1 if x1 > fragment.x1 else fragment.x1
            fragment.bottom = bottom
            return
        if fragment is not None and fragment.text in _ACCENTS and _stands_over(fragment, x0, x1, top):
            text = unicodedata.normalize("NFC", text[0] + _ACCENTS[fragment.text]) + text[1:]
            self._open = None
        self._close()
        self._open = Fragment(text, x0, top, x1, bottom, base, size, turn)
        self._open.font = self._font
        if self._blank is not None:
            blank_x1, blank_top = self._blank
            self._open.space_before = abs(blank_top - top) <= TOP_TOLERANCE and -size < x0 - blank_x1 < size
            self._blank = None

    def _close(self) -> None:
        if self._open is not None:
            self.fragments.append(self._open)
            self._open = None


def _shown(box: Any, ctm: Any) -> tuple[float, float, float, float]:
    a, b, c, d, e, f = ctm
    x0, y0, x1, y1 = box
    xs = (x0 * a + y0 * c + e, x1 * a + y1 * c + e)
    ys = (x0 * b + y0 * d + f, x1 * b + y1 * d + f)
    return min(xs), min(ys), max(xs), max(ys)


def _stands_over(accent: Fragment, x0: float, x1: float, top: float) -> bool:
    """Whether the accent was printed over the glyph that follows it, and not beside it."""
    width = accent.x1 - accent.x0
    return abs(accent.top - top) <= TOP_TOLERANCE * 2 and x0 < accent.x1 - 0.4 * width and x1 > accent.x0 + 0.4 * width


def turned(
    turn: int, width: float, height: float, x0: float, top: float, x1: float, bottom: float, base: float
) -> tuple[float, float, float, float, float]:
    """A box and its base line as they lie once the page is held so that the writing runs from left to right."""
    if turn == 90:
        return height - bottom, x0, height - top, x1, base
    if turn == 270:
        return top, width - x1, bottom, width - x0, width - base
    if turn == 180:
        return width - x1, height - bottom, width - x0, height - top, height - base
    return x0, top, x1, bottom, base


def turned_back(
    turn: int, width: float, height: float, x0: float, top: float, x1: float, bottom: float
) -> tuple[float, float, float, float]:
    """The box on the page as shown of a box that `turned` gave."""
    if turn == 90:
        return top, height - x1, bottom, height - x0
    if turn == 270:
        return width - bottom, x0, width - top, x1
    if turn == 180:
        return width - x1, height - bottom, width - x0, height - top
    return x0, top, x1, bottom


def see(page: Page, device: GlyphDevice) -> None:
    """Shows one of pdfplumber's pages to the device, which then holds its fragments, rules and size."""
    PDFPageInterpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
