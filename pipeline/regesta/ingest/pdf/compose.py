"""The text of a document from its pages' paragraphs, with the page and the box behind each word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from regesta.ingest.clean import clean_word
from regesta.ingest.pdf.glyphs import turned_back
from regesta.ingest.pdf.hyphens import HYPHENS, SOFT, Ending, Vocabulary, ending
from regesta.ingest.pdf.lines import Line
from regesta.ingest.pdf.notes import as_power, is_mark
from regesta.ingest.pdf.paragraphs import Paragraph, run_on
from regesta.ingest.pdf.words import PageWord
from regesta.model.source import Apart, ApartKind, PageLayout, Word


class PageParts:
    """One page, sorted out: its paragraphs in reading order, and what is set apart from them."""

    __slots__ = ("body", "feet", "heads", "height", "label", "notes", "number", "width")

    def __init__(self, number: int, label: str, width: float, height: float) -> None:
        self.number = number
        self.label = label
        self.width = width
        self.height = height
        self.body: list[Paragraph] = []
        self.notes: list[list[Line]] = []
        self.heads: list[Line] = []
        self.feet: list[Line] = []


class Composer:
    """Writes words one after the other and remembers where each came from."""

    def __init__(self, pages: Sequence[PageParts]) -> None:
        self._sizes = {page.number: (page.width, page.height) for page in pages}
        self._parts: list[str] = []
        self._length = 0
        self._pending = ""
        self.words: dict[int, list[Word]] = {page.number: [] for page in pages}

    @property
    def length(self) -> int:
        """Code points written."""
        return self._length

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def separate(self, separator: str) -> None:
        """Sets what stands before the next word; nothing is written before the first word or after the last."""
        if self._parts:
            self._pending = separator

    def add(self, text: str, word: PageWord) -> tuple[int, int]:
        """Writes a word's text, which is not empty, and gives its slice."""
        if self._parts and not self._pending and not unicodedata.is_normalized("NFC", self._parts[-1] + text):
            self._pending = " "
        start = self._length + len(self._pending)
        end = start + len(text)
        self._parts.extend((self._pending, text) if self._pending else (text,))
        self._pending = ""
        self._length = end
        self.words[word.page].append(Word(start, end, *self._box(word)))
        return start, end

    def _box(self, word: PageWord) -> tuple[float, float, float, float]:
        width, height = self._sizes[word.page]
        x0, top, x1, bottom = word.x0, word.top, word.x1, word.bottom
        if word.turn:
            x0, top, x1, bottom = turned_back(word.turn, width, height, x0, top, x1, bottom)
        if x0 < 0 or top < 0 or x1 > width or bottom > height:
            x0, x1 = (min(max(side, 0.0), width) for side in (x0, x1))
            top, bottom = (min(max(side, 0.0), height) for side in (top, bottom))
        return round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2)


def compose(pages: Sequence[PageParts]) -> tuple[str, list[PageLayout]]:
    """The text of the document and the layout of each of its pages.

    First the body of all pages, paragraphs parted by an empty line; then, page by page, the footnotes, the running
    heads, the running feet. Lines of a paragraph are joined by a space, broken words are made whole. The raised marks
    that call for notes are no words of the body: they stand in a line before the notes of their page.
    """
    composer = Composer(pages)
    vocabulary = Vocabulary(_whole_words(pages))
    marks: dict[int, list[PageWord]] = {page.number: [] for page in pages}
    slices: dict[int, list[int]] = {}
    for paragraph in run_on([paragraph for page in pages for paragraph in page.body]):
        composer.separate("\n\n")
        for number, start, end in _write(composer, paragraph.lines, vocabulary, marks):
            slices.setdefault(number, [start, end])[1] = end
    apart: dict[int, list[Apart]] = {page.number: [] for page in pages}
    for page in pages:
        mark_lines = [[Line(marks[page.number])]] if marks[page.number] else []
        _set_apart(composer, "note", page.number, mark_lines + page.notes, vocabulary, apart)
    for page in pages:
        _set_apart(composer, "head", page.number, [[line] for line in page.heads], vocabulary, apart)
    for page in pages:
        _set_apart(composer, "foot", page.number, [[line] for line in page.feet], vocabulary, apart)
    layout = []
    place = 0
    for page in pages:
        start, end = slices.get(page.number, [place, place])
        place = end
        layout.append(
            PageLayout(
                n=page.number,
                label=page.label,
                start=start,
                end=end,
                width=round(page.width, 2),
                height=round(page.height, 2),
                apart=apart[page.number],
                words=composer.words[page.number],
            )
        )
    return composer.text + "\n" if composer.length else "", layout


def _set_apart(
    composer: Composer,
    kind: ApartKind,
    page: int,
    groups: Iterable[list[Line]],
    vocabulary: Vocabulary,
    apart: dict[int, list[Apart]],
) -> None:
    for group in groups:
        composer.separate("\n\n")
        written = list(_write(composer, group, vocabulary, None))
        if written:
            apart[page].append(Apart(kind=kind, start=written[0][1], end=written[-1][2]))


def _write(
    composer: Composer, lines: Sequence[Line], vocabulary: Vocabulary, marks: dict[int, list[PageWord]] | None
) -> Iterator[tuple[int, int, int]]:
    """Writes lines that run on and gives (page, start, end) of each word; with `marks`, note marks go there instead."""
    pieces = _pieces(lines, marks)
    for index, (text, word, glued, ends_line) in enumerate(pieces):
        if index:
            before = pieces[index - 1]
            if before[3]:
                composer.separate("" if _breaks(pieces, index - 1, vocabulary) is not Ending.SPACE else " ")
            elif not glued:
                composer.separate(" ")
        following = pieces[index + 1][0] if index + 1 < len(pieces) else ""
        if ends_line and following and ending(text, following, vocabulary) is Ending.JOINED:
            text = text[:-1]
        yield word.page, *composer.add(text.removesuffix(SOFT) or "-", word)


def _breaks(pieces: Sequence[tuple[str, PageWord, bool, bool]], index: int, vocabulary: Vocabulary) -> Ending:
    return ending(pieces[index][0], pieces[index + 1][0], vocabulary)


def _pieces(lines: Sequence[Line], marks: dict[int, list[PageWord]] | None) -> list[tuple[str, PageWord, bool, bool]]:
    """(text, word, whether it is glued to the one before, whether it ends its line) of each word."""
    pieces: list[tuple[str, PageWord, bool, bool]] = []
    for line in lines:
        first = len(pieces)
        before: PageWord | None = None
        for word in line.words:
            text = clean_word(word.text)
            if not text:
                continue
            if marks is not None and before is not None and is_mark(word, before):
                marks[word.page].append(word)
                continue
            after_mark = before is not None and before.raised and (marks is None or len(pieces) == first + 1)
            glued = word.glued and before is not None and not after_mark
            if glued and word.raised:
                text = as_power(text)
            pieces.append((text, word, glued, False))
            before = word
        if len(pieces) > first:
            pieces[-1] = (*pieces[-1][:3], True)
    return pieces


def _whole_words(pages: Sequence[PageParts]) -> Iterator[str]:
    """The words that no line end can have broken."""
    for page in pages:
        groups = [paragraph.lines for paragraph in page.body] + page.notes
        for line in (line for group in groups for line in group):
            words = [word.text for word in line.words]
            yield from words[1:-1]
            if words[-1][-1] not in HYPHENS + SOFT and len(words) > 1:
                yield words[-1]
