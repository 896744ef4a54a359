"""A text with its mentions marked: nested where one lies in another, in several marks where they cross."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from regesta.web.html import Html, el, join
from regesta.web.html import text as escaped

#: A line end before an item of a list; any other one in a paragraph is there because the line was full.
_ITEM = re.compile(r"\n(?=[ \t]*(?:[-*•–]|\d{1,3}[.)])[ \t])")
#: Lines of a verse, an address or a table are shorter than this, and are kept as they are.
_SHORT_LINES = 56


_BLANK = re.compile(r"\n[ \t]*\n\s*")


class Mark(Struct, frozen=True, kw_only=True):
    """A span of the text to be marked, with the attributes of its marks."""

    start: int
    end: int
    key: str
    classes: str
    digest: str = ""
    passage: str = ""
    current: bool = False


def paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraphs of a slice, as offsets in the whole text."""
    for blank in _BLANK.finditer(text, start, end):
        if blank.start() > start:
            yield start, blank.start()
        start = blank.end()
    if text[start:end].strip():
        yield start, end


def paragraph(text: str, start: int, end: int, marks: Sequence[Mark]) -> Html:
    """A paragraph. Its text nodes hold the very characters of the slice, so that offsets can be counted in them."""
    content = text[start:end]
    lines = content.split("\n")
    kept = len(lines) > 1 and (max(map(len, lines)) < _SHORT_LINES or _ITEM.search(content) is not None)
    return el("p", marked(text, start, end, marks), data_start=start, dir="auto", class_="lines" if kept else None)


def marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> Html:
    """The slice of the text as markup. A mark that others cross is closed and opened again, and named by one key."""
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = {start, end, *(edge for mark in inside for edge in (mark.start, mark.end) if start < edge < end)}
    made: list[Html] = []
    opened: list[Mark] = []
    shown: set[str] = set()
    for at, following in pairwise(sorted(edges)):
        made += _turn(opened, [mark for mark in inside if mark.start <= at < mark.end], shown)
        made.append(escaped(text[at:following]))
    made += [Html("</mark>")] * len(opened)
    return join(made)


def _turn(opened: list[Mark], wanted: list[Mark], shown: set[str]) -> list[Html]:
    """Closes what ends here and what stands in its way, and opens what begins, the longest first."""
    keep = 0
    while keep < len(opened) and opened[keep] in wanted:
        keep += 1
    made = [Html("</mark>")] * (len(opened) - keep)
    del opened[keep:]
    for mark in sorted((each for each in wanted if each not in opened), key=lambda each: (each.start, -each.end)):
        made.append(_opening(mark, again=mark.key in shown))
        shown.add(mark.key)
        opened.append(mark)
    return made


def _opening(mark: Mark, *, again: bool) -> Html:
    element = el(
        "mark",
        class_=f"{mark.classes}{' again' if again else ''}",
        data_key=mark.key or None,
        data_digest=mark.digest or None,
        data_passage=mark.passage or None,
        data_start=mark.start,
        data_end=mark.end,
        aria_current="true" if mark.current else None,
    )
    return Html(element.removesuffix("</mark>"))
