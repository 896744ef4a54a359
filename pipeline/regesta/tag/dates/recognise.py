"""The dates of a text, each with its EDTF value: what the words say, and what the whole document says of the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from regesta.edtf.parse import is_valid, parse
from regesta.tag.dates import build, build_pointing
from regesta.tag.dates.attached import attached
from regesta.tag.dates.compose import Point, calendar, ends, written
from regesta.tag.dates.decide import Decision, decide
from regesta.tag.dates.events import counted_from_events
from regesta.tag.dates.evidence import evidence
from regesta.tag.dates.expression import Expression
from regesta.tag.dates.grammar import expressions
from regesta.tag.dates.pins import Pin, mark_steady, pinned
from regesta.tag.dates.ranges import joined
from regesta.tag.dates.refuse import IsDateWord, dates_only
from regesta.tag.dates.reports import reports
from regesta.tag.dates.tables import under_heads
from regesta.tag.dates.tokens import Tokens, tokens
from regesta.tag.dates.words import Lexicon, lexicon

__all__ = ["DatePart", "DateReading", "IsDateWord", "Pin", "Rival", "Share", "dates", "dates_in"]

_BUILD = build.BUILD | build_pointing.BUILD
_LONGEST_STYLE = 20
#: A rival reading less likely than this is not worth a reviewer's time.
_LEAST_RIVAL = 0.05


class DatePart(Struct, frozen=True):
    """One end of a range, where the words name it apart."""

    start: int
    end: int
    value: str


class Rival(Struct, frozen=True):
    """Another reading that came close; without a score it is the same day by another calendar."""

    value: str
    score: float | None = None


class DateReading(Struct, frozen=True, kw_only=True):
    """A date: its offsets in code points, its value in EDTF (empty where it stays open), and how it came by it.

    `anchor` is the index, in the same list, of the date from which it took what its words leave open.
    `names` are the two names of a double date, each as its words have it.
    `time` is the part of the day that the words name (MO MI AF EV NI DT), which the value leaves out.
    """

    start: int
    end: int
    value: str
    rule: str
    score: float
    anchor: int | None = None
    parts: tuple[DatePart, ...] = ()
    names: tuple[DatePart, ...] = ()
    rivals: tuple[Rival, ...] = ()
    time: str = ""


class Share(Struct, frozen=True, kw_only=True):
    """What of a document is in one language: the whole text with blanks for all else, and the pins that stand in it."""

    language: str
    text: str
    pins: Sequence[Pin] = ()


class _Read(Struct):
    """The tokens of a share, and the dates found in it."""

    found: Tokens
    kept: list[Expression]


def dates(
    text: str,
    *,
    language: str = "",
    issued: str = "",
    winter: str = "december",
    is_date_word: IsDateWord | None = None,
    pins: Sequence[Pin] = (),
) -> list[DateReading]:
    """The dates of a document in the order of its text.

    `language` is a BCP 47 tag; one that there is no table for is read as English. `issued` is the date in EDTF of a
    letter or a report that speaks of its own day, from which it is read. `winter` says which winter a year names
    ("december": the one that begins in it). `is_date_word(start, end)` may say whether a doubtful word ("May",
    "march") is a month; without it the words beside it decide. `pins` are dates that people decided about.
    """
    share = Share(language=language, text=text, pins=pins)
    return dates_in([share], text, issued=issued, winter=winter, is_date_word=is_date_word)


def dates_in(
    shares: Sequence[Share],
    text: str,
    *,
    issued: str = "",
    winter: str = "december",
    is_date_word: IsDateWord | None = None,
) -> list[DateReading]:
    """The dates of a document in several languages: each share is read by its own words, all are decided together."""
    reads = [_read(share, winter, is_date_word) for share in shares]
    kept = _in_order(reads)
    under_heads(text, kept)
    decided = _decided(reads, kept, text, issued)
    if any(share.pins for share in shares):
        read = kept
        for each, share in zip(reads, shares, strict=True):
            each.kept = _pinned(each.found, each.kept, share.pins)
        kept = _in_order(reads)
        mark_steady(read, [each.value for each in decided], [each.anchor for each in decided])
        under_heads(text, kept)
        decided = _decided(reads, kept, text, issued)
    return _readings(kept, counted_from_events(kept, decided))


def _read(share: Share, winter: str, is_date_word: IsDateWord | None) -> _Read:
    words = lexicon(share.language)
    found = tokens(share.text, words)
    kept = attached(found, dates_only(found, joined(found, expressions(found, _BUILD)), words, is_date_word))
    for date in kept:
        _widen(found, date, words)
        date.winter = 1 if winter == "january" else 12
    return _Read(found, kept)


def _in_order(reads: Sequence[_Read]) -> list[Expression]:
    """The dates of all shares, in the order of the text."""
    return sorted((date for read in reads for date in read.kept), key=lambda date: date.start)


def _pinned(found: Tokens, kept: Sequence[Expression], pins: Sequence[Pin]) -> list[Expression]:
    """The dates with what people decided about them; those that people added get their place among the tokens."""
    made = pinned(kept, pins)
    for date in made:
        if date.kind == "added":
            date.token = bisect_left(found.starts, date.start)
            date.after = max(date.token + 1, bisect_left(found.starts, date.end))
    return made


def _decided(reads: Sequence[_Read], kept: Sequence[Expression], text: str, issued: str) -> list[Decision]:
    around = {
        id(date): near
        for read in reads
        for date, near in zip(read.kept, evidence(read.found, read.kept, read.found.lexicon), strict=True)
    }
    day = _issued(issued)
    return decide(kept, [around[id(date)] for date in kept], day, reports(text, kept, day))


def _issued(issued: str) -> Point | None:
    """The day of issue, or the month or the year where it is no more exact: no day is counted from one nobody named."""
    if not is_valid(issued):
        return None
    known = parse(issued)
    if known.latest is None:
        return None
    known_parts = {"day": 3, "month": 2}.get(known.precision, 1)
    return Point(*known.latest[:known_parts])


def _widen(found: Tokens, date: Expression, words: Lexicon) -> None:
    """Takes "about" into the span, and notes the "before" or "after" that stands before it."""
    if found.code(date.token - 1) == "A" and date.kind == "date":
        date.approximate = True
        date.start = found.starts[date.token - 1]
        date.token -= 1
    if date.kind != "date" or date.last is not None:
        return
    if date.day and date.month and _is_old_style(found, date, words):
        date.old_style, date.rule = True, date.rule if date.old_style else "old_style"
    date.bound = _bound(found, date, words)


def _is_old_style(found: Tokens, date: Expression, words: Lexicon) -> bool:
    before = found.text[max(0, date.start - _LONGEST_STYLE) : date.start]
    return bool(words.old_style.match(found.text, date.end) or words.old_style_before.search(before))


def _bound(found: Tokens, date: Expression, words: Lexicon) -> Literal["", "before", "after"]:
    """Whether the words beside a date open the time before or after it: "until at least", "from … onwards"."""
    at = date.token - 1
    if f"{found.word(at - 1)} {found.word(at)}" in words.fillers:
        at -= 2
    before, pair = found.word(at), f"{found.word(at - 1)} {found.word(at)}"
    if found.code(at) == "f" and found.word(date.after) in words.onward:
        return "after" if found.code(date.after) == "x" or found.code(date.after + 1) in ",.)|" else ""
    return words.bounds.get(pair, words.bounds.get(before, ""))


def _readings(kept: Sequence[Expression], decided: Sequence[Decision]) -> list[DateReading]:
    made: list[DateReading] = []
    for date, decision in zip(kept, decided, strict=True):
        value = decision.value if is_valid(decision.value) else ""
        close = [(rival, round(score, 3)) for rival, score in decision.rivals if score >= _LEAST_RIVAL]
        rivals = tuple(Rival(rival, score) for rival, score in close if is_valid(rival))
        if date.rival:
            day, month = date.rival[1], date.rival[0]
            other = Expression(start=date.start, end=date.end, year=date.year, month=month, day=day)
            rivals = (*rivals, Rival(calendar(other, date.year)[0], 0.5))
        julian = written(date, value)
        if julian:
            rivals = (Rival(julian), *rivals)
        made.append(
            DateReading(
                start=date.start,
                end=date.end,
                value=value,
                rule=decision.rule,
                score=round(decision.score, 3),
                anchor=decision.anchor if decision.anchor >= 0 else None,
                parts=_parts(date, value),
                names=_names(date, value, julian),
                rivals=rivals,
                time=date.time,
            )
        )
    return made


def _names(date: Expression, value: str, julian: str) -> tuple[DatePart, ...]:
    if date.last is None or not (date.double and julian):
        return ()
    first, second = (value, julian) if date.new_first else (julian, value)
    return (
        DatePart(date.own_start, date.own_end, first),
        DatePart(date.last.start, date.last.end, second),
    )


def _parts(date: Expression, value: str) -> tuple[DatePart, ...]:
    if date.last is None or date.double or "/" not in value:
        return ()
    first, last = ends(date, value)
    if not (is_valid(first) and is_valid(last)):
        return ()
    return (
        DatePart(date.own_start, date.own_end, first),
        DatePart(date.last.start, date.last.end, last),
    )
