"""Where a sentence breaks: clause bounds with weights, and how far apart two places in it are.

The bounds are read off the surface (brackets, stops, conjunctions, relative words), so that this room needs no parser.
Weights are in steps: what stands within one step of a trigger may belong to it, what stands two steps away does not
share its cues.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

#: From this weight on a bound ends the scope of a cue: "X claims A, but B happened".
STRONG = 2.0

_BOUNDS: tuple[tuple[str, float], ...] = (
    (r";", 2.0),
    (r"[.!?]\[\^?\w{1,4}\](?=\s)", 3.0),
    (r"(?:,\s*|\s)(?:but|while|whilst|whereas|although|though|even though)\b", 2.0),
    (r"[,;]\s*(?:instead|however|nevertheless)\b", 1.0),
    (r":(?=\s)", 1.5),
    (r"\s[–—-]+\s|—", 1.5),
    (r"(?:,\s*)?\b(?:leading|resulting|prior|owing|due)\s+(?:to|in)\b", 1.0),
    (r"(?:,\s*)?\b(?:after|before|until|since|following|because|once|unless|so\s+that|in\s+accordance\s+with)\b", 1.0),
    (r"(?:,\s*)?(?:\b(?:in|at|on|by|during|of|for|from|to)\s+)?\b(?:which|who|whom|whose|where|when|as)\b", 0.75),
    (r"(?:,\s*)?\b(?:that|how|whether)\b", 0.75),
    (r",\s*(?:and|or|nor|then)\b", 0.75),
    (r"\b(?:and|or)\b", 0.25),
    (r",", 0.5),
)
_BOUND = re.compile("|".join(f"({pattern})" for pattern, _ in _BOUNDS), re.IGNORECASE)
_WORD = re.compile(r"\S+")
_BRACKET = 4.0
_WORD_COST = 0.02
_OPENING, _CLOSING = "([", ")]"


class Bound(Struct, frozen=True):
    """A break at an offset of the text; the weight says how much it parts."""

    at: int
    weight: float


class Clauses(Struct, frozen=True):
    """The bounds of one passage and its bracketed stretches; offsets are those of the whole text.

    `places` and `sums` are the offsets of the bounds and their weights added up, `words` the offsets of the words.
    """

    text: str
    start: int
    end: int
    bounds: tuple[Bound, ...]
    brackets: tuple[tuple[int, int], ...]
    places: tuple[int, ...]
    sums: tuple[float, ...]
    words: tuple[int, ...]

    def steps(self, one: int, other: int) -> float:
        """How many steps part two offsets; what stands between them in brackets does not count."""
        low, high = min(one, other), max(one, other)
        cost = self._within(low, high)
        for a, b in self.brackets:
            if low <= a and b <= high:
                cost -= self._within(a, b)
            elif (a < low < b) != (a < high < b):
                cost += _BRACKET
        return max(0.0, cost)

    def _within(self, low: int, high: int) -> float:
        """The weights of the bounds and words of a stretch."""
        first, last = bisect_left(self.places, low), bisect_left(self.places, high)
        words = bisect_left(self.words, high) - bisect_left(self.words, low)
        return self.sums[last] - self.sums[first] + _WORD_COST * words

    def strong_between(self, one: int, other: int) -> bool:
        """Whether a break that ends the scope of a cue lies between two offsets."""
        low, high = min(one, other), max(one, other)
        if any((a < low < b) != (a < high < b) for a, b in self.brackets):
            return True
        return any(bound.weight >= STRONG and low <= bound.at < high for bound in self.bounds)

    def in_brackets(self, offset: int) -> bool:
        """Whether an offset stands in brackets."""
        return any(a < offset < b for a, b in self.brackets)


def clauses(text: str, start: int, end: int, spared: Sequence[tuple[int, int]] = ()) -> Clauses:
    """The clause bounds of text[start:end]; no bound is seen inside the spared spans ("May 4, 1921")."""
    found = []
    for match in _BOUND.finditer(text, start, end):
        if not any(a < match.end() and match.start() < b for a, b in spared):
            found.append(Bound(match.start(), _BOUNDS[(match.lastindex or 1) - 1][1]))
    sums = tuple(accumulate((bound.weight for bound in found), initial=0.0))
    words = tuple(match.start() for match in _WORD.finditer(text, start, end))
    places = tuple(bound.at for bound in found)
    return Clauses(text, start, end, tuple(found), _brackets(text, start, end), places, sums, words)


def _brackets(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The outermost bracketed stretches; a bracket that is never closed is none."""
    pairs, depth, opened = [], 0, 0
    for at in range(start, end):
        if text[at] in _OPENING:
            opened = at if depth == 0 else opened
            depth += 1
        elif text[at] in _CLOSING and depth:
            depth -= 1
            if depth == 0:
                pairs.append((opened, at + 1))
    return tuple(pairs)
