"""A source as the reader of claims sees it: passages with their mentions, paragraphs, headings and lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from regesta.edtf.dateline import datelines
from regesta.extract.clauses import Clauses, clauses
from regesta.model.mention import Label, Mention

__all__ = ["Heading", "Passage", "Reading", "read"]

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_HEADING = re.compile(r"^(?:=+[ \t]*\S.*=+[ \t]*|#+[ \t]+\S.*)$", re.MULTILINE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\"“‘'(]?[^\W\d_a-z])")
_STOP = re.compile(r"\s*(?:[.:;,|–—-]|$)")
_LETTER = re.compile(r"[^\W\d_]")
_ENDS_SOON = re.compile(r"\s*(?:[,(][^.\n]{0,40})?[.:](?:\s|$)")
_SHORT = 90
_MOST_MENTIONS = 60


class Passage(Struct, frozen=True):
    """A stretch of text that a claim can rest on, with the mentions in it in the order of the text.

    Mostly it is a PASSAGE mention. What stands between two of those (a sentence without date and trigger, such as
    "The delegation was headed by ...") rests on the one before: `mention` is that one, and `is_aside` says so.
    `head` is the date alone before it on its line or over it, as in chronicles and diaries, and `head_place`
    the place right behind that date ("27 May 1921. Riga. Second meeting.").
    """

    number: int
    mention: Mention
    start: int
    end: int
    mentions: tuple[Mention, ...]
    clauses: Clauses
    paragraph: int
    section: int
    is_aside: bool = False
    head: Mention | None = None
    head_place: Mention | None = None

    def of(self, *labels: Label) -> list[Mention]:
        """The mentions with one of these labels, in the order of the text."""
        return [mention for mention in self.mentions if mention.label in labels]

    def ahead_of(self, mention: Mention, *labels: Label) -> list[Mention]:
        """The mentions with one of these labels that end before another begins, in the order of the text."""
        return [other for other in self.of(*labels) if other.end <= mention.start]

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
    """The passages of a source, each mention in the smallest that holds it, and the asides between them."""
    ordered = sorted(mentions, key=lambda mention: (mention.start, -mention.end, mention.label, mention.id))
    frames = [mention for mention in ordered if mention.label == "PASSAGE"]
    others = [mention for mention in ordered if mention.label != "PASSAGE"]
    homes = _homes(frames, others)
    breaks = [match.start() for match in _BLANK_LINE.finditer(text)]
    topics = _topics(text, breaks)
    headings = _headings(text, others)
    starts = [heading.start for heading in headings]
    stretches = [
        (frame, *piece, False) for number, frame in enumerate(frames) for piece in _pieces(frame, homes[number])
    ]
    homeless = _homeless(others, homes)
    stretches += [(*aside, True) for aside in _asides(text, frames, homeless, breaks)]
    heads = _heads(text, homeless)
    head_ends = [date.end for date, _ in heads]
    passages: list[Passage] = []
    for number, (frame, start, end, held, is_aside) in enumerate(
        sorted(stretches, key=lambda each: (each[1], -each[2]))
    ):
        spared = [(mention.start, mention.end) for mention in held if mention.label not in ("CUE", "TRIGGER")]
        bounds = clauses(text, start, end, spared)
        paragraph, section = bisect_right(topics, start), bisect_right(starts, start)
        head = _head(text, heads[: bisect_right(head_ends, start)][-1:], start, section, starts, breaks)
        place = _head_place(text, head, homeless, start) if head else None
        passages.append(Passage(number, frame, start, end, held, bounds, paragraph, section, is_aside, head, place))
    return Reading(text, tuple(passages), headings)


def _topics(text: str, breaks: Sequence[int]) -> list[int]:
    """Where a text turns to something else: at its paragraphs; but a report has one a sentence, and one topic."""
    reports = datelines(text)
    return [each for each in breaks if not reports or each < reports[0]] + reports


def _pieces(frame: Mention, held: Sequence[Mention]) -> Iterator[tuple[int, int, tuple[Mention, ...]]]:
    """The passage, in pieces where it has more mentions than any sentence, so that no text takes time without end."""
    cuts = [held[at].start for at in range(_MOST_MENTIONS, len(held), _MOST_MENTIONS)]
    for number, (start, end) in enumerate(pairwise([frame.start, *cuts, frame.end])):
        yield start, end, tuple(held[number * _MOST_MENTIONS : (number + 1) * _MOST_MENTIONS])


def _heads(text: str, homeless: Sequence[Mention]) -> list[tuple[Mention, bool]]:
    """The dates that open a line with nothing else before them, and whether the line has nothing else at all."""
    found = []
    for date in homeless:
        if date.label != "DATE":
            continue
        line_start = text.rfind("\n", 0, date.start) + 1
        line_end = text.find("\n", date.end)
        rest = text[date.end : line_end if line_end >= 0 else len(text)]
        if not _LETTER.search(text[line_start : date.start]) and _STOP.match(rest):
            found.append((date, not _LETTER.search(rest)))
    return found


def _head(
    text: str,
    heads: Sequence[tuple[Mention, bool]],
    start: int,
    section: int,
    sections: Sequence[int],
    breaks: Sequence[int],
) -> Mention | None:
    """The date before a passage on its line, at the beginning of its paragraph, or alone on a line over it.

    No later one may stand between, and no heading.
    """
    if not heads:
        return None
    date, alone = heads[-1]
    at = bisect_right(breaks, date.start)
    opens = not _LETTER.search(text[breaks[at - 1] if at else 0 : date.start])
    entry = "\n" not in text[date.end : start] or (opens and bisect_right(breaks, start) == at)
    return date if entry or (alone and bisect_right(sections, date.start) == section) else None


def _head_place(text: str, date: Mention, homeless: Sequence[Mention], start: int) -> Mention | None:
    """The place that stands as a sentence of its own right behind the date at the head of an entry."""
    for place in homeless:
        if place.label == "PLACE" and date.end <= place.start < start and place.value:
            alone = not _LETTER.search(text[date.end : place.start]) and _ENDS_SOON.match(text[place.end : start])
            return place if alone and "\n\n" not in text[date.end : place.start] else None
    return None


def _homeless(others: Sequence[Mention], homes: Sequence[Sequence[Mention]]) -> list[Mention]:
    housed = {mention.id for home in homes for mention in home}
    return [mention for mention in others if mention.id not in housed]


def _asides(
    text: str, frames: Sequence[Mention], homeless: Sequence[Mention], breaks: Sequence[int]
) -> Iterator[tuple[Mention, int, int, tuple[Mention, ...]]]:
    """The sentences behind a passage in its paragraph that have names or cues, though they are no passages."""
    ends = [*(frame.start for frame in frames[1:]), len(text)][: len(frames)]
    for frame, limit in zip(frames, ends, strict=True):
        following = bisect_right(breaks, frame.end)
        stop = min(limit, breaks[following] if following < len(breaks) else len(text))
        cuts = [match.start() for match in _SENTENCE.finditer(text, frame.end, max(frame.end, stop))]
        for start, end in pairwise([frame.end, *cuts, stop]):
            held = tuple(mention for mention in homeless if start <= mention.start and mention.end <= end)
            if held and not any(mention.label == "DATE" for mention in held):
                yield frame, start, end, held


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
