"""What stands around a date and tells how it hangs together with the others: headings, parentheses, quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from regesta.tag.dates.expression import Expression
from regesta.tag.dates.tokens import Tokens
from regesta.tag.dates.words import Lexicon

_MARKS = re.compile(r'[|()".]')
_LONGEST_HEADING = 100
_PARAGRAPH_HEAD = 8
_LOOK_BACK, _LOOK_AHEAD = 90, 50


class Evidence(Struct, frozen=True):
    """The surroundings of one date. `section` holds the first and last year that the heading above it names."""

    paragraph: int
    heading: bool = False
    section: tuple[int, int] | None = None
    opens_paragraph: bool = False
    opens_sentence: bool = False
    aside: bool = False
    parenthesis: bool = False
    quotation: bool = False
    book: bool = False
    perfect: bool = False
    plan: bool = False
    bounded: int = 0
    modifier: bool = False
    same_sentence: bool = False


class _Reader:
    """Goes through the marks of a text once, and knows at each date what it stands in."""

    def __init__(self, found: Tokens, lexicon: Lexicon) -> None:
        self.found, self.lexicon = found, lexicon
        self.marks = [(mark.start(), mark.group()) for mark in _MARKS.finditer(found.codes)]
        self.next = self.depth = self.paragraph = 0
        self.line = self.sentence = -1
        self.last_sentence = -2
        self.quoted = False
        self.heading = _is_heading(found, -1)
        self.years: tuple[int, int] | None = None

    def go_to(self, token: int) -> None:
        """Reads the marks that stand before a token."""
        while self.next < len(self.marks) and self.marks[self.next][0] < token:
            position, mark = self.marks[self.next]
            self.next += 1
            if mark == "|":
                self.line = self.sentence = position
                self.depth, self.quoted, self.paragraph = 0, False, self.paragraph + 1
                self.heading = _is_heading(self.found, position)
                self.years = None if self.heading else self.years
            elif mark == "(":
                self.depth += 1
            elif mark == ")":
                self.depth = max(0, self.depth - 1)
            elif mark == '"':
                self.quoted = not self.quoted
            else:
                self.sentence = position

    def around(self, date: Expression) -> Evidence:
        """The surroundings of a date that has been gone to."""
        found, text = self.found, self.found.text
        floor = found.ends[self.sentence] if self.sentence >= 0 else 0
        before = text[max(floor, date.start - _LOOK_BACK) : date.start]
        after = text[date.end : date.end + _LOOK_AHEAD].split(".")[0]
        if self.heading and date.year is not None:
            end = date.last.year if date.last and date.last.year is not None else date.year
            self.years = (date.year, end) if self.years is None else (min(self.years[0], date.year), end)
        word, words = found.word(date.token - 1), self.lexicon
        return Evidence(
            paragraph=self.paragraph,
            heading=self.heading,
            section=self.years,
            opens_paragraph=date.token - self.line <= _PARAGRAPH_HEAD,
            opens_sentence=date.token - self.sentence <= 3,
            aside=word in words.asides,
            parenthesis=self.depth > 0,
            quotation=self.quoted,
            book=bool(words.book.search(before) or words.book.search(after)),
            perfect=bool(words.perfect.search(before) or words.perfect.search(after)),
            plan=bool(words.plan.search(before)),
            bounded=words.sides.get(word, 0),
            modifier=_is_modifier(found, date, words),
            same_sentence=self.sentence == self.last_sentence,
        )


def evidence(found: Tokens, dates: Sequence[Expression], lexicon: Lexicon) -> list[Evidence]:
    """The surroundings of each date, in their order."""
    reader = _Reader(found, lexicon)
    made: list[Evidence] = []
    for date in dates:
        reader.go_to(date.token)
        made.append(reader.around(date))
        reader.last_sentence = reader.sentence
    return made


def _is_modifier(found: Tokens, date: Expression, words: Lexicon) -> bool:
    """Whether the date stands before a noun, as in "the May 1940 offensive"."""
    article = found.code(date.token - 1) in "tad" or found.code(date.token) == "t" or found.code(date.token - 1) == "'"
    return article and found.code(date.after) == "x" and found.word(date.after) not in words.function


def _is_heading(found: Tokens, line: int) -> bool:
    """Whether the line behind a token is a heading: marked as one, or short and without a stop."""
    start = found.ends[line] if line >= 0 else 0
    last = found.codes.find("|", line + 1, line + 2 + _LONGEST_HEADING)
    first = found.text[start : start + 1]
    if first in "#=":
        return True
    if last < 0 or first in "-*•":
        return False
    end = found.starts[last]
    return start < end <= start + _LONGEST_HEADING and found.text[end - 1] not in ".,;:!?\"'”’"
