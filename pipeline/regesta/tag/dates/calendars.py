"""Dates of the Julian calendar: double dates, years that began in March, and the marks of the Old and the New Style."""

from __future__ import annotations

import re

from regesta.edtf.days import Day, month_length
from regesta.tag.dates.expression import Expression
from regesta.tag.dates.tokens import Tokens

#: Days by which the Julian calendar may lie behind the Gregorian one.
CALENDARS_APART = range(10, 14)
_BEYOND_A_YEAR = 300
#: The civil year began on 25 March, so that a day before it has two years.
_LAST_DUAL_MONTH = 3


def is_double(found: Tokens, first: Expression, second: Expression) -> bool:
    """Whether two dates are one day by two calendars: "25 October (7 November) 1917", "21 May [O.S. 10 May] 1820"."""
    if not (first.day and second.day and first.month and second.month) or first.last is not None:
        return False
    between = found.text[first.end : second.start]
    opened = found.lexicon.double_open.fullmatch(between)
    if opened is None or (opened["bracket"] and not found.lexicon.double_close.match(found.text, second.end)):
        return False
    apart = abs(_days_between(first, second))
    return apart in CALENDARS_APART or 365 - apart in CALENDARS_APART or 366 - apart in CALENDARS_APART


def _days_between(first: Expression, second: Expression) -> int:
    year = first.year or second.year or 1850
    days = [Day(year, one.month, min(one.day, month_length(year, one.month))).number for one in (first, second)]
    return days[1] - days[0]


def take_double(found: Tokens, first: Expression, second: Expression) -> None:
    """Makes one date of two names of one day; the later name is the Gregorian one and gives the value."""
    apart = _days_between(first, second)
    old, new = (first, second) if (apart > 0) == (abs(apart) < _BEYOND_A_YEAR) else (second, first)
    if abs(apart) > _BEYOND_A_YEAR and old.year is None and new.year is not None:
        old.year = new.year - 1
    closed = found.lexicon.double_close.match(found.text, second.end)
    end = second.end
    while found.code(second.after) != "|" and found.starts[second.after] < (closed.end() if closed else 0):
        end, second.after = found.ends[second.after], second.after + 1
    first.last, first.double, first.rule, first.own_end = second, True, "double", first.end
    first.own_start, first.end, first.after = first.start, end, second.after
    first.new_first = new is first


def dual_year(found: Tokens, single: Expression) -> None:
    """Reads "11 March 1711/12" as 1712 of the Julian calendar: the year then began on 25 March."""
    if single.year is None or single.last is not None or not 1 <= single.month <= _LAST_DUAL_MONTH or single.era:
        return
    match = _DUAL.match(found.codes, single.after)
    if match is None:
        return
    shown = found.text[found.starts[match.start("n")] : found.ends[match.start("n")]]
    if not str(single.year + 1).endswith(shown) or found.code(match.end()) in "/-":
        return
    single.year, single.end, single.after = single.year + 1, found.ends[match.start("n")], match.end()
    single.old_style, single.rule = True, "dual_year"


_DUAL = re.compile(r"[/-](?P<n>[NY])")
