"""Words in one line of their context, as a concordance has them: to read many places at a glance."""

from __future__ import annotations

from msgspec import Struct

#: Code points of context on each side.
AROUND = 48


class Line(Struct, frozen=True, kw_only=True):
    """A place of a text: the words that stand there, with what stands before and after; white space counts as one."""

    source: str
    start: int
    end: int
    page: int | None
    before: str
    words: str
    after: str


def line(source: str, text: str, span: tuple[int, int], page: int | None, around: int = AROUND) -> Line:
    """The line around a span, up to `around` code points on each side, cut between words."""
    start, end = span
    before, after = text[max(0, start - around) : start], text[end : end + around]
    if start > around and " " in before:
        before = before.partition(" ")[2]
    if end + around < len(text) and " " in after:
        after = after.rpartition(" ")[0]
    return Line(
        source=source,
        start=start,
        end=end,
        page=page,
        before=" ".join(before.split()) + (" " if before[-1:].isspace() else ""),
        words=" ".join(text[start:end].split()),
        after=(" " if after[:1].isspace() else "") + " ".join(after.split()),
    )
