"""What the builders of expressions ask of a match."""

from __future__ import annotations

import re

from regesta.tag.dates.expression import Expression, Unit
from regesta.tag.dates.tokens import Tokens

Match = re.Match[str]
_SHARES = {"half": 2, "quarter": 4}
#: So many days, weeks, months or years in a row are no part any more of a month, year or century.
_MOST_IN_RUN = {"day": 28, "week": 4, "month": 12, "year": 100}


def new(found: Tokens, match: Match, **fields: object) -> Expression:
    """An expression over the words of a match."""
    start, end = found.starts[match.start()], found.ends[match.end() - 1]
    return Expression(start=start, end=end, token=match.start(), after=match.end(), **fields)  # type: ignore[arg-type]


def value_of(found: Tokens, match: Match, group: str) -> int | None:
    """The number that a token of the match stands for; None where the group is not there or has none."""
    at = match.start(group) if group in match.re.groupindex else -1
    value = found.values[at] if at >= 0 else None
    return value if isinstance(value, int) else None


def unit_at(found: Tokens, index: int) -> Unit | None:
    """The unit that a token names; None for a mark behind a year or a month that names none."""
    value = found.values[index]
    return value if isinstance(value, str) else None  # type: ignore[return-value]


def has(match: Match, group: str) -> bool:
    """Whether the match has a group of this name."""
    return group in match.re.groupindex and match.start(group) >= 0


def text_of(found: Tokens, match: Match, group: str) -> str:
    """What a token of the match stands for, as text; empty where the group is not there."""
    return str(found.values[match.start(group)]) if has(match, group) else ""


def set_year(found: Tokens, match: Match, made: Expression) -> None:
    """Sets the year that the words name, and whether it is "of that year"."""
    for group in ("y1", "y2", "y3", "y0"):
        value = value_of(found, match, group)
        if value is not None:
            made.year = value
    if made.year is not None and (value_of(found, match, "era") or 1) < 0:
        made.year = 1 - made.year
    made.era = has(match, "era") or has(match, "ad")
    if 0 in (value_of(found, match, "era"), value_of(found, match, "ad")):
        made.kind, made.rule, made.year = "other_calendar", "other_era", None
    if has(match, "same") or has(match, "same2"):
        made.same_year = True


def set_part(found: Tokens, match: Match, made: Expression) -> bool:
    """Sets the part that the words name; False where they name one that there is not."""
    for group in ("pe", "pz", "pn", "re"):
        if has(match, group):
            value = value_of(found, match, group)
            made.part = 2 if found.word(match.start(group)) in found.lexicon.latter else value
    if has(match, "pf"):
        made.first_part = value_of(found, match, "pf")
        if made.first_part is None or made.part is None or made.first_part >= made.part:
            return False
    if has(match, "ph"):
        which, of = value_of(found, match, "po") or 0, _SHARES.get(text_of(found, match, "ph"), 2)
        which = of if which == -1 else which
        if not 1 <= which <= of:
            return False
        made.half = (which, of)
    if has(match, "pk"):
        if not _led_by_of(found, match) or made.month or made.sub:
            return False
        made.turn, made.rule = True, "turn"
    return True


def _led_by_of(found: Tokens, match: Match) -> bool:
    """Whether "of" follows the word for the turn; languages without articles need none."""
    return not found.lexicon.articles or found.code(match.start("pk") + 1) == "g"


def set_run(found: Tokens, match: Match, made: Expression, unit: str) -> bool:
    """Sets the run of units that the words name, "the first six months", or the part, "the early years"; False where
    the unit is not this one (weeks count as days do), or where the run is as long as the whole or longer.
    """
    named, plural = text_of(found, match, "u"), found.word(match.start("u")) in found.lexicon.plurals
    if not plural or named not in (unit, "week" if unit == "day" else unit):
        return False
    if has(match, "pe"):
        made.part = value_of(found, match, "pe")
        return named == unit
    which, count = value_of(found, match, "o"), value_of(found, match, "q") or 0
    if which not in (1, -1) or not 1 < count < _MOST_IN_RUN[named]:
        return False
    made.run = (which * count, named)  # type: ignore[assignment]
    return True


def set_times(found: Tokens, match: Match, made: Expression) -> None:
    """Sets the part of the day and the weekday that the words name."""
    for group in ("tm", "tn"):
        if has(match, group):
            made.time = text_of(found, match, group)
    for group in ("w", "tw"):
        if has(match, group):
            made.weekday = value_of(found, match, group)


def reach(found: Tokens, made: Expression, end: int) -> None:
    """Lets an expression reach to an offset beyond its match."""
    at = made.after
    while at < len(found.starts) and found.starts[at] < end:
        at += 1
    made.end, made.after = max(made.end, end), at


def has_unit(found: Tokens, match: Match, unit: str) -> bool | None:
    """Whether the unit among the words is this one; None where there is none."""
    units = [found.values[at] for at in range(match.start(), match.end()) if found.codes[at] == "U"]
    return units == [unit] if units else None


def capital_next(found: Tokens, match: Match) -> bool:
    """Whether a name follows: "the November Sixth Army", "the 2010 Winter Olympics"."""
    return found.code(match.end()) == "x" and found.text[found.starts[match.end()]].isupper()
