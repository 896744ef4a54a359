"""What stands around a date and tells how it hangs together with the others: headings, parentheses, quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from regesta.tag.dates.expression import Expression
from regesta.tag.dates.tokens import Tokens
from regesta.tag.dates.words import lexicon

_MARKS = re.compile(r'[|()".]')
_LONGEST_HEADING = 100
_PARAGRAPH_HEAD = 8
#: Words before a date that lead away from what is being told.
_ASIDE = frozenset(["since", "until", "till", "before", "after", "from", "by", "than", "for"])
_BOOK = re.compile(
    r"\b(?:book|memoirs?|novel|article|edition|published|interview|reprint|essay|commentary|film|study)\b", re.I
)
_PAST_PERFECT = re.compile(r"\b(?:had|than|compared|unlike|earlier|previously|formerly|already|originally)\b")
_PLAN = re.compile(r"\b(?:would|planned|plan|plans|scheduled|due|expected|intended|to be|will|until)\b")
#: Words before a date that say on which side of the narrative it lies: -1 before it, 1 after it.
_BOUNDS = {"since": -1, "until": 1, "till": 1}
_LOOK_BACK, _LOOK_AHEAD = 90, 50


class Evidence(Struct, frozen=True):
    """The surroundings of one date."""

    paragraph: int
    heading: bool = False
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
    deictic: bool = False


def evidence(found: Tokens, dates: Sequence[Expression]) -> list[Evidence]:
    """The surroundings of each date, in their order."""
    marks = [(mark.start(), mark.group()) for mark in _MARKS.finditer(found.codes)]
    depth = 0
    quoted = False
    paragraph = 0
    line = sentence = -1
    heading = _is_heading(found, line)
    made: list[Evidence] = []
    at = 0
    for date in dates:
        while at < len(marks) and marks[at][0] < date.token:
            position, mark = marks[at]
            at += 1
            if mark == "|":
                line = sentence = position
                heading = _is_heading(found, position)
                depth, quoted, paragraph = 0, False, paragraph + 1
            elif mark == "(":
                depth += 1
            elif mark == ")":
                depth = max(0, depth - 1)
            elif mark == '"':
                quoted = not quoted
            else:
                sentence = position
        made.append(_around(found, date, paragraph, line, sentence, depth > 0, quoted, heading))
    return made


def _around(
    found: Tokens, date: Expression, paragraph: int, line: int, sentence: int, inside: bool, quoted: bool, heading: bool
) -> Evidence:
    before = found.text[max(0, date.start - _LOOK_BACK) : date.start]
    if sentence >= 0:
        before = before[-max(0, date.start - found.ends[sentence]) :] if date.start > found.ends[sentence] else ""
    after = found.text[date.end : date.end + _LOOK_AHEAD].split(".")[0]
    return Evidence(
        paragraph=paragraph,
        heading=heading,
        opens_paragraph=date.token - line <= _PARAGRAPH_HEAD,
        opens_sentence=date.token - sentence <= 3,
        aside=found.word(date.token - 1) in _ASIDE,
        parenthesis=inside,
        quotation=quoted,
        book=bool(_BOOK.search(before) or _BOOK.search(after)),
        perfect=bool(_PAST_PERFECT.search(before) or _PAST_PERFECT.search(after)),
        plan=bool(_PLAN.search(before)),
        bounded=_BOUNDS.get(found.word(date.token - 1), 0),
        modifier=_is_modifier(found, date),
        deictic=found.code(date.token) == "r",
    )


def _is_modifier(found: Tokens, date: Expression) -> bool:
    """Whether the date stands before a noun, as in "the May 1940 offensive"."""
    article = found.code(date.token - 1) in "tad" or found.code(date.token) == "t" or found.code(date.token - 1) == "'"
    return article and found.code(date.after) == "x" and found.word(date.after) not in lexicon().function


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
