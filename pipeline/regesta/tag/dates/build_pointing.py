"""What phrases say that point from the date being spoken of: "a day later", "the following month", "that year"."""

from __future__ import annotations

from regesta.tag.dates.attached import DANGLING
from regesta.tag.dates.expression import Expression
from regesta.tag.dates.grammar import Build
from regesta.tag.dates.matched import Match, has, new, set_part, set_times, value_of
from regesta.tag.dates.tokens import Tokens
from regesta.tag.dates.words import lexicon


def _neighbour(found: Tokens, match: Match) -> Expression | None:
    letter, x = found.codes[match.start("x")], match.start("x")
    steps, count = value_of(found, match, "r") or 1, value_of(found, match, "q")
    if found.word(match.start("r")) == "past" or count == 0 or (letter == "M" and has(match, "q")):
        return None
    made = new(found, match, kind="shift", steps=steps, count=count or 1)
    set_part(found, match, made)
    set_times(found, match, made)
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
    count = value_of(found, match, "q") if has(match, "q") else (1 if has(match, "a") and not has(match, "few") else 0)
    if has(match, "few"):
        count = value_of(found, match, "few")
    plural = found.word(match.start("x")).endswith("s")
    if not count or (count > 1) != plural:
        return None
    steps = (value_of(found, match, "l") or 1) * count
    rule = "away" if _stands_alone(found, match) else "event"
    return new(found, match, kind="shift", unit=found.values[match.start("x")], steps=steps, rule=rule)


def _beside(found: Tokens, match: Match) -> Expression | None:
    x = match.start("x")
    if found.word(x).endswith("s"):
        return None
    sign = value_of(found, match, "l") or 1
    if found.codes[x] == "m":
        return new(found, match, kind="shift", unit="day", steps=min(sign, 0), rule=DANGLING)
    rule = "" if _stands_alone(found, match) else DANGLING
    return new(found, match, kind="shift", unit=found.values[x], steps=sign, rule=rule)


def _stands_alone(found: Tokens, match: Match) -> bool:
    if found.word(match.start("l")) not in ("after", "before", "prior"):
        return True
    return found.code(match.end()) in ",.|)&-("


def _within(found: Tokens, match: Match) -> Expression | None:
    """ "later that month", "the end of the year": a unit that is being spoken of, or a part of it."""
    x = match.start("x")
    if has(match, "l") and found.word(match.start("l")) not in ("later", "earlier"):
        return None
    made = new(found, match, kind="shift", within=True)
    if found.codes[x] == "S":
        made.unit, made.sub = "season", found.values[x]
    else:
        made.unit = found.values[x]
        if found.word(x).endswith("s"):
            return None
        if made.unit in ("day", "week", "weekend", "fortnight"):
            return made if has(match, "l") else None
    return made if set_part(found, match, made) else None


def _same(found: Tokens, match: Match) -> Expression | None:
    x = match.start("x")
    if found.word(match.start()) == "this" and found.code(match.start() - 1) == "o":
        return None
    made = new(found, match, kind="shift")
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


def _weekday(found: Tokens, match: Match) -> Expression | None:
    made = new(found, match, kind="shift", unit="weekday", steps=0)
    set_times(found, match, made)
    return made


BUILD: dict[str, Build] = {
    "neighbour": _neighbour,
    "last": _last,
    "away": _away,
    "beside": _beside,
    "within": _within,
    "same": _same,
    "weekday": _weekday,
}
