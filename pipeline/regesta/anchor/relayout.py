"""The pages and boxes of a corrected text: a word keeps the box in which it is printed, however it is spelt now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec import Struct

from regesta.anchor.align import Alignment
from regesta.model.source import Apart, PageLayout, Word


class _Placed(Struct, frozen=True):
    """A word of the former layout with its place in the present text; `moved` as in a Run."""

    page: int
    was: int
    start: int
    end: int
    moved: bool
    word: Word


def relaid(layout: Sequence[PageLayout], alignment: Alignment, text: str) -> list[PageLayout]:
    """The layout of the present text. Words that were added have no box; boxes whose words are gone are left out.

    A page begins with the first of its words that kept its place; what was moved among the words of another page
    stands apart, so that it is still cited by the page on which it is printed.
    """
    placed = _filled(_snapped(_placed(layout, alignment), text), layout, text)
    by_page: dict[int, list[_Placed]] = {}
    for each in placed:
        by_page.setdefault(each.page, []).append(each)
    starts = _starts(layout, by_page, text)
    pages = []
    for index, page in enumerate(layout):
        start = starts[index]
        end = max(start, _before(text, starts[index + 1]) if start < starts[index + 1] else start)
        words = by_page.get(index, [])
        pages.append(
            msgspec.structs.replace(
                page,
                start=start,
                end=end,
                apart=[*_apart(page, words), *_moved(page, words, start, end)],
                words=[_at(each) for each in sorted(words, key=lambda each: each.start)],
            )
        )
    return pages


def _at(each: _Placed) -> Word:
    return msgspec.structs.replace(each.word, start=each.start, end=each.end)


def _placed(layout: Sequence[PageLayout], alignment: Alignment) -> Iterator[_Placed]:
    for index, page in enumerate(layout):
        for word in page.words:
            runs = alignment.within(word.start, word.end)
            if runs:
                first, last = runs[0], runs[-1]
                start = first.new + max(word.start - first.old, 0)
                end = last.new_end - max(last.old_end - word.end, 0)
                if start < end <= start + 2 * (word.end - word.start) + 8:
                    yield _Placed(index, word.start, start, end, first.moved, word)


def _snapped(placed: Iterable[_Placed], text: str) -> list[_Placed]:
    """The words with the letters at their edges that were corrected, in the order of the present text, none twice."""
    ordered = sorted(placed, key=lambda each: (each.start, each.end))
    found: list[_Placed] = []
    for at, each in enumerate(ordered):
        floor = found[-1].end if found else 0
        ceiling = ordered[at + 1].start if at + 1 < len(ordered) else len(text)
        start, end = max(each.start, floor), each.end
        while start > floor and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while end < ceiling and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
        if start < end:
            found.append(msgspec.structs.replace(each, start=start, end=end))
    return found


def _filled(placed: Sequence[_Placed], layout: Sequence[PageLayout], text: str) -> list[_Placed]:
    """The words with those of which no letter stayed, where a single word took the place of a single one."""
    by_start = {each.was: each for each in placed}
    printed = [(index, word) for index, page in enumerate(layout) for word in page.words]
    found = list(placed)
    for at in range(1, len(printed) - 1):
        index, word = printed[at]
        before, after = by_start.get(printed[at - 1][1].start), by_start.get(printed[at + 1][1].start)
        if word.start in by_start or before is None or after is None:
            continue
        between = text[before.end : after.start]
        if len(between.split()) == 1:
            start = before.end + len(between) - len(between.lstrip())
            found.append(_Placed(index, word.start, start, start + len(between.strip()), before.moved, word))
    return found


def _starts(layout: Sequence[PageLayout], by_page: dict[int, list[_Placed]], text: str) -> list[int]:
    """Where the body of each page begins, and where the last one ends."""
    bodies = [
        [each for each in by_page.get(index, []) if page.start <= each.was < page.end and not each.moved]
        for index, page in enumerate(layout)
    ]
    aparts = [
        each.start
        for index, page in enumerate(layout)
        for each in by_page.get(index, [])
        if not page.start <= each.was < page.end
    ]
    last = max((each.end for body in bodies for each in body), default=0)
    starts = [min((start for start in aparts if start >= last), default=len(text))]
    for body in reversed(bodies):
        starts.insert(0, min((each.start for each in body), default=starts[0]))
    first = next((index for index, body in enumerate(bodies) if body), -1)
    starts[: first + 1] = [0] * (first + 1)
    return starts


def _before(text: str, end: int) -> int:
    """Where the words before an offset end."""
    while end and text[end - 1].isspace():
        end -= 1
    return end


#: Words of a moved piece that are no further from each other, in code points, belong together.
_NEAR = 40


def _apart(page: PageLayout, words: Sequence[_Placed]) -> Iterator[Apart]:
    """What stood apart before, as far as words of it are left."""
    for piece in page.apart:
        inside = [each for each in words if piece.start <= each.was < piece.end]
        if inside:
            start, end = min(each.start for each in inside), max(each.end for each in inside)
            yield Apart(kind=piece.kind, start=start, end=end)


def _moved(page: PageLayout, words: Sequence[_Placed], start: int, end: int) -> Iterator[Apart]:
    """The pieces of the body that stand among the words of another page now."""
    away = [
        each
        for each in sorted(words, key=lambda each: each.start)
        if page.start <= each.was < page.end and not start <= each.start < end
    ]
    at = 0
    while at < len(away):
        stop = at + 1
        while stop < len(away) and _goes_on(away[stop - 1], away[stop]):
            stop += 1
        yield Apart(kind="moved", start=away[at].start, end=away[stop - 1].end)
        at = stop


def _goes_on(one: _Placed, other: _Placed) -> bool:
    return other.start - one.end <= _NEAR and other.was > one.was
