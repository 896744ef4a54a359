"""Lines: the words of one region that stand on one base line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from regesta.ingest.pdf.glyphs import GAP
from regesta.ingest.pdf.words import PageWord, is_raised

#: What may stand at the end of a word.
_AFTER = ",.;:!?)]»”’"
#: An initial that can be a word of its own is one where a gap follows it.
_WORDS_OF_ONE_LETTER = frozenset("AIOEUYWZÀÉОИВСКУЯА")


class Line:
    """Words on one base line, from left to right. `size` is the height of most of its letters."""

    __slots__ = ("base", "bottom", "size", "top", "words", "x0", "x1")

    def __init__(self, words: list[PageWord]) -> None:
        words.sort(key=lambda word: (word.x0, word.x1))
        _find_raised(words)
        _close_up(words)
        self.words = words
        self.x0 = words[0].x0
        self.x1 = max(word.x1 for word in words)
        self.size = prevailing_size(words)
        level = [word for word in words if word.size >= 0.9 * self.size] or words
        self.base = level[0].line
        self.top = min(word.top for word in level)
        self.bottom = max(word.bottom for word in level)

    @property
    def page(self) -> int:
        """Number of the page, from 1."""
        return self.words[0].page

    @property
    def font(self) -> str:
        """The font of all its words; empty where they have several."""
        first = self.words[0].font
        return first if all(word.font == first for word in self.words) else ""

    @property
    def text(self) -> str:
        """The words with a space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def widest_gap(self) -> float:
        """The widest blank inside the line, in points."""
        return max((b.x0 - a.x1 for a, b in zip(self.words, self.words[1:], strict=False)), default=0.0)


def prevailing_size(words: Iterable[PageWord]) -> float:
    """The height of most letters, in points to the nearest half; 10 where there are none."""
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[round(word.size * 2) / 2 or 0.5] += len(word.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=10.0)


def lines(words: Sequence[PageWord], size: float) -> list[Line]:
    """The lines of a region from top to bottom; `size` is the height of its letters, in points.

    What stands a little higher or lower, such as a subscript, goes with the line that it is nearer to than half a line.
    """
    if not words:
        return []
    _raise_initials(words, size)
    groups: list[list[PageWord]] = []
    base, largest = 0.0, 0.0
    for word in sorted(words, key=lambda word: (word.line, word.x0)):
        reach = 0.45 * size if max(word.size, largest) < 1.5 * size else 0.3 * size
        if groups and word.line - base <= reach:
            groups[-1].append(word)
            if word.size > largest:
                base, largest = word.line, word.size
        else:
            groups.append([word])
            base, largest = word.line, word.size
    return [Line(group) for group in groups]


def _find_raised(words: Sequence[PageWord]) -> None:
    """Marks the superscripts that were not seen beside their words while the page was read across its whole width."""
    for before, word in pairwise(words):
        gap = word.x0 - before.x1
        if not word.raised and gap < 0.5 * before.size and is_raised(word, before):
            word.raised, word.line = True, before.line
            word.glued = gap <= GAP * before.size


def _close_up(words: Sequence[PageWord]) -> None:
    """Makes one word of letters that stand apart for emphasis, as old German print has it: four or more, evenly."""
    run: list[PageWord] = []
    for word in words:
        letter = word.text.rstrip(_AFTER)
        gap = word.x0 - run[-1].x1 if run else 0.0
        if run and (gap > 0.6 * word.size or (len(run) > 1 and abs(gap - run[1].x0 + run[0].x1) > 0.12 * word.size)):
            run = []
        if (len(letter) == 1 and letter.isalpha()) or (run and not letter):
            run.append(word)
        else:
            run = []
        if len(run) > 4 or (len(run) == 4 and letter):
            for other in run[1:]:
                other.glued = True
        if letter != word.text:
            run = []


def _raise_initials(words: Sequence[PageWord], size: float) -> None:
    """Puts a large initial that hangs over several lines at the beginning of the first of them."""
    for initial in words:
        if initial.size < 1.8 * size or len(initial.text) > 2 or not initial.text.isalpha():
            continue
        reach = initial.top + 1.2 * size
        beside = [
            word
            for word in words
            if word.size < 1.3 * size
            and initial.x1 - 0.3 * size <= word.x0 < initial.x1 + size
            and initial.top - 0.5 * size <= word.top < reach
        ]
        first = min(beside, key=lambda word: (word.line, word.x0), default=None)
        if first is not None and initial.base > first.base + 0.8 * size:
            initial.line = first.line
            first.glued = first.x0 - initial.x1 < 0.3 * size or initial.text not in _WORDS_OF_ONE_LETTER
