"""A count in words, and as the tables write it."""

from __future__ import annotations

from regesta.model.claim import Count


def counted(number: int, noun: str) -> str:
    """A number of things in words, as in `1 source`, `2 entities`, `1,000 files`."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"


def count_in_words(count: Count) -> str:
    """A number with its unit before it, so that the unit needs no plural: `officer: 20 to 30`."""
    return f"{count.unit}: {_number_in_words(count)}"


def count_as_text(count: Count) -> str:
    """A number as the tables write it: `42492 prisoner of war`, `20..30 officer`, `60000~ refugee`, `20.. officer`."""
    low, best, high = count.low, count.best, count.high
    if best is not None:
        number = f"{best}" if low in (None, best) and high in (None, best) else f"{best}~"
    else:
        number = f"{'' if low is None else low}..{'' if high is None else high}"
    return f"{number} {count.unit}"


def _number_in_words(count: Count) -> str:
    low, best, high = count.low, count.best, count.high
    if best is not None and low in (None, best) and high in (None, best):
        return f"{best:,}"
    ends = f"{low:,} to {high:,}" if low is not None and high is not None else ""
    if not ends:
        ends = f"at least {low:,}" if low is not None else f"at most {high:,}" if high is not None else "not known"
    return ends if best is None else f"about {best:,} ({ends})"
