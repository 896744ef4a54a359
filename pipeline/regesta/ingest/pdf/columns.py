"""Reading order: the columns of a page, and what runs across them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, floor
from statistics import median

from regesta.ingest.pdf.lines import Line, lines
from regesta.ingest.pdf.words import PageWord

#: Narrowest blank between two columns, as a share of the letters' height.
GUTTER = 0.8
#: Fewest lines on either side of a gutter, and fewest in a row that leave it free.
LEAST_LINES = 3
#: A column's lines have at least so many letters and spaces, most of them.
LEAST_LETTERS = 18
#: Points between the places at which a gutter is looked for.
STEP = 2.0
#: A page is not cut into more than two to this power columns.
DEPTH = 3


def regions(words: Sequence[PageWord], size: float, depth: int = 0) -> list[list[Line]]:
    """The regions of a page in reading order, each a list of its lines from top to bottom.

    A gutter is a blank strip that several lines in a row leave free, with text (not the short cells of a table) on
    both sides. Lines that cross it, such as a title, part the columns above from those below.
    """
    rows = lines(words, size)
    gutter = _gutter(rows, size) if depth < DEPTH and len(rows) >= LEAST_LINES else None
    if gutter is None:
        return [rows] if rows else []
    found: list[list[Line]] = []
    for split, band in _bands(rows, gutter, size):
        band_words = [word for row in band for word in row.words]
        if not split:
            found.extend(regions(band_words, size, depth + 1) if len(band) < len(rows) else [band])
            continue
        left = [word for word in band_words if word.x0 + word.x1 < 2 * gutter]
        right = [word for word in band_words if word.x0 + word.x1 >= 2 * gutter]
        found.extend(regions(left, size, depth + 1))
        found.extend(regions(right, size, depth + 1))
    return found


def _gutter(rows: Sequence[Line], size: float) -> float | None:
    """Where the gutter is that most lines keep free, in points from the left; none where there is none."""
    x0, x1 = min(row.x0 for row in rows), max(row.x1 for row in rows)
    margin = 0.12 * (x1 - x0)
    count = max(0, int((x1 - x0 - 2 * margin) / STEP) + 1)
    covered = [_covered(row, x0 + margin, count, GUTTER * size / 2) for row in rows]
    free = 0
    for masks in zip(covered, covered[1:], covered[2:], strict=False):
        free |= ~(masks[0] | masks[1] | masks[2])
    best: tuple[int, list[float]] = (0, [])
    for bit in range(count):
        if not free >> bit & 1:
            continue
        place = x0 + margin + bit * STEP
        score = sum(len(run) for run in _runs(rows, [mask >> bit & 1 for mask in covered], place, size))
        if score and score == best[0]:
            best[1].append(place)
        elif score > best[0]:
            best = (score, [place])
    return _middle_of_widest(best[1]) if best[1] else None


def _covered(row: Line, start: float, count: int, half: float) -> int:
    """The places at which the row leaves no blank of twice `half`, as bits: the place at `start` is the lowest."""
    mask = 0
    for word in row.words:
        first = max(0, ceil((word.x0 - half - start) / STEP))
        last = min(count - 1, floor((word.x1 + half - start) / STEP))
        if last >= first:
            mask |= ((1 << last - first + 1) - 1) << first
    return mask


def _middle_of_widest(places: list[float]) -> float:
    strips = [[places[0]]]
    for place in places[1:]:
        if place - strips[-1][-1] <= STEP * 1.01:
            strips[-1].append(place)
        else:
            strips.append([place])
    widest = max(strips, key=len)
    return (widest[0] + widest[-1]) / 2


def _runs(rows: Sequence[Line], crossing: Sequence[int], place: float, size: float) -> list[list[int]]:
    """The runs of rows, by their indices, that do not cross the place and have columns of text on both sides of it."""
    found: list[list[int]] = []
    run: list[int] = []
    for index, crosses in enumerate(crossing):
        if not crosses:
            run.append(index)
        elif run:
            if len(run) >= LEAST_LINES and _are_columns(rows, run, place, size):
                found.append(run)
            run = []
    if len(run) >= LEAST_LINES and _are_columns(rows, run, place, size):
        found.append(run)
    return found


def _are_columns(rows: Sequence[Line], run: Sequence[int], place: float, size: float) -> bool:
    """Whether both sides hold running text: lines of several words each, most of them filled, several on each side.

    Beside a longer column, one line is enough: the last column of an article may end soon.
    """
    sides = []
    for right in (False, True):
        parts = [[word for word in rows[index].words if (word.x0 > place) is right] for index in run]
        sides.append([part for part in parts if part])
    fewest, most = sorted(len(side) for side in sides)
    if not fewest or (fewest < LEAST_LINES and most < LEAST_LINES + 2):
        return False
    for side in sides:
        widths = [max(word.x1 for word in part) - min(word.x0 for word in part) for part in side]
        if median(widths) < 0.5 * max(widths) or not _is_running_text(side, size):
            return False
    return True


def _is_running_text(parts: Sequence[Sequence[PageWord]], size: float) -> bool:
    """Whether pieces of lines are as long as those of a column; the cells of a table are not, beside each other."""
    cells: list[list[PageWord]] = []
    for part in parts:
        cells.append([part[0]])
        for before, word in pairwise(part):
            if word.x0 - before.x1 > 1.2 * size:
                cells.append([])
            cells[-1].append(word)
    if sum(len(cell) for cell in cells) < 2.5 * len(cells):
        return False
    return median(sum(len(word.text) + 1 for word in cell) for cell in cells) >= LEAST_LETTERS


def _bands(rows: Sequence[Line], gutter: float, size: float) -> list[tuple[bool, list[Line]]]:
    """The rows in bands from top to bottom: those in columns (True) and those that run across (False)."""
    in_columns: set[int] = set()
    crossing = [_covered(row, gutter, 1, GUTTER * size / 2) for row in rows]
    for run in _runs(rows, crossing, gutter, size):
        in_columns.update(_without_short_end(rows, run, gutter, size))
    bands: list[tuple[bool, list[Line]]] = []
    for index, row in enumerate(rows):
        split = index in in_columns
        if bands and bands[-1][0] is split:
            bands[-1][1].append(row)
        else:
            bands.append((split, [row]))
    return bands


def _without_short_end(rows: Sequence[Line], run: list[int], gutter: float, size: float) -> list[int]:
    """The run without a first line that is the short last line of the paragraph across the columns above it."""
    first = run[0]
    if first == 0 or len(run) < 2 or any(word.x1 > gutter for word in rows[first].words):
        return run
    above = rows[first].base - rows[first - 1].base
    below = rows[run[1]].base - rows[first].base
    return run[1:] if above <= 1.5 * size and below >= 1.2 * above else run
