"""From the match of a rule to what its words say."""

from __future__ import annotations

import re

from regesta.edtf.days import month_length
from regesta.tag.dates.expression import Expression
from regesta.tag.dates.grammar import Build
from regesta.tag.dates.tokens import Tokens
from regesta.tag.dates.words import lexicon

Match = re.Match[str]
_HALVES = {"half": 2, "quarter": 4}
_LONGEST_DAYS = 31
_ROMAN = {
    name: at for at, name in enumerate(["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"])
}


def _new(found: Tokens, match: Match, **fields: object) -> Expression:
    start, end = found.starts[match.start()], found.ends[match.end() - 1]
    return Expression(start=start, end=end, **fields)  # type: ignore[arg-type]


def _value(found: Tokens, match: Match, group: str) -> int | None:
    at = match.start(group) if group in match.re.groupindex else -1
    value = found.values[at] if at >= 0 else None
    return value if isinstance(value, int) else None


def _has(match: Match, group: str) -> bool:
    return group in match.re.groupindex and match.start(group) >= 0


def _text(found: Tokens, match: Match, group: str) -> str:
    return str(found.values[match.start(group)]) if _has(match, group) else ""


def _year(found: Tokens, match: Match, made: Expression) -> None:
    """Sets the year that the words name, and whether it is "of that year"."""
    for group in ("y1", "y2", "y3", "y0"):
        value = _value(found, match, group)
        if value is not None:
            made.year = value
    if made.year is not None and (_value(found, match, "era") or 1) < 0:
        made.year = 1 - made.year
    made.era = _has(match, "era") or _has(match, "ad")
    if _has(match, "same") or _has(match, "same2"):
        made.same_year = True


def _part(found: Tokens, match: Match, made: Expression) -> bool:
    """Sets the part that the words name; False where they name one that there is not."""
    for group in ("pe", "pz", "pn", "re"):
        if _has(match, group):
            value = _value(found, match, group)
            made.part = 2 if found.word(match.start(group)) == "latter" else value
    if _has(match, "ph"):
        which, of = _value(found, match, "po") or 0, _HALVES[_text(found, match, "ph")]
        which = of if which == -1 else which
        if not 1 <= which <= of:
            return False
        made.half = (which, of)
    if _has(match, "pk"):
        made.approximate = True
    return True


def _times(found: Tokens, match: Match, made: Expression) -> None:
    for group in ("tm", "tn"):
        if _has(match, group):
            made.time = _text(found, match, group)
    for group in ("w", "tw"):
        if _has(match, group):
            made.weekday = _value(found, match, group)


def _day(found: Tokens, match: Match) -> Expression | None:
    month, day = _value(found, match, "m") or 0, _value(found, match, "d") or 0
    if _has_unit(found, match, "day") is False and not _has(match, "same"):
        return None
    if day > _LONGEST_DAYS and match.start("d") > match.start("m") and not _has(match, "y3"):
        return _new(found, match, month=month, year=found.century + day, rule="month")
    if found.word(match.start("d")).isalpha():
        between = found.codes[match.start("d") : match.end()]
        if _capital_next(found, match) or ("g" not in between and match.start("d") < match.start("m")):
            return None
    made = _new(found, match, month=month, day=day)
    _year(found, match, made)
    _times(found, match, made)
    if not 1 <= day <= month_length(2000 if made.year is None else made.year, month):
        return None
    return made


def _capital_next(found: Tokens, match: Match) -> bool:
    """Whether a name follows: "the November Sixth Army", "the 2010 Winter Olympics"."""
    return found.code(match.end()) == "x" and found.text[found.starts[match.end()]].isupper()


def _named(found: Tokens, match: Match) -> Expression | None:
    made = _new(found, match, named=_text(found, match, "n"))
    _year(found, match, made)
    _times(found, match, made)
    return made


def _month(found: Tokens, match: Match) -> Expression | None:
    made = _new(found, match, month=_value(found, match, "m") or 0)
    _year(found, match, made)
    return made if _part(found, match, made) and (made.half is None or made.half[1] == 2) else None


def _stretch(found: Tokens, match: Match) -> Expression | None:
    """ "the second week of May", "the last days of May 1940", "the first months of 1940"."""
    which, unit = _value(found, match, "o") or 0, found.values[match.start("u")]
    made = _new(found, match, month=_value(found, match, "m") or 0)
    _year(found, match, made)
    if unit == "week" and made.month and 1 <= abs(which) <= 4:
        made.half = (which % 6, 7)
    elif unit == ("day" if made.month else "month") and which in (1, -1):
        made.part = 0 if which == 1 else 2
    else:
        return None
    return made


def _season(found: Tokens, match: Match) -> Expression | None:
    if found.codes[match.start()] == "Y" and _capital_next(found, match):
        return None
    made = _new(found, match, sub=_value(found, match, "s") or 0)
    _year(found, match, made)
    return made if _part(found, match, made) and made.half is None else None


def _century(found: Tokens, match: Match) -> Expression | None:
    which = _value(found, match, "c") or 0
    if _text(found, match, "u") != "century" or which < 1 or found.word(match.start("u")) == "centuries":
        return None
    made = _new(found, match, century=-which if (_value(found, match, "era") or 1) < 0 else which)
    return made if _part(found, match, made) else None


def _decade(found: Tokens, match: Match) -> Expression | None:
    value = _value(found, match, "k") or 0
    if value < 100:
        spelt = found.word(match.start("k")).isalpha()
        if spelt and found.code(match.start("k") - 1) != "t" and "t" not in found.codes[match.start() : match.end()]:
            return None
        value += found.century
    made = _new(found, match, decade=-value if (_value(found, match, "era") or 1) < 0 else value)
    made.era = _has(match, "era")
    return made if _part(found, match, made) else None


def _bare_year(found: Tokens, match: Match) -> Expression | None:
    made = _new(found, match)
    _year(found, match, made)
    if not _part(found, match, made) or made.year in (None, 1):
        return None
    if found.code(match.start()) in "tU" and _has_unit(found, match, "year") is False:
        return None
    made.rule = "bare" if match.start() == match.end() - 1 else "year"
    return made


def _has_unit(found: Tokens, match: Match, unit: str) -> bool | None:
    """Whether the unit among the words is this one; None where there is none."""
    units = [found.values[at] for at in range(match.start(), match.end()) if found.codes[at] == "U"]
    return units == [unit] if units else None


def _neighbour(found: Tokens, match: Match) -> Expression | None:
    letter, x = found.codes[match.start("x")], match.start("x")
    steps, count = _value(found, match, "r") or 1, _value(found, match, "q")
    if found.word(match.start("r")) == "past" or count == 0:
        return None
    made = _new(found, match, kind="shift", steps=steps, count=count or 1)
    _part(found, match, made)
    _times(found, match, made)
    if letter == "U":
        made.unit = found.values[x]
        if count is None and found.word(x).endswith("s"):
            return None
    elif letter == "S":
        made.unit, made.sub = "season", found.values[x]
    elif letter == "M":
        made.unit, made.month = "month", found.values[x]
    elif letter == "W":
        made.unit, made.weekday = "weekday", found.values[x]
    else:
        made.unit, made.time = "day", found.values[x]
    return made


def _last(found: Tokens, match: Match) -> Expression | None:
    """ "last month", "last spring"; "the last month" is of something else."""
    if found.word(match.start()) != "last" or found.code(match.start() - 1) in "td'":
        return None
    if found.word(match.start() - 1) in lexicon().possessive:
        return None
    if found.word(match.start("x")).endswith("s"):
        return None
    made = _neighbour(found, match)
    if made is not None:
        made.steps = -1
    return made


def _away(found: Tokens, match: Match) -> Expression | None:
    """ "two days later"; "after" and "before" only where nothing follows that they could belong to."""
    count = _value(found, match, "q") if _has(match, "q") else (1 if _has(match, "a") and not _has(match, "few") else 0)
    if _has(match, "few"):
        count = _value(found, match, "few")
    plural = found.word(match.start("x")).endswith("s")
    if not count or (count > 1) != plural:
        return None
    steps = (_value(found, match, "l") or 1) * count
    rule = "away" if _stands_alone(found, match) else "event"
    return _new(found, match, kind="shift", unit=found.values[match.start("x")], steps=steps, rule=rule)


def _beside(found: Tokens, match: Match) -> Expression | None:
    if not _stands_alone(found, match) or found.word(match.start("x")).endswith("s"):
        return None
    sign = _value(found, match, "l") or 1
    return _new(found, match, kind="shift", unit=found.values[match.start("x")], steps=sign)


def _stands_alone(found: Tokens, match: Match) -> bool:
    if found.word(match.start("l")) not in ("after", "before", "prior"):
        return True
    return found.code(match.end()) in ",.|)&-("


def _within(found: Tokens, match: Match) -> Expression | None:
    """ "later that month", "the end of the year": a unit that is being spoken of, or a part of it."""
    x = match.start("x")
    if _has(match, "l") and found.word(match.start("l")) not in ("later", "earlier"):
        return None
    made = _new(found, match, kind="shift", within=True)
    if found.codes[x] == "S":
        made.unit, made.sub = "season", found.values[x]
    else:
        made.unit = found.values[x]
        if found.word(x).endswith("s"):
            return None
        if made.unit in ("day", "week", "weekend", "fortnight"):
            return made if _has(match, "l") else None
    return made if _part(found, match, made) else None


def _same(found: Tokens, match: Match) -> Expression | None:
    x = match.start("x")
    if found.word(match.start()) == "this" and found.code(match.start() - 1) == "o":
        return None
    made = _new(found, match, kind="shift")
    if found.codes[x] == "m":
        if found.codes[match.start()] != "d" or found.word(match.start()) == "this":
            return None
        made.unit, made.time = "day", found.values[x]
    elif found.codes[x] == "S":
        made.unit, made.sub = "season", found.values[x]
    else:
        made.unit = found.values[x]
        if found.word(x).endswith("s"):
            return None
    return made


def _ordinal(found: Tokens, match: Match) -> Expression | None:
    day = _value(found, match, "d") or 0
    if not 1 <= day <= _LONGEST_DAYS or not found.word(match.start("d"))[0].isdigit():
        return None
    made = _new(found, match, kind="date", day=day)
    _year(found, match, made)
    return made


def _weekday(found: Tokens, match: Match) -> Expression | None:
    made = _new(found, match, kind="shift", unit="weekday", steps=0)
    _times(found, match, made)
    return made


def _figures(found: Tokens, match: Match) -> Expression | None:
    shown = _text(found, match, "i")
    pieces = re.findall(r"[0-9]+|[IVX]+", shown)
    if not all(piece.isdigit() or piece in _ROMAN for piece in pieces):
        return None
    numbers = [_ROMAN.get(piece) or int(piece) for piece in pieces]
    if len(numbers) == 2:
        return _yearless(found, match, *numbers)
    first, second, third = numbers
    if "-" in shown:
        year, month, day = first, second, third
    else:
        day, month, year = first, second, third
    made = _new(found, match)
    if "-" not in shown and not shown[-3].isdigit():
        return _short_year(made, day, month, year, found.century)
    return _ordered(made, year, month, day, iso="-" in shown, slashed="/" in shown)


def _yearless(found: Tokens, match: Match, day: int, month: int) -> Expression | None:
    """ "9. 4." where a word before it leads to a date."""
    leads = found.code(match.start() - 1) in "jfob&" or found.word(match.start() - 1) in (
        "since",
        "by",
        "before",
        "after",
    )
    if not leads or not 1 <= month <= 12 or not 1 <= day <= month_length(2000, month):
        return None
    return _new(found, match, month=month, day=day)


def _short_year(made: Expression, day: int, month: int, year: int, century: int) -> Expression | None:
    """A year of two digits says which one of a century; the century is left to context."""
    full = _ordered(made, century + year, month, day, iso=False, slashed=True)
    if full is not None:
        full.rule = "short"
    return full


def _ordered(
    made: Expression, year: int, month: int, day: int, *, iso: bool, slashed: bool = False
) -> Expression | None:
    if not 1 <= month <= 12 and 1 <= day <= 12 and not iso:
        month, day = day, month
    elif slashed and day <= 12 and day != month:
        made.rival = (day, month)
    if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        return None
    made.year, made.month, made.day = year, month, day
    return made


BUILD: dict[str, Build] = {
    "figures": _figures,
    "day": _day,
    "named": _named,
    "month": _month,
    "stretch": _stretch,
    "season": _season,
    "century": _century,
    "decade": _decade,
    "year": _bare_year,
    "neighbour": _neighbour,
    "last": _last,
    "away": _away,
    "beside": _beside,
    "within": _within,
    "same": _same,
    "ordinal": _ordinal,
    "weekday": _weekday,
}
