"""Single dates that belong together: ranges, days that share a month, years that share an era, double dates."""

from __future__ import annotations

import re

from regesta.edtf.days import month_length
from regesta.tag.dates.calendars import CALENDARS_APART, dual_year, is_double, take_double
from regesta.tag.dates.expression import Expression
from regesta.tag.dates.tokens import Tokens

#: "7, 1939" of "September 6-7, 1939", behind the first day.
_NEXT_DAY = re.compile(r"[-o&/]t?(?P<d>[NO])(?!,?t?[Mm])(?:(?:,?g?|i)(?:(?P<y1>[NTY])(?P<era>E)|(?P<y3>Y)))?")
#: "6-" of "6-7 December", before the second day.
_DAY_BEFORE = re.compile(r"(?:t?m[gj])?t?(?P<d>[NO])(?P<link>[-o&/])$")
_SHORT_YEAR = re.compile(r"[-/](?P<n>N)(?![-/]?[NMO])(?P<era>E)?")
#: ", 6, and 7, 1939" of "May 5, 6, and 7, 1939", behind the first day.
_DAYS_BEHIND = re.compile(
    r"(?:,[NO])+(?:,?&)[NO](?!,?t?[Mm])(?:,?(?P<year>Y))?|(?:&[NO])(?!,?t?[Mm])(?:,?(?P<year2>Y))?"
)
_LONGEST_YEARS = 400


def joined(found: Tokens, singles: list[Expression]) -> list[Expression]:
    """The dates of a text in order, with ranges as one expression each (`last` is the other end)."""
    made: list[Expression] = []
    for single in singles:
        if made and single.token < made[-1].after:
            continue
        previous = made[-1] if made else None
        _earlier_day(found, single, previous, made)
        previous = made[-1] if made else None
        if previous is not None and previous.last is single:
            continue
        if previous is not None and is_double(found, previous, single):
            take_double(found, previous, single)
            continue
        if previous is not None and previous.double and previous.year is None and single.token == previous.after:
            previous.year, previous.end, previous.after = single.year, single.end, single.after
            continue
        if previous is not None and previous is not single and _links(found, previous, single):
            _join(found, previous, single)
            continue
        if previous is not None and previous is not single:
            _share(found, previous, single)
            _share_months(found, made)
        if not made or made[-1] is not single:
            made.append(single)
        dual_year(found, single)
        _later_day(found, single)
        _short_year(found, single)
        made += _days_behind(found, single)
    return made


def _earlier_day(found: Tokens, single: Expression, previous: Expression | None, made: list[Expression]) -> None:
    """Puts the "6-" of "6-7 December 1939" before the day that it belongs to."""
    if not (single.kind == "date" and single.day and single.month and found.code(single.token) in "tNO"):
        return
    floor = previous.after if previous else 0
    match = _DAY_BEFORE.search(found.codes, max(floor, single.token - 6), single.token)
    if match is None:
        return
    value = found.values[match.start("d")]
    if not isinstance(value, int) or not 1 <= value <= month_length(2000, single.month):
        return
    first = Expression(
        start=found.starts[match.start()], end=found.ends[match.start("d")], token=match.start(), rule="day"
    )
    first.after, first.day, first.month, first.year = match.start("d") + 1, value, single.month, single.year
    first.same_year, apart = single.same_year, single.day - value
    first.double = match["link"] == "/" and apart in CALENDARS_APART
    first.rule = "double" if first.double else "day"
    listing = match["link"] == "&" and _lead(found, first) != "b"
    if listing:
        made += _listed_days(found, first, floor)
        if apart != 1:
            made.append(first)
            return
    if apart > 0:
        _close(found, first, single)
        made.append(first)


def _listed_days(found: Tokens, first: Expression, floor: int) -> list[Expression]:
    """The "5," and so on that stand before "6 and 7 May"."""
    listed: list[Expression] = []
    at, day = first.token, first.day
    while at - 2 >= floor and found.code(at - 1) == "," and found.code(at - 2) in "NO":
        value = found.values[at - 2]
        if not isinstance(value, int) or not 1 <= value < day:
            break
        at, day = at - 2, value
        one = Expression(start=found.starts[at], end=found.ends[at], token=at, after=at + 1, rule="day")
        one.day, one.month, one.year = day, first.month, first.year
        listed.append(one)
    return listed[::-1]


def _later_day(found: Tokens, single: Expression) -> None:
    """Takes the "-7, 1939" of "September 6-7, 1939" into the range."""
    if single.last is not None or not (single.day and single.month) or single.year is not None:
        return
    match = _NEXT_DAY.match(found.codes, single.after)
    if match is None:
        return
    value = found.values[match.start("d")]
    adjacent = match.group()[0] != "&" or value == single.day + 1 or _lead(found, single) == "b"
    if not isinstance(value, int) or not single.day < value <= month_length(2000, single.month) or not adjacent:
        return
    at = match.start("d")
    last = Expression(start=found.starts[at], end=found.ends[match.end() - 1], token=at, after=match.end(), rule="day")
    last.day, last.month = value, single.month
    for group in ("y1", "y3"):
        if match[group]:
            year = found.values[match.start(group)]
            last.year = 1 - year if match["era"] and found.values[match.start("era")] < 0 else year
    single.year = last.year
    if match.group()[0] == "/" and value - single.day in CALENDARS_APART:
        single.double, single.rule = True, "double"
    _join(found, single, last)


def _days_behind(found: Tokens, single: Expression) -> list[Expression]:
    """The days that follow a month and a day in a list, "6" and "7" of "May 5, 6, and 7"; they share month and year."""
    if single.last is not None or not (single.day and single.month) or single.year is not None:
        return []
    match = _DAYS_BEHIND.match(found.codes, single.after)
    if match is None:
        return []
    if found.code(match.end()) in "xU" and found.word(match.end()) not in found.lexicon.function:
        return []
    year_at = max(match.start("year"), match.start("year2"))
    places = [at for at in range(match.start(), match.end()) if found.codes[at] in "NO"]
    days = [found.values[at] for at in places]
    if [single.day, *days] != sorted({single.day, *days}) or days[-1] > month_length(2000, single.month):
        return []
    single.year = found.values[year_at] if year_at >= 0 else None
    made: list[Expression] = []
    for at, day in zip(places, days, strict=True):
        one = Expression(start=found.starts[at], end=found.ends[at], token=at, after=at + 1, rule="day")
        one.day, one.month, one.year = day, single.month, single.year
        made.append(one)
    if year_at >= 0:
        made[-1].end, made[-1].after = found.ends[year_at], year_at + 1
    return made


def _short_year(found: Tokens, single: Expression) -> None:
    """Takes the "-40" of "1939-40" into the range, or into the winter that bears both years."""
    if single.year is None or single.month or single.day or single.last is not None or single.era:
        return
    match = _SHORT_YEAR.match(found.codes, single.after)
    if match is None or match["era"] or single.sub or single.year < 1000 or single.half:
        return
    year = single.year - single.year % 100 + found.values[match.start("n")]
    if not single.year < year or found.ends[match.start("n")] - found.starts[match.start("n")] != 2:
        return
    at = match.start("n")
    last = Expression(start=found.starts[at], end=found.ends[at], token=at, after=at + 1, rule="year", year=year)
    _join(found, single, last)


def _links(found: Tokens, first: Expression, second: Expression) -> bool:
    """Whether what stands between two dates makes them the ends of one range."""
    between = found.codes[first.after : second.token]
    lead = _lead(found, first)
    if first.last is not None or first.kind != "date" or second.kind != "date" or first.double:
        return False
    if between not in ("-", "o", "/", "&", ",&", "&o"):
        return False
    if between in ("&", ",&"):
        return lead == "b" or (first.turn and _size(first) == _size(second) == "year")
    if between == "/" and _size(first) == _size(second) == "month":
        return _order(first) < _order(second)
    if between == "/":
        return _size(first) == _size(second) == "year" and second.year == (first.year or 0) + 1
    if first.rule == "ordinal" and not second.month:
        return lead != ""
    return _size(first) == _size(second) or lead == "f" or (first.rule == "ordinal" and second.day > 0)


def _size(date: Expression) -> str:
    if date.day or date.named:
        return "day"
    if date.month or date.sub:
        return "month"
    return "year" if date.year is not None else "wider"


def _lead(found: Tokens, date: Expression) -> str:
    """The "f" of from or the "b" of between before a date."""
    code = found.code(date.token - 1)
    return code if code in "fb" else ""


def _join(found: Tokens, first: Expression, last: Expression) -> None:
    """Makes one range of two dates; each takes from the other what its own words leave out."""
    _complete(first, last)
    if not _in_order(first, last):
        return
    _close(found, first, last)


def _close(found: Tokens, first: Expression, last: Expression) -> None:
    first.last = last
    first.own_start, first.own_end = first.start, first.end
    if _lead(found, first):
        first.token -= 1
        first.start = found.starts[first.token]
    first.end, first.after = last.end, last.after


def _complete(first: Expression, last: Expression) -> None:
    if first.day and not first.month:
        first.month = last.month
    if last.day and not last.month:
        last.month = first.month
    if last.year is not None and last.year < 0 and first.year is not None and first.year > 0 and not first.era:
        first.year = 1 - first.year
    if first.year is None and last.year is not None and (first.month or first.sub or first.named):
        first.year = last.year - (_order(first) > _order(last))
    elif last.year is None and first.year is not None and (last.month or last.sub or last.named):
        last.year = first.year + (_order(first) > _order(last))
    last.same_year = first.same_year = first.same_year or last.same_year


def _order(date: Expression) -> tuple[int, int]:
    return date.month or {21: 3, 22: 6, 23: 9, 24: 12}.get(date.sub, 0), date.day


def _in_order(first: Expression, last: Expression) -> bool:
    if first.year is None or last.year is None:
        return True
    return first.year <= last.year <= first.year + _LONGEST_YEARS


def _share(found: Tokens, first: Expression, second: Expression) -> None:
    """Gives the year of "April and May 1940", or the era of "264 and 241 BC", to the first as well."""
    between = found.codes[first.after : second.token]
    if between not in ("&", ",&", ",", "-", "p", "o") or first.kind != "date" or second.kind != "date":
        return
    if first.rule == "bare" and not first.era and second.era and second.year is not None and second.year <= 0:
        first.year = 1 - (first.year or 0)
        first.era = True
    elif first.open_year and second.year is not None and (first.month or first.sub) and (second.month or second.sub):
        if between != "," or first.day:
            first.year = second.year - (_order(first) > _order(second))
    elif first.rule == "ordinal" and second.month and second.day:
        first.month, first.year = second.month, second.year


def _share_months(found: Tokens, made: list[Expression]) -> None:
    """Hands the year of "April and May 1940" on to the months that are listed before: "March, April and May 1940"."""
    for first, second in zip(made[-2::-1], made[:0:-1], strict=False):
        listed = found.codes[first.after : second.token] == "," and first.kind == second.kind == "date"
        if not (listed and first.month and second.month and first.open_year and second.year is not None):
            return
        if first.day or second.day or first.last is not None:
            return
        first.year = second.year - (_order(first) > _order(second))
