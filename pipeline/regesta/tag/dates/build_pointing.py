"""What phrases say that point from the date being spoken of: "a day later", "the following month", "that year"."""

from __future__ import annotations

from regesta.tag.dates.attached import DANGLING
from regesta.tag.dates.expression import Expression, Unit
from regesta.tag.dates.grammar import Build
from regesta.tag.dates.matched import (
    Match,
    has,
    new,
    set_part,
    set_run,
    set_times,
    set_year,
    text_of,
    unit_at,
    value_of,
)
from regesta.tag.dates.tokens import Tokens

#: Half of a unit, in a smaller one.
_HALVES: dict[str, tuple[Unit, int]] = {"year": ("month", 6), "decade": ("year", 5), "century": ("year", 50)}


def _neighbour(found: Tokens, match: Match) -> Expression | None:
    letter, x = found.codes[match.start("x")], match.start("x")
    steps, count = value_of(found, match, "r") or 1, value_of(found, match, "q")
    if found.word(match.start("r")) in found.lexicon.vague or count == 0 or (letter == "M" and has(match, "q")):
        return None
    made = new(found, match, kind="shift", steps=steps, count=count or 1)
    made.deictic = found.lexicon.bare_is_deictic and not has(match, "the") and match.start() == match.start("r")
    set_part(found, match, made)
    set_times(found, match, made)
    if letter in "Uv":
        made.unit = unit_at(found, x)
        if made.unit is None or (match.start("r") > x and found.lexicon.bare_is_deictic and not has(match, "the")):
            return None
        if count is None and found.word(x) in found.lexicon.plurals:
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
    if found.word(match.start()) not in found.lexicon.last or found.code(match.start() - 1) in "td'":
        return None
    if found.word(match.start() - 1) in found.lexicon.possessive:
        return None
    if found.word(match.start("x")) in found.lexicon.plurals:
        return None
    made = _neighbour(found, match)
    if made is not None:
        made.steps, made.deictic = -1, True
    return made


def _day_beside(found: Tokens, match: Match) -> Expression | None:
    """ "yesterday", "tomorrow"."""
    if found.code(match.start() - 1) in "tagd'\"" or found.code(match.end()) in "'\"":
        return None
    return new(found, match, kind="shift", unit="day", steps=value_of(found, match, "y") or 0, deictic=True)


def _away(found: Tokens, match: Match) -> Expression | None:
    """ "two days later"; "after" and "before" only where nothing follows that they could belong to."""
    count = value_of(found, match, "q") if has(match, "q") else (1 if has(match, "a") and not has(match, "few") else 0)
    if has(match, "few"):
        count = value_of(found, match, "few")
    elif not (has(match, "q") or has(match, "a") or found.lexicon.articles):
        count = 1
    unit = unit_at(found, match.start("x"))
    if unit is None or not _counted(found, match, count):
        return None
    if found.codes[match.start("l")] == "o" and found.word(match.start("l")) not in found.lexicon.not_sole:
        return None
    steps = (value_of(found, match, "l") or 1) * (count or 1)
    rule = "away" if _stands_alone(found, match) else "event"
    made = new(found, match, kind="shift", unit=unit, steps=steps, rule=rule)
    made.deictic = found.word(match.start("l")) in found.lexicon.present
    return made


def _counted(found: Tokens, match: Match, count: int | None) -> bool:
    """Whether a unit stands in the form that goes with its number."""
    x = found.word(match.start("x"))
    if not count:
        return False
    if count > 1:
        return x in found.lexicon.plurals or x in found.lexicon.few_forms
    return x not in found.lexicon.plurals


def _led_away(found: Tokens, match: Match) -> Expression | None:
    """ "через два дня", "спустя год": a shift that stands before its number."""
    count = value_of(found, match, "q") if has(match, "q") else 1
    unit = unit_at(found, match.start("x"))
    led = found.word(match.start("l")) in found.lexicon.leading_shifts
    if unit is None or not led or not _counted(found, match, count):
        return None
    rule = "event" if found.word(match.end()) in found.lexicon.not_sole else "away"
    steps = (value_of(found, match, "l") or 1) * (count or 1)
    return new(found, match, kind="shift", unit=unit, steps=steps, rule=rule)


def _day_near(found: Tokens, match: Match) -> Expression | None:
    """ "le lendemain", "nazajutrz", "накануне": the day after or before the one being told of, or that of an event."""
    steps = value_of(found, match, "y") or 0
    if has(match, "of"):
        return new(found, match, kind="shift", unit="day", steps=steps, rule=DANGLING)
    if found.code(match.end()) in "go":
        return new(found, match, kind="shift", unit="day", steps=steps, rule="event")
    following = found.word(match.end())
    if not found.lexicon.articles and found.code(match.end()) == "x" and following not in found.lexicon.function:
        return None
    made = new(found, match, kind="shift", unit="day", steps=steps)
    set_times(found, match, made)
    return made


def _half_away(found: Tokens, match: Match) -> Expression | None:
    """ "half a year later", "a year and a half later"."""
    unit = found.values[match.start("x") if has(match, "x") else match.start("y")]
    if unit not in _HALVES or not _stands_alone(found, match):
        return None
    smaller, half = _HALVES[unit]
    steps = (value_of(found, match, "l") or 1) * half * (1 if has(match, "half") else 3)
    return new(found, match, kind="shift", unit=smaller, steps=steps, rule="away")


def _beside(found: Tokens, match: Match) -> Expression | None:
    x = match.start("x")
    if found.word(x) in found.lexicon.plurals:
        return None
    sign = value_of(found, match, "l") or 1
    if found.codes[x] == "m":
        return new(found, match, kind="shift", unit="day", steps=min(sign, 0), rule=DANGLING)
    unit = unit_at(found, x)
    rule = "" if _stands_alone(found, match) else DANGLING
    return None if unit is None else new(found, match, kind="shift", unit=unit, steps=sign, rule=rule)


def _stands_alone(found: Tokens, match: Match) -> bool:
    if found.word(match.start("l")) not in found.lexicon.not_sole:
        return True
    return found.code(match.end()) in ",.|)&-("


def _within(found: Tokens, match: Match) -> Expression | None:
    """ "later that month", "the end of the year": a unit that is being spoken of, or a part of it."""
    x = match.start("x")
    if has(match, "l") and found.word(match.start("l")) not in found.lexicon.within:
        return None
    made = new(found, match, kind="shift", within=True, deictic=found.word(x - 1) in found.lexicon.present)
    if found.codes[x] == "S":
        made.unit, made.sub = "season", found.values[x]
    else:
        made.unit = unit_at(found, x)
        bare = has(match, "pe") and match.start("pe") + 1 == x
        if made.unit is None or found.word(x) in found.lexicon.plurals or (bare and found.lexicon.articles):
            return None
        if made.unit in ("day", "week", "weekend", "fortnight"):
            return made if has(match, "l") else None
    if has(match, "u"):
        return made if _part_of_unit(found, match, made) else None
    return made if set_part(found, match, made) else None


def _part_of_unit(found: Tokens, match: Match, made: Expression) -> bool:
    """Sets what "the last months of that year", "the first six months of the year" name."""
    smaller = {"year": "month", "decade": "year", "century": "year"}.get(made.unit or "", "")
    if has(match, "q"):
        return set_run(found, match, made, smaller)
    which, plural = value_of(found, match, "o"), found.word(match.start("u")) in found.lexicon.plurals
    if which not in (1, -1) or not plural or text_of(found, match, "u") != smaller:
        return False
    made.part = 0 if which == 1 else 2
    return True


def _turn(found: Tokens, match: Match) -> Expression | None:
    """ "the turn of the century", "the turn of the year", "Jahrhundertwende", "Jahreswende 1939/40"."""
    if has(match, "turn"):
        made = new(found, match, kind="shift", unit=found.values[match.start("turn")], turn=True)
        set_year(found, match, made)
        if made.year is not None:
            made.kind = "date"
        return made if made.year is None or made.unit == "year" else None
    unit = unit_at(found, match.start("x"))
    made = new(found, match, kind="shift", unit=unit)
    return made if unit in ("year", "decade", "century", "millennium") and set_part(found, match, made) else None


def _same(found: Tokens, match: Match) -> Expression | None:
    x = match.start("x")
    if found.word(match.start()) in found.lexicon.present and found.code(match.start() - 1) == "o":
        return None
    made = new(found, match, kind="shift", deictic=found.word(match.start()) in found.lexicon.present)
    if found.codes[x] == "m":
        if found.codes[match.start()] != "d" or found.word(match.start()) in found.lexicon.present:
            return None
        made.unit, made.time = "day", found.values[x]
    elif found.codes[x] == "S":
        made.unit, made.sub = "season", found.values[x]
    else:
        made.unit = unit_at(found, x)
        if made.unit is None or found.word(x) in found.lexicon.plurals:
            return None
    return made


def _weekday(found: Tokens, match: Match) -> Expression | None:
    made = new(found, match, kind="shift", unit="weekday", steps=0)
    set_times(found, match, made)
    return made


BUILD: dict[str, Build] = {
    "neighbour": _neighbour,
    "last": _last,
    "day_beside": _day_beside,
    "day_near": _day_near,
    "led_away": _led_away,
    "half_away": _half_away,
    "away": _away,
    "beside": _beside,
    "within": _within,
    "turn": _turn,
    "same": _same,
    "weekday": _weekday,
}
