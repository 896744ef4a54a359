"""A regular expression that somebody typed, looked for within bounds: there are short ones that would never end."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from math import prod

from regesta.errors import RegestaError
from regesta.review.act import refuse

#: Seconds for all texts together; nobody waits longer, and what takes longer is the pattern's fault.
SECONDS = 3.0
#: Code points of a pattern.
LONGEST = 300
#: What is written out so often, one repetition within another, takes all memory before it is looked for.
MOST_REPEATED = 10_000
_COUNTED = re.compile(r"\{(\d*)(?:,(\d*))?\}")

Find = Callable[[str], Iterator[tuple[int, int]]]


def pattern_finder(words: str, seconds: float = SECONDS) -> Find:
    """Finds the spans of a regular expression in one text after another, whatever their case.

    All together may take so many seconds; raises RegestaError where they are not enough, and for what is no regular
    expression. Spans without a character are left out.
    """
    import regex  # unlike re, it can be told when to stop

    _check_size(words)
    try:
        compiled = regex.compile(words, regex.IGNORECASE)
    except (regex.error, ValueError, OverflowError, RecursionError, MemoryError) as error:
        raise refuse(f"{words!r} is no regular expression: {error}", "Look for the plain words instead.") from None
    end = time.monotonic() + seconds

    def find(text: str) -> Iterator[tuple[int, int]]:
        try:
            for found in compiled.finditer(text, timeout=max(0.001, end - time.monotonic())):
                if found.end() > found.start():
                    yield found.span()
                if time.monotonic() > end:
                    raise _endless(words, seconds)
        except (TimeoutError, MemoryError, RecursionError):
            raise _endless(words, seconds) from None

    return find


def _check_size(words: str) -> None:
    """Refuses what would take all memory when it is made ready."""
    if len(words) > LONGEST:
        raise refuse(f"the pattern has more than {LONGEST} characters", "Look for a part of it.")
    numbers = [max(int(each or 0) for each in found.groups("0")) for found in _COUNTED.finditer(words)]
    if prod(number or 1 for number in numbers) > MOST_REPEATED:
        raise refuse(f"the pattern repeats a part more than {MOST_REPEATED:,} times", "Use + or * in place of {…}.")


def _endless(words: str, seconds: float) -> RegestaError:
    return refuse(
        f"the pattern {words!r} was given up after {seconds:g} seconds",
        "A repetition in a repetition, as in (a+)+, can take for ever: say it without, or look for plain words.",
    )
