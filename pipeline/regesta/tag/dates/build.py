"""From the match of a rule to what the words of a date say."""

from __future__ import annotations

import re
from copy import copy

from regesta.edtf.days import month_length, republican_day
from regesta.edtf.write import write_interval
from regesta.tag.dates.calendars import CALENDARS_APART
from regesta.tag.dates.expression import Expression
from regesta.tag.dates.grammar import Build
from regesta.tag.dates.matched import (
    Match,
    capital_next,
    has,
    has_unit,
    new,
    reach,
    set_part,
    set_run,
    set_times,
    set_year,
    text_of,
    value_of,
)
from regesta.tag.dates.tokens import Tokens

_LONGEST_DAYS = 31
_MOST_CENTURIES, _MOST_MILLENNIA = 99, 9
#: "the 1800s" are a century, "the 2000s" a decade.
_FIRST_DECADE_OF_HUNDREDS = 2000
_ROMAN = {
    name: at for at, name in enumerate(["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"])
}


def _day(found: Tokens, match: Match) -> Expression | None:
    month, day = value_of(found, match, "m") or 0, value_of(found, match, "d") or 0
    if has_unit(found, match, "day") is False and not has(match, "same"):
        return None
    if any(found.codes[at] == "U" and found.word(at) in found.lexicon.plurals for at in range(*match.span())):
        return None
    if day > _LONGEST_DAYS and match.start("d") > match.start("m") and not has(match, "y3"):
        return new(found, match, month=month, year=found.century + day, rule="month")
    if found.word(match.start("d")).isalpha():
        between = found.codes[match.start("d") : match.end()]
        if capital_next(found, match) or ("g" not in between and match.start("d") < match.start("m")):
            return None
    made = new(found, match, month=month, day=day)
    set_year(found, match, made)
    set_times(found, match, made)
    if has(match, "yy"):
        if found.ends[match.start("yy")] - found.starts[match.start("yy")] != 2:
            return None
        made.year, made.rule = found.century + (value_of(found, match, "yy") or 0), "short"
    if not 1 <= day <= month_length(2000 if made.year is None else made.year, month):
        return None
    return _two_days(found, match, made) if has(match, "old") else made


def _two_days(found: Tokens, match: Match, last: Expression) -> Expression | None:
    """ "14 (26) December 1825": one day by two calendars."""
    first = copy(last)
    first.day = value_of(found, match, "old") or 0
    if first.day < 1 or abs(last.day - first.day) not in CALENDARS_APART:
        return None
    first.last, first.double, first.rule, first.known = last, True, "double", {}
    first.new_first = first.day > last.day
    first.own_start, first.own_end = found.starts[match.start("old")], found.ends[match.start("old")]
    last.start = found.starts[match.start("d")]
    return first


def _named(found: Tokens, match: Match) -> Expression | None:
    made = new(found, match, named=found.lexicon.named_days[text_of(found, match, "n")])
    set_year(found, match, made)
    set_times(found, match, made)
    return made


def _month(found: Tokens, match: Match) -> Expression | None:
    made = new(found, match, month=value_of(found, match, "m") or 0)
    set_year(found, match, made)
    return made if set_part(found, match, made) and (made.half is None or made.half[1] == 2) else None


def _stretch(found: Tokens, match: Match) -> Expression | None:
    """ "the second week of May", "the last days of May 1940", "the first months of 1940"."""
    which, unit = value_of(found, match, "o") or 0, found.values[match.start("u")]
    made = _whole(found, match)
    if made is None:
        return None
    smaller = "day" if made.month else "month" if made.year is not None else "year"
    if has(match, "q") or has(match, "pe"):
        return made if set_run(found, match, made, smaller) else None
    if unit == "week" and made.month and 1 <= abs(which) <= 4:
        made.half = (which % 6, 7)
    elif unit == smaller and which in (1, -1) and found.word(match.start("u")) in found.lexicon.plurals:
        made.part = 0 if which == 1 else 2
    else:
        return None
    return made


def _whole(found: Tokens, match: Match) -> Expression | None:
    """The month, year, decade or century of which the words name a stretch."""
    sign = -1 if (value_of(found, match, "era") or 1) < 0 else 1
    if has(match, "k"):
        decade = value_of(found, match, "k") or 0
        return new(found, match, decade=sign * decade) if decade % 100 else None
    if has(match, "c"):
        century = value_of(found, match, "c") or 0
        named = text_of(found, match, "of") == "century" and century > 0
        return new(found, match, century=sign * century) if named else None
    made = new(found, match, month=value_of(found, match, "m") or 0)
    set_year(found, match, made)
    return made


def _quarter(found: Tokens, match: Match) -> Expression | None:
    """ "Q3 1942", "1942 Q3"."""
    made = new(found, match, half=(value_of(found, match, "quarter") or 1, 4))
    set_year(found, match, made)
    return made


def _season(found: Tokens, match: Match) -> Expression | None:
    if found.codes[match.start()] == "Y" and capital_next(found, match):
        return None
    made = new(found, match, sub=value_of(found, match, "s") or 0)
    set_year(found, match, made)
    return made if set_part(found, match, made) and made.half is None else None


def _century(found: Tokens, match: Match) -> Expression | None:
    which = value_of(found, match, "c") or 0
    unit = text_of(found, match, "u")
    if unit not in ("century", "millennium") or found.word(match.start("u")) in found.lexicon.plurals:
        return None
    if not 1 <= which <= (_MOST_MILLENNIA if unit == "millennium" else _MOST_CENTURIES):
        return None
    made = new(found, match, century=-which if (value_of(found, match, "era") or 1) < 0 else which)
    made.millennium = unit == "millennium"
    return made if set_part(found, match, made) else None


def _centuries(found: Tokens, match: Match) -> Expression | None:
    """ "the 17th and 18th centuries": one range, each ordinal a part of it."""
    ordinals = [value_of(found, match, group) or 0 for group in ("c", "c2")]
    if text_of(found, match, "u") != "century" or min(ordinals) < 1:
        return None
    sign = -1 if (value_of(found, match, "era") or 1) < 0 else 1
    first, last = (new(found, match, century=sign * ordinal) for ordinal in ordinals)
    first.own_start, first.own_end = first.start, found.ends[match.start("c")]
    last.start, last.token, last.after = found.starts[match.start("c2")], match.start("c2"), match.end()
    first.last = last
    set_part(found, match, first)
    return first if sign * (ordinals[1] - ordinals[0]) > 0 else None


def _decade(found: Tokens, match: Match) -> Expression | None:
    value = value_of(found, match, "k") or 0
    if value < 100:
        spelt = found.word(match.start("k")).isalpha()
        units = found.lexicon.decade_units
        if found.word(match.start("k") - 1) in units or found.word(match.start("k") + 1) in units:
            spelt = False
        if spelt and found.code(match.start("k") - 1) != "t" and "t" not in found.codes[match.start() : match.end()]:
            return None
        value += found.century
    if value % 100 == 0 and value < _FIRST_DECADE_OF_HUNDREDS:
        made = new(
            found, match, century=value // 100 + 1 if (value_of(found, match, "era") or 1) > 0 else -value // 100
        )
        return made if set_part(found, match, made) else None
    made = new(found, match, decade=-value if (value_of(found, match, "era") or 1) < 0 else value)
    made.era = has(match, "era")
    return made if set_part(found, match, made) else None


def _decade_of(found: Tokens, match: Match) -> Expression | None:
    """ "les années 1930": in some languages a unit in the plural makes a decade of a year."""
    year = value_of(found, match, "y3") or 1
    if found.word(match.start("u")) not in found.lexicon.decade_units or year % 10:
        return None
    made = new(found, match, decade=year, rule="decade")
    return made if set_part(found, match, made) else None


def _bare_year(found: Tokens, match: Match) -> Expression | None:
    made = new(found, match)
    set_year(found, match, made)
    if made.kind == "other_calendar":
        return made
    if not set_part(found, match, made) or made.year in (None, 1):
        return None
    if found.code(match.start()) in "tU" and has_unit(found, match, "year") is False:
        return None
    made.rule = made.rule or ("bare" if match.start() == match.end() - 1 else "year")
    return made


def _republican(found: Tokens, match: Match) -> Expression | None:
    """ "18 Brumaire an VIII", "Thermidor of the year II"; without its year it stays open."""
    told = found.lexicon.republican_year.match(found.text, found.ends[match.end() - 1])
    month, day = value_of(found, match, "r") or 0, value_of(found, match, "d") or 0
    if not (told or day):
        return None
    made = new(found, match, kind="other_calendar", rule="republican")
    if told is None:
        return made
    reach(found, made, told.end())
    year = int(told["year"]) if told["year"].isdigit() else _ROMAN.get(told["year"], 13 + len(told["year"]) - 4)
    first, last = (republican_day(year, month, day or end) for end in (1, 30))
    if first is not None and last is not None:
        made.kind, made.fixed = "date", write_interval(str(first), str(last))
        made.year, made.month, made.day = first.year, first.month, first.day
    return made


def _regnal(found: Tokens, match: Match) -> Expression | None:
    """ "the third year of Henry VIII", "anno 12 Elizabeth": a year of a reign, which stays open."""
    led = found.word(match.start() - 1) in found.lexicon.reigns
    if found.codes[match.end() - 1] == "U":
        if found.values[match.end() - 1] != "year" or found.word(match.end() - 1) in found.lexicon.plurals:
            return None
    elif not led:
        return None
    reign = found.lexicon.reign.match(found.text, found.ends[match.end() - 1])
    if reign is None:
        return None
    made = new(found, match, kind="other_calendar", rule="regnal")
    made.start = found.starts[match.start() - led]
    reach(found, made, reign.end())
    return made


def _month_mark(found: Tokens, match: Match) -> Expression | None:
    """ "the 5th inst.", "3rd ult.": a day of this month, or of the one before."""
    day = value_of(found, match, "d") or 0
    if not 1 <= day <= _LONGEST_DAYS:
        return None
    return new(found, match, day=day, month_steps=value_of(found, match, "mm"), rule="ordinal")


def _ordinal(found: Tokens, match: Match) -> Expression | None:
    day = value_of(found, match, "d") or 0
    if not 1 <= day <= _LONGEST_DAYS or not found.word(match.start("d"))[0].isdigit():
        return None
    made = new(found, match, kind="date", day=day)
    set_year(found, match, made)
    return made


def _figures(found: Tokens, match: Match) -> Expression | None:
    shown = text_of(found, match, "i")
    pieces = re.findall(r"[0-9]+|[IVX]+", shown)
    if not all(piece.isdigit() or piece in _ROMAN for piece in pieces):
        return None
    numbers = [_ROMAN.get(piece) or int(piece) for piece in pieces]
    if len(numbers) == 2:
        return _yearless(found, match, *numbers)
    first, second, third = numbers
    iso = shown[:4].isdigit()
    year, month, day = (first, second, third) if iso else (third, second, first)
    made = new(found, match)
    slashed = not iso and "." not in shown
    if slashed and found.lexicon.order == "mdy":
        month, day = day, month
    doubtful = slashed and found.lexicon.doubtful_order
    if not shown[-3].isdigit() and not iso:
        return _short_year(made, day, month, year, found.century, doubtful=doubtful)
    return _ordered(made, year, month, day, iso=iso, doubtful=doubtful)


def _yearless(found: Tokens, match: Match, day: int, month: int) -> Expression | None:
    """ "9. 4." where a word before it leads to a date."""
    leads = found.code(match.start() - 1) in "jfob&" or found.word(match.start() - 1) in found.lexicon.leading
    if not leads or not 1 <= month <= 12 or not 1 <= day <= month_length(2000, month):
        return None
    return new(found, match, month=month, day=day)


def _short_year(
    made: Expression, day: int, month: int, year: int, century: int, *, doubtful: bool
) -> Expression | None:
    """A year of two digits says which one of a century; the century is left to context."""
    full = _ordered(made, century + year, month, day, iso=False, doubtful=doubtful)
    if full is not None:
        full.rule = "short"
    return full


def _ordered(
    made: Expression, year: int, month: int, day: int, *, iso: bool, doubtful: bool = False
) -> Expression | None:
    if not 1 <= month <= 12 and 1 <= day <= 12 and not iso:
        month, day = day, month
    elif doubtful and day <= 12 and day != month:
        made.rival = (day, month)
    if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        return None
    made.year, made.month, made.day = year, month, day
    return made


BUILD: dict[str, Build] = {
    "figures": _figures,
    "republican": _republican,
    "regnal": _regnal,
    "month_mark": _month_mark,
    "day": _day,
    "named": _named,
    "month": _month,
    "stretch": _stretch,
    "quarter": _quarter,
    "season": _season,
    "century": _century,
    "centuries": _centuries,
    "decade_of": _decade_of,
    "decade": _decade,
    "year": _bare_year,
    "ordinal": _ordinal,
}
