"""Words from fragments, by the rule of pdfplumber's WordExtractor with `x_tolerance_ratio`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from regesta.ingest.pdf.glyphs import GAP, TOP_TOLERANCE, Fragment

#: pdfplumber's own expansions.
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


class PageWord:
    """A word as printed, in points from the top left corner of a page held so that its writing runs to the right.

    `base` is the line that its letters stand on, `line` the one that it belongs to, which differs where it is `raised`
    as superscripts are; `glued` says that no gap parts it from the word before it.
    """

    __slots__ = ("base", "bottom", "font", "glued", "line", "page", "raised", "size", "text", "top", "turn", "x0", "x1")

    def __init__(self, fragment: Fragment, page: int) -> None:
        self.text = fragment.text
        self.x0 = fragment.x0
        self.top = fragment.top
        self.x1 = fragment.x1
        self.bottom = fragment.bottom
        self.base = self.line = fragment.base
        self.size = fragment.size
        self.font = fragment.font
        self.turn = fragment.turn
        self.page = page
        self.raised = False
        self.glued = False

    def take(self, fragment: Fragment) -> None:
        """Adds glyphs at the end."""
        self.text += fragment.text
        self.x0 = min(self.x0, fragment.x0)
        self.top = min(self.top, fragment.top)
        self.x1 = max(self.x1, fragment.x1)
        self.bottom = max(self.bottom, fragment.bottom)


def words(fragments: Iterable[Fragment], page: int) -> list[PageWord]:
    """The words of a page, line by line and from left to right across the whole of it.

    They are those of `page.extract_words(x_tolerance_ratio=.15)` with four differences, all of them on purpose: a
    superscript is a word of its own, and so is a large initial; text printed twice in one place counts once; and lines
    whose tops lie so near to each other that pdfplumber would mix their letters are kept apart.
    """
    found: list[PageWord] = []
    for _, turned in groupby(sorted(fragments, key=lambda fragment: fragment.turn), key=lambda fragment: fragment.turn):
        for row in _rows(list(turned)):
            row.sort(key=lambda fragment: fragment.x0)
            found.extend(_joined(_once(row), page))
    for word in found:
        word.text = word.text.translate(LIGATURES)
    return found


def _rows(fragments: list[Fragment]) -> Iterator[list[Fragment]]:
    fragments.sort(key=lambda fragment: fragment.top)
    for row in _chained(fragments, "top", TOP_TOLERANCE):
        if row[-1].top - row[0].top <= TOP_TOLERANCE:
            yield row
        else:
            row.sort(key=lambda fragment: fragment.base)
            yield from _chained(row, "base", TOP_TOLERANCE / 3)


def _chained(fragments: list[Fragment], side: str, tolerance: float) -> Iterator[list[Fragment]]:
    row: list[Fragment] = []
    last = 0.0
    for fragment in fragments:
        place: float = getattr(fragment, side)
        if row and place > last + tolerance:
            yield row
            row = []
        row.append(fragment)
        last = place
    if row:
        yield row


def _once(row: list[Fragment]) -> Iterator[Fragment]:
    """Leaves out what is printed again within a point of itself, as some programs do to make letters bold."""
    recent: list[Fragment] = []
    for fragment in row:
        recent = [other for other in recent if fragment.x0 - other.x0 < 1]
        if not any(other.text == fragment.text and abs(other.top - fragment.top) < 1 for other in recent):
            yield fragment
        recent.append(fragment)


def _joined(row: Iterable[Fragment], page: int) -> Iterator[PageWord]:
    word: PageWord | None = None
    before: Fragment | None = None
    for fragment in row:
        if word is None or before is None:
            word, before = PageWord(fragment, page), fragment
            continue
        gap = fragment.x0 - before.x1
        beside = gap < 0.5 * max(word.size, fragment.size)
        raised = beside and is_raised(fragment, word)
        if beside and not word.raised and len(word.text) <= 3 and is_raised(word, fragment):
            word.raised, word.line, raised = True, fragment.base, False
        glued = not before.space_after and not fragment.space_before and gap <= GAP * before.size
        glued = glued and abs(fragment.top - before.top) <= TOP_TOLERANCE
        glued = glued and (raised or abs(fragment.base - word.line) <= 0.5 * min(fragment.size, word.size))
        if glued and raised == word.raised:
            word.take(fragment)
        else:
            yield word
            line = word.line if raised else fragment.base
            word = PageWord(fragment, page)
            word.glued, word.raised, word.line = glued, raised, line
        before = fragment
    if word is not None:
        yield word


def is_raised(one: Fragment | PageWord, beside: Fragment | PageWord) -> bool:
    """Whether one is smaller and stands higher than what it stands beside, or as high as another superscript.

    What is much smaller is text beside a large initial.
    """
    if isinstance(beside, PageWord) and beside.raised:
        return abs(one.base - beside.base) < 0.1 * beside.size
    return 0.4 * beside.size <= one.size <= 0.85 * beside.size and one.base < beside.base - 0.15 * beside.size
