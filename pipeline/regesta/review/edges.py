"""The edges of a span, moved word by word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal

Edge = Literal["start", "end"]
Span = tuple[int, int]
#: Code points on each side of a span in which a next word is looked for.
_AROUND = 400


def moved(text: str, span: Span, edge: Edge, step: Literal[1, -1]) -> Span:
    """The span with one edge a word further on (1) or back (-1); as it is where there is no such word.

    At least one word is left of it. A sign is a word of its own, and so is a Chinese character.
    """
    start, end = span
    words = _words(text, max(0, start - _AROUND), min(len(text), end + _AROUND))
    if edge == "end":
        ends = [word[1] for word in words]
        return start, _next(ends, end, step, lambda at: at > start) or end
    starts = [word[0] for word in words]
    found = _next(starts, start, step, lambda at: at < end)
    return (start if found is None else found), end


def _next(places: Sequence[int], at: int, step: int, fits: Any) -> int | None:
    beyond = [place for place in places if (place > at if step > 0 else place < at) and fits(place)]
    if not beyond:
        return None
    return min(beyond) if step > 0 else max(beyond)


def _words(text: str, start: int, end: int) -> list[Span]:
    return [(found.start(), found.end()) for found in _pattern().finditer(text, start, end)]


@lru_cache(maxsize=1)
def _pattern() -> Any:
    import regex  # it knows letters with their accents, and how wide they are

    return regex.compile(r"[[\p{L}\p{N}\p{M}]--\p{EA=W}]+|\S\p{M}*", regex.V1)
