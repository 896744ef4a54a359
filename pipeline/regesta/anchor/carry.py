"""A quote carried over from one state of a text to another: exact, moved, fuzzy, or lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct
from rapidfuzz.distance import Levenshtein

from regesta.anchor.align import Alignment, Run, align
from regesta.anchor.selector import CONTEXT, context

#: `exact`: words and context stand unchanged. `moved`: the words stand, at another place or in a changed context.
#: `fuzzy`: words that are like them stand where they did. `lost`: none of this, or more than one place is as good.
Tier = Literal["exact", "moved", "fuzzy", "lost"]

#: A quote of fewer code points says too little without its context.
_LONG = 32
#: The share of its context that must still stand around a quote; a long one can do without.
_KEPT = 0.5
#: The least likeness of words that were corrected: with their context, and of a long quote without it.
_LIKENESS, _LIKENESS_LONG = 0.6, 0.75
#: By how much a place must be better than the second best.
_CLEARLY = 0.15
#: More places than these are not compared: words that common are told by their context alone or not at all.
_MOST_RIVALS = 500
#: How many code points corrected words may be longer than twice what they were.
_SLACK = 8

_BROKEN = re.compile(r"(?<=\w)[-\u00ad\u2010][ \t]*\n\s*(?=\w)|\u00ad")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}


class Carried(Struct, frozen=True, kw_only=True):
    """Where a quote stands in the present text; of a lost one the span is empty, at about the place where it stood."""

    tier: Tier
    start: int
    end: int


class Carrier:
    """Carries quotes from a former state of a text to the present one."""

    def __init__(self, old: str, new: str, alignment: Alignment | None = None) -> None:
        """`alignment` is that of these two states, where it was made before."""
        self.old = old
        self.new = new
        self._given = alignment
        self._places: dict[str, list[int]] = {}
        self._carried: dict[tuple[int, int], Carried] = {}

    @cached_property
    def alignment(self) -> Alignment:
        """Which characters of the two states are the same."""
        return self._given if self._given is not None else align(self.old, self.new)

    def carry(self, start: int, end: int) -> Carried:
        """Where the words at these offsets of the former text stand now."""
        found = self._carried.get((start, end))
        if found is None:
            found = self._carried[start, end] = self._carry(start, end)
        return found

    def _carry(self, start: int, end: int) -> Carried:
        span = self._aligned(start, end)
        if span is not None:
            tier = self._tier(start, end, span)
            if tier != "lost":
                return Carried(tier=tier, start=span[0], end=span[1])
        place = self._only_place(start, end)
        if place is not None:
            return Carried(tier="moved", start=place, end=place + end - start)
        about = self._about(start)
        return Carried(tier="lost", start=about, end=about)

    def offset(self, at: int) -> int | None:
        """Where the character at an offset stands now; None where it is no more."""
        found = self.alignment.within(at, at + 1)
        return found[0].new + at - found[0].old if found else None

    def _tier(self, start: int, end: int, span: tuple[int, int]) -> Tier:
        words, now = self.old[start:end], self.new[slice(*span)]
        before, after = context(self.old, start, end), context(self.new, *span)
        if words == now and before == after:
            return "moved" if any(run.moved for run in self.alignment.within(start, end)) else "exact"
        long = len(words) >= _LONG
        kept = _kept(before, after)
        same = typeset(words) == typeset(now)
        likeness = 1.0 if same else Levenshtein.normalized_similarity(words, now)
        if kept < _KEPT and not (long and likeness >= _LIKENESS_LONG):
            return "lost"
        if likeness < _LIKENESS or likeness + kept < self._second(words, before, span) + _CLEARLY:
            return "lost"
        return "moved" if same else "fuzzy"

    def _second(self, words: str, before: tuple[str, str], taken: tuple[int, int]) -> float:
        """How good the best other place of these very words is; there may be hundreds, so each is only glanced at."""
        around = "\0".join(before)
        size = len(around) - 1
        best = size
        others = [place for place in self._places_of(words) if not _overlaps(place, len(words), taken)]
        for place in others:
            end = place + len(words)
            there = f"{self.new[max(0, place - CONTEXT) : place]}\0{self.new[end : end + CONTEXT]}"
            best = min(best, Levenshtein.distance(around, there, score_cutoff=best))
        return 2 - best / size if others and size else float(bool(others))

    def _places_of(self, words: str) -> list[int]:
        found = self._places.get(words)
        if found is None:
            found = self._places[words] = []
            at = self.new.find(words)
            while at >= 0 and len(found) < _MOST_RIVALS:
                found.append(at)
                at = self.new.find(words, at + 1)
        return found

    def _only_place(self, start: int, end: int) -> int | None:
        """Where long words stand that stood once and stand once, wherever they went."""
        words = self.old[start:end]
        if len(words) < _LONG or self.old.find(words, self.old.find(words) + 1) >= 0:
            return None
        places = self._places_of(words)
        return places[0] if len(places) == 1 else None

    def _aligned(self, start: int, end: int) -> tuple[int, int] | None:
        """The span of the present text to which the alignment sends the words; None where it tears them apart."""
        runs = _without_strays(self.alignment.within(start, end), start, end)
        if not runs:
            return self._between(start, end)
        first, last = runs[0], runs[-1]
        left, right = first.new + max(start - first.old, 0), last.new_end - max(last.old_end - end, 0)
        if first.old > start:
            left = self._back(left, typeset(self.old[start : first.old]), self.alignment.before(first.old))
        if last.old_end < end:
            right = self._on(right, typeset(self.old[last.old_end : end]), self.alignment.after(last.old_end))
        return self._trimmed(left, right)

    def _between(self, start: int, end: int) -> tuple[int, int] | None:
        """The words that took the place of words of which nothing is left."""
        before, after = self.alignment.before(start), self.alignment.after(end)
        left = before.new_end if before else 0
        right = after.new if after else len(self.new)
        if right - left > 2 * (end - start) + CONTEXT:
            return None
        return self._trimmed(left, right)

    def _back(self, at: int, missing: str, before: Run | None) -> int:
        """Where the corrected beginning of a quote begins: at the word from which it is most like what is missing."""
        floor = max(before.new_end if before and before.new_end <= at else 0, at - 2 * len(missing) - _SLACK)
        starts = [place for place in range(floor, at + 1) if _is_edge(self.new, place) and _has(self.new, place)]
        return min(starts, key=lambda place: (self._differs(missing, place, at), -place), default=at)

    def _on(self, at: int, missing: str, after: Run | None) -> int:
        """Where the corrected end of a quote ends, likewise."""
        limit = after.new if after and after.new >= at else len(self.new)
        ceiling = min(limit, at + 2 * len(missing) + _SLACK)
        ends = [place for place in range(at, ceiling + 1) if _is_edge(self.new, place) and _has(self.new, place - 1)]
        return min(ends, key=lambda place: (self._differs(missing, at, place), place), default=at)

    def _differs(self, missing: str, start: int, end: int) -> int:
        return Levenshtein.distance(missing, typeset(self.new[start:end]))

    def _trimmed(self, left: int, right: int) -> tuple[int, int] | None:
        while left < right and self.new[left].isspace():
            left += 1
        while left < right and self.new[right - 1].isspace():
            right -= 1
        return (left, right) if left < right else None

    def _about(self, start: int) -> int:
        run = self.alignment.before(start)
        return min(run.new_end, len(self.new)) if run else 0


def typeset(words: str) -> str:
    """The words however they were set: without line-end hyphens and ligatures, white space counting as one blank."""
    return " ".join(_BROKEN.sub("", words).translate(_LIGATURES).split())


def _kept(before: tuple[str, str], after: tuple[str, str]) -> float:
    """Which share of the context stands as it did, 0 to 1; where the text begins or ends there is none to lose."""
    size = sum(max(len(one), len(other)) for one, other in zip(before, after, strict=True))
    if not size:
        return 1.0
    changed = sum(Levenshtein.distance(typeset(one), typeset(other)) for one, other in zip(before, after, strict=True))
    return max(0.0, 1 - changed / size)


def _overlaps(place: int, length: int, span: tuple[int, int]) -> bool:
    return place < span[1] and span[0] < place + length


def _without_strays(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """The longest run within a span, and those about it that lie in the present text as they did in the former."""
    if not runs:
        return []
    shares = [min(run.old_end, end) - max(run.old, start) for run in runs]
    middle = shares.index(max(shares))
    found = [runs[middle]]
    for run in reversed(runs[:middle]):
        if _follows(run, found[0]):
            found.insert(0, run)
    for run in runs[middle + 1 :]:
        if _follows(found[-1], run):
            found.append(run)
    return found


def _follows(one: Run, other: Run) -> bool:
    """Whether a run follows another in the present text about as closely as in the former."""
    return 0 <= other.new - one.new_end <= 2 * (other.old - one.old_end) + CONTEXT


def _is_edge(text: str, place: int) -> bool:
    """Whether a word can begin or end at the offset: not between two of its letters."""
    return not (0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum())


def _has(text: str, place: int) -> bool:
    """Whether a character stands at the offset that is not white space."""
    return 0 <= place < len(text) and not text[place].isspace()
