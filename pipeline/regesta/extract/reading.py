"""A source as the reader of claims sees it: passages with their mentions, paragraphs, headings and lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from regesta.extract.clauses import Clauses, clauses
from regesta.model.mention import Label, Mention

__all__ = ["Heading", "Passage", "Reading", "read"]

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_HEADING = re.compile(r"^(?:=+[ \t]*\S.*=+[ \t]*|#+[ \t]+\S.*)$", re.MULTILINE)
_SHORT = 90


class Passage(Struct, frozen=True):
    """A sentence or line that a claim can rest on, with the mentions in it in the order of the text."""

    number: int
    mention: Mention
    mentions: tuple[Mention, ...]
    clauses: Clauses
    paragraph: int
    section: int

    @property
    def start(self) -> int:
        """Offset in the text, in code points."""
        return self.mention.start

    @property
    def end(self) -> int:
        """Offset in the text, in code points."""
        return self.mention.end

    def of(self, *labels: Label) -> list[Mention]:
        """The mentions with one of these labels, in the order of the text."""
        return [mention for mention in self.mentions if mention.label in labels]

    def before(self, offset: int) -> str:
        """The words of the passage before an offset."""
        return self.clauses.text[self.start : max(self.start, offset)]

    def after(self, offset: int) -> str:
        """The words of the passage from an offset on."""
        return self.clauses.text[min(offset, self.end) : self.end]

    def between(self, one: Mention, other: Mention) -> str:
        """The words between two mentions, in whatever order they stand."""
        first, last = (one, other) if one.start <= other.start else (other, one)
        return self.clauses.text[first.end : max(first.end, last.start)]

    def steps(self, one: Mention, other: Mention) -> float:
        """How many steps part two mentions (see clauses)."""
        if one.start < other.end and other.start < one.end:
            return 0.0
        first, last = (one, other) if one.start <= other.start else (other, one)
        return self.clauses.steps(first.end, last.start)


class Heading(Struct, frozen=True):
    """A heading or title, with the mentions in it."""

    start: int
    end: int
    mentions: tuple[Mention, ...]


class Reading(Struct, frozen=True):
    """A whole source."""

    text: str
    passages: tuple[Passage, ...]
    headings: tuple[Heading, ...]

    def heading_before(self, offset: int) -> Heading | None:
        """The last heading that stands before an offset."""
        earlier = [heading for heading in self.headings if heading.end <= offset]
        return earlier[-1] if earlier else None


def read(text: str, mentions: Sequence[Mention]) -> Reading:
    """The passages of a source, each mention in the smallest that holds it; what stands in none is in no claim."""
    ordered = sorted(mentions, key=lambda mention: (mention.start, -mention.end, mention.label, mention.id))
    frames = [mention for mention in ordered if mention.label == "PASSAGE"]
    others = [mention for mention in ordered if mention.label != "PASSAGE"]
    homes = _homes(frames, others)
    breaks = [match.start() for match in _BLANK_LINE.finditer(text)]
    headings = _headings(text, others)
    starts = [heading.start for heading in headings]
    passages = []
    for number, frame in enumerate(frames):
        held = tuple(homes[number])
        spared = [(mention.start, mention.end) for mention in held if mention.label not in ("CUE", "TRIGGER")]
        passages.append(
            Passage(
                number,
                frame,
                held,
                clauses(text, frame.start, frame.end, spared),
                bisect_right(breaks, frame.start),
                bisect_right(starts, frame.start),
            )
        )
    return Reading(text, tuple(passages), headings)


def _homes(frames: Sequence[Mention], others: Sequence[Mention]) -> list[list[Mention]]:
    homes: list[list[Mention]] = [[] for _ in frames]
    starts = [frame.start for frame in frames]
    longest = max((frame.end - frame.start for frame in frames), default=0)
    for mention in others:
        best: int | None = None
        for index in range(bisect_right(starts, mention.start) - 1, -1, -1):
            frame = frames[index]
            if frame.start + longest < mention.end:
                break
            fits = frame.start <= mention.start and mention.end <= frame.end
            if fits and (best is None or frame.end - frame.start < frames[best].end - frames[best].start):
                best = index
        if best is not None:
            homes[best].append(mention)
    return homes


def _headings(text: str, mentions: Sequence[Mention]) -> tuple[Heading, ...]:
    """Marked headings, and a short first line without a full stop, which is a title."""
    spans = [match.span() for match in _HEADING.finditer(text)]
    first = re.match(r"\s*(\S[^\n]*)", text)
    if first and len(first[1]) <= _SHORT and not first[1].rstrip().endswith((".", ":", ";", ",")):
        spans = sorted({*spans, first.span(1)})
    spans = [span for span, following in pairwise([*spans, (len(text) + 1, 0)]) if span[1] <= following[0]]
    return tuple(
        Heading(start, end, tuple(m for m in mentions if start <= m.start and m.end <= end)) for start, end in spans
    )
