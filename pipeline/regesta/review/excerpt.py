"""A quote in its context, for people to read."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

#: Code points of context on each side, before the cut is moved to white space.
AROUND = 240


class Excerpt(Struct, frozen=True, kw_only=True):
    """A slice of a text with spans marked in it; `start` and `marks` are offsets in the whole text."""

    text: str
    start: int
    marks: tuple[tuple[int, int], ...]
    cut_before: bool
    cut_after: bool


def excerpt(
    text: str, marks: Iterable[tuple[int, int]], around: int = AROUND, whole: tuple[int, int] | None = None
) -> Excerpt:
    """The text around the marked spans: up to `around` code points on each side, within their paragraphs.

    `whole` is a span that is shown as a whole, marked or not.
    """
    spans = _merged(text, marks)
    shown = [*spans, *_merged(text, [whole] if whole else [])]
    first = min((start for start, _ in shown), default=0)
    last = max((end for _, end in shown), default=0)
    start, end = _back(text, first, around), _on(text, last, around)
    return Excerpt(
        text=text[start:end],
        start=start,
        marks=spans,
        cut_before=start > 0 and text[max(0, start - 2) : start] != "\n\n",
        cut_after=end < len(text) and text[end : end + 2] != "\n\n",
    )


def pieces(shown: Excerpt) -> list[tuple[str, bool]]:
    """The excerpt in pieces, each with whether it is marked."""
    found = []
    at = shown.start
    for start, end in shown.marks:
        found.append((shown.text[at - shown.start : start - shown.start], False))
        found.append((shown.text[start - shown.start : end - shown.start], True))
        at = end
    found.append((shown.text[at - shown.start :], False))
    return [piece for piece in found if piece[0]]


def _merged(text: str, marks: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The spans in order, without those that overlap an earlier one or are not in the text."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(marks, key=lambda span: (span[0], -span[1])):
        if 0 <= start < end <= len(text) and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return tuple(kept)


def _back(text: str, first: int, around: int) -> int:
    limit = max(0, first - around)
    paragraph = text.rfind("\n\n", limit, first)
    if paragraph >= 0:
        return paragraph + 2
    while 0 < limit < first and not text[limit - 1].isspace():
        limit += 1
    return limit


def _on(text: str, last: int, around: int) -> int:
    limit = min(len(text), last + around)
    paragraph = text.find("\n\n", last, limit)
    if paragraph >= 0:
        return paragraph
    while last < limit < len(text) and not text[limit].isspace():
        limit -= 1
    return limit
