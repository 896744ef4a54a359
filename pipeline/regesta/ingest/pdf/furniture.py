"""Running heads and feet: what comes again at the same place of the next pages, and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from regesta.ingest.pdf.lines import Line, prevailing_size
from regesta.ingest.pdf.notes import SMALL, begins_note

#: How many lines at either end of a page may be furniture.
DEEPEST = 3
#: How many pages on either side are compared (odd and even pages have different heads).
REACH = 4
#: The share of a page's height, at either end, in which furniture is looked for.
ZONE = 0.15
#: The share of a page's height in which a lone number needs no other page to be the page's number.
EDGE = 0.09
#: Letters of a head are at most this many times as high as those of the body; a title on each page is no head.
LARGEST = 1.25

_NUMBER = re.compile(r"\W*(\d{1,4}|[ivxlcdm]{1,9})\W*", re.IGNORECASE)
_OF_ALL = re.compile(r"\s*(?:/|of|von|de|sur|z|из)\s*\d+\W*$")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


class PageRows:
    """The rows of one page, across its whole width, with its number in the file, label and height in points."""

    __slots__ = ("height", "label", "number", "rows")

    def __init__(self, number: int, label: str, height: float, rows: Sequence[Line]) -> None:
        self.number = number
        self.label = label
        self.height = height
        self.rows = rows


def furniture(pages: Sequence[PageRows]) -> list[tuple[int, int]]:
    """How many rows at the top, and how many at the bottom, of each page are running heads and feet."""
    body_size = prevailing_size(word for page in pages for row in page.rows for word in row.words)
    largest = LARGEST * body_size
    heads = [[_Candidate(row, page, body_size) for row in _ends(page, True, largest)] for page in pages]
    feet = [[_Candidate(row, page, body_size) for row in _ends(page, False, largest)] for page in pages]
    head_offset, foot_offset = _numbering(heads), _numbering(feet)
    found = []
    for index, page in enumerate(pages):
        head = _depth(heads, index, head_offset)
        foot = _depth(feet, index, foot_offset)
        found.append((head, min(foot, len(page.rows) - head)))
    return found


class _Candidate:
    """A row that may be furniture: its words without a page number, and the numbers at its two ends."""

    __slots__ = ("bare", "numbers", "page", "row", "small")

    def __init__(self, row: Line, page: PageRows, body_size: float) -> None:
        self.small = row.size <= SMALL * body_size
        self.row = row
        self.page = page
        text = _OF_ALL.sub("", row.text.casefold())
        words = [word for word in text.split() if re.search(r"\w", word)] or [text]
        ends = [_value(words[0])] + ([_value(words[-1])] if len(words) > 1 else [])
        self.numbers = [value for value in ends if value is not None]
        last = len(words) - 1
        self.bare = " ".join(word for i, word in enumerate(words) if i not in (0, last) or _value(word) is None)


def _value(word: str) -> int | None:
    """The number that a word is, arabic or roman."""
    match = _NUMBER.fullmatch(word)
    if not match:
        return None
    if match[1].isdecimal():
        return int(match[1])
    digits = [_ROMAN[letter] for letter in match[1].lower()]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))


def _ends(page: PageRows, top: bool, largest: float) -> Iterator[Line]:
    zone = ZONE * page.height
    for row in page.rows[:DEEPEST] if top else page.rows[::-1][:DEEPEST]:
        if row.size > largest or (row.bottom > zone if top else row.top < page.height - zone):
            return
        yield row


def _numbering(ends: Sequence[Sequence[_Candidate]]) -> int | None:
    """By how much the printed page numbers run ahead of the pages in the file, where several pages agree on it."""
    offsets: Counter[int] = Counter()
    for candidates in ends:
        offsets.update({value - it.page.number for it in candidates for value in it.numbers})
    offset, times = max(offsets.items(), key=lambda item: (item[1], -abs(item[0])), default=(0, 0))
    return offset if times >= max(2, len(ends) // 8) else None


def _depth(ends: Sequence[Sequence[_Candidate]], index: int, offset: int | None) -> int:
    """How many rows, from the edge of the page inwards, are furniture.

    A page number with other words than on the pages beside is one (a head that names the chapter) only at the very
    edge, and where it does not end like a sentence or a note. A page has one number at each end, so that what stands
    inside of it is no furniture because it counts on: footnotes do that, too.
    """
    depth = 0
    has_number = False
    near = [it for other in ends[max(0, index - REACH) : index] for it in other]
    near += [it for other in ends[index + 1 : index + REACH + 1] for it in other]
    for candidate in ends[index]:
        counted = offset is not None and candidate.page.number + offset in candidate.numbers
        counted = counted and (not candidate.bare or (depth == 0 and candidate.row.text[-1] not in ".,;:-"))
        again = [other for other in near if _alike(candidate, other)]
        if has_number:
            again = [other for other in again if other.numbers == candidate.numbers]
            counted = False
        if not (counted or again or (not has_number and _is_lone_number(candidate))):
            break
        has_number = has_number or bool(candidate.numbers)
        depth += 1
    return depth + (0 < depth < len(ends[index]) and _stands_alone(ends[index][depth], depth))


def _stands_alone(candidate: _Candidate, depth: int) -> bool:
    """Whether small print beside furniture is far from all else: a journal's line on the first page of an article."""
    page, row = candidate.page, candidate.row
    inner = page.rows[depth + 1 : depth + 2] if page.rows[depth] is row else page.rows[-depth - 2 : -depth - 1]
    far = not inner or abs(inner[0].base - row.base) > 1.8 * row.size
    return candidate.small and far and not begins_note(row)


def _is_lone_number(candidate: _Candidate) -> bool:
    """Whether the row is nothing but the page's number or label, at the very edge."""
    row, page = candidate.row, candidate.page
    if candidate.bare or not (row.bottom <= EDGE * page.height or row.top >= (1 - EDGE) * page.height):
        return False
    return _value(page.label) in candidate.numbers or page.number in candidate.numbers


def _alike(one: _Candidate, other: _Candidate) -> bool:
    """Whether two rows have the same words at the same height, with numbers that count the pages between them."""
    if abs(one.row.top - other.row.top) > 4 or abs(one.row.size - other.row.size) > 1 or one.bare != other.bare:
        return False
    if one.numbers == other.numbers:
        return bool(re.search(r"\w", one.bare))
    apart = other.page.number - one.page.number
    return len(one.numbers) == len(other.numbers) and any(
        a + apart == b for a, b in zip(one.numbers, other.numbers, strict=True)
    )
