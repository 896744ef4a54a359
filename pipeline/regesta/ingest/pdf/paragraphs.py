"""Paragraphs: which lines of a region run on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from regesta.ingest.pdf.lines import Line

_ENDS = re.compile(r".*[.!?:…][\"'”’»)\]]*")
_LEADERS = re.compile(r"(?:\.\s*){4,}\S+$")
_ITEM = re.compile(r"[•▪●◦‣∙·–—*-]|\(?(?:\d{1,3}|[a-zA-Z])[.)]")


class Measure:
    """The edges of a region's lines and the distance from one to the next, in points."""

    __slots__ = ("left", "pitch", "right")

    def __init__(self, region: Sequence[Line]) -> None:
        starts = Counter(round(line.x0) for line in region)
        self.left = float(max(starts, key=lambda x: (starts[x] + starts[x - 1] + starts[x + 1], -x)))
        ends = sorted(line.x1 for line in region)
        self.right = ends[int(0.9 * (len(ends) - 1))] if len(ends) > 3 else ends[-1]
        pitches = [below.base - line.base for line, below in pairwise(region)]
        self.pitch = median(pitches) if pitches else 1.2 * region[0].size

    def is_full(self, line: Line) -> bool:
        """Whether the line reaches the right edge, ragged as that may be."""
        return line.x1 >= self.left + 0.85 * (self.right - self.left)

    def is_indented(self, line: Line) -> bool:
        """Whether the line begins to the right of the edge."""
        return line.x0 - self.left >= 0.8 * line.size


class Paragraph:
    """Lines that run on, with the measures of the regions in which they begin and end."""

    __slots__ = ("first", "last", "lines")

    def __init__(self, lines: list[Line], measure: Measure) -> None:
        self.lines = lines
        self.first = measure
        self.last = measure


def paragraphs(region: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs of one region, in order."""
    if not region:
        return []
    measure = Measure(region)
    groups = [[region[0]]]
    for line, below in pairwise(region):
        if _parts(line, below, measure) or (len(groups[-1]) == 1 and _is_heading(line, below, measure)):
            groups.append([below])
        else:
            groups[-1].append(below)
    return [Paragraph(group, measure) for group in groups]


def _parts(line: Line, below: Line, measure: Measure) -> bool:
    """Whether a new paragraph begins between two lines that follow each other in a region."""
    size = max(line.size, below.size)
    pitch = below.base - line.base
    if pitch > max(1.3 * measure.pitch, 1.05 * size) or pitch < 0 or abs(line.size - below.size) > 0.12 * size:
        return True
    if line.widest_gap > 2.5 * size or below.widest_gap > 2.5 * size:
        return True
    ended = bool(_ENDS.fullmatch(line.words[-1].text))
    width = measure.right - measure.left
    if line.x1 < measure.left + (0.8 if ended else 0.5) * width:
        return True
    if _LEADERS.search(line.text):
        return True
    if abs(below.x0 - line.x0) >= 0.8 * size and not _hangs(line, below):
        return ended or not measure.is_full(line)
    return ended and bool(_ITEM.fullmatch(below.words[0].text))


def _is_heading(line: Line, below: Line, measure: Measure) -> bool:
    """Whether the first line of a paragraph is a heading in another font than what it stands over."""
    if not line.font or line.font == below.words[0].font:
        return False
    return bool(below.font) or not measure.is_full(line)


def _hangs(line: Line, below: Line) -> bool:
    """Whether the line below begins under the text that follows the line's bullet or number."""
    return len(line.words) > 1 and abs(line.words[1].x0 - below.x0) < 3 and len(line.words[0].text) < 8


def run_on(paragraphs_in_order: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs with those joined that a column's or a page's end has cut in two."""
    joined: list[Paragraph] = []
    for paragraph in paragraphs_in_order:
        if joined and joined[-1].last is not paragraph.first and _continues(joined[-1], paragraph):
            joined[-1].lines.extend(paragraph.lines)
            joined[-1].last = paragraph.last
        else:
            joined.append(paragraph)
    return joined


def _continues(before: Paragraph, after: Paragraph) -> bool:
    last, first = before.lines[-1], after.lines[0]
    if abs(last.size - first.size) > 0.1 * last.size or _LEADERS.search(last.text):
        return False
    word = last.words[-1].text
    if _ENDS.fullmatch(word):
        return False
    if word.endswith(("-", "\u2010", "\u00ad")) or first.words[0].text[:1].islower():
        return True
    return before.last.is_full(last) and not after.first.is_indented(first) and len(last.words) > 3
