"""A quote carried over from one state of a text to another: exact, moved, fuzzy, or lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct

from regesta.anchor.align import Alignment, Run, align
from regesta.anchor.letters import distance, has_like, ratio, similarity
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
#: By how much a place must be better than the second best: with its context, and a long quote by its words alone.
_CLEARLY, _CLEARLY_WORDS = 0.1, 0.05
#: Untouched text of this length, in code points, stands in one place only.
_TELLING = 150
#: Shorter pieces of text tell nothing, even if they stand once.
_LEAST = 5
#: So many code points beside a short quote that was corrected have to be the same, on one side at least.
_NEIGHBOURS = 6
#: How many code points corrected words may be longer than twice what they were.
_SLACK = 8

_WORD = re.compile(r"\w+|[^\w\s]")
_BROKEN = re.compile(r"(?<=\w)[-\u00ad\u2010][ \t]*\n\s*(?=\w)|\u00ad")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}


class Carried(Struct, frozen=True, kw_only=True):
    """Where a quote stands in the present text; of a lost one the span is empty, at about the place where it stood."""

    tier: Tier
    start: int
    end: int


class Carrier:
    """Carries quotes from a former state of a text to the present one."""

    def __init__(
        self,
        old: str,
        new: str,
        alignment: Alignment | None = None,
        known: dict[tuple[int, int], Carried] | None = None,
    ) -> None:
        """`alignment` and `known`, the quotes that were carried, are those of an earlier carrier of these states."""
        self.old = old
        self.new = new
        self.known = {} if known is None else known
        self._given = alignment

    @cached_property
    def alignment(self) -> Alignment:
        """Which characters of the two states are the same."""
        return self._given if self._given is not None else align(self.old, self.new)

    def carry(self, start: int, end: int) -> Carried:
        """Where the words at these offsets of the former text stand now."""
        found = self.known.get((start, end))
        if found is None:
            found = self.known[start, end] = self._carry(start, end)
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
        same = typeset(words) == typeset(now)
        if words == now and before == after:
            moved = any(run.moved for run in self.alignment.within(start, end))
            tier: Tier = "moved" if moved else "exact"
            return tier if self._is_told_apart(start, end, span) else "lost"
        likeness = 1.0 if same else similarity(words, now)
        long = len(words) >= _LONG
        if _kept(before, after) < _KEPT and not (long and likeness >= _LIKENESS_LONG):
            return "lost"
        if same:
            return "moved" if self._is_told_apart(start, end, span) else "lost"
        if likeness < _LIKENESS or not self._is_clear((start, end), span):
            return "lost"
        if long:
            return "lost" if self._has_like(words, likeness - _CLEARLY_WORDS, (start, end), span) else "fuzzy"
        both = self._is_clear((start, end), span, before=0) and self._is_clear((start, end), span, after=0)
        return "fuzzy" if both and _is_beside(before, after) else "lost"

    def _is_told_apart(self, start: int, end: int, span: tuple[int, int]) -> bool:
        """Whether it is sure that these are the same words in the same place, not others that read alike.

        In a list a row may be gone, and the end of the one before read like its own: so their whole line has to stand
        once in both texts, or the words with what stands on either side of them, each side for itself.
        """
        runs = self.alignment.within(start, end)
        if len(runs) != 1:
            return self._is_clear((start, end), span)
        first, last = self.old.rfind("\n", 0, start) + 1, self.old.find("\n", end)
        if runs[0].old <= first and end < last <= runs[0].old_end and self._is_met_once(first, last):
            return True
        left, right = max(runs[0].old, start - _TELLING), min(runs[0].old_end, end + _TELLING)
        return (start - left >= _TELLING or self._tells(left, end) or self._is_clear((start, end), span, after=0)) and (
            right - end >= _TELLING or self._tells(start, right) or self._is_clear((start, end), span, before=0)
        )

    def _tells(self, start: int, end: int) -> bool:
        """Whether words with untouched text beside them are met once in either state."""
        words = self.old[start:end]
        inner = words[not _is_edge(self.old, start) : len(words) - (not _is_edge(self.old, end))]
        return any(three in self._once for three in list(_threes(inner))[1:-1]) or self._is_met_once(start, end)

    def _is_met_once(self, start: int, end: int) -> bool:
        words = self.old[start:end]
        return len(words) >= _LEAST and _stands_once(self.old, words) and _stands_once(self.new, words)

    @cached_property
    def _once(self) -> set[tuple[str, str, str]]:
        """The runs of three words that stand once in each of the two states."""
        old, new = (Counter(_threes(text)) for text in (self.old, self.new))
        return {three for three, times in old.items() if times == 1 and new.get(three) == 1}

    def _is_clear(
        self, place: tuple[int, int], span: tuple[int, int], before: int = CONTEXT, after: int = CONTEXT
    ) -> bool:
        """Whether the words, with so much context, are clearly more like those at this place than like any others."""
        wide, there = _widened(place, before, after, len(self.old)), _widened(span, before, after, len(self.new))
        words = self.old[slice(*wide)]
        likeness = ratio(typeset(words), typeset(self.new[slice(*there)]))
        return not self._has_like(words, likeness - _CLEARLY, wide, there)

    def _has_like(self, words: str, likeness: float, place: tuple[int, int], span: tuple[int, int]) -> bool:
        """Whether words as like as that stand in any other place, in the present text or the former one."""
        others = (self.new[: span[0]], self.new[span[1] :], self.old[: place[0]], self.old[place[1] :])
        return any(has_like(other, words, likeness) for other in others if len(other) >= len(words))

    def _only_place(self, start: int, end: int) -> int | None:
        """Where long words stand that stood once and stand once, wherever they went."""
        words = self.old[start:end]
        place = self.new.find(words) if len(words) >= _LONG else -1
        once = place >= 0 and _stands_once(self.old, words) and _stands_once(self.new, words)
        return place if once else None

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
        return distance(missing, typeset(self.new[start:end]))

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
    changed = sum(distance(typeset(one), typeset(other)) for one, other in zip(before, after, strict=True))
    return max(0.0, 1 - changed / size)


def _threes(text: str) -> Iterator[tuple[str, str, str]]:
    """All runs of three words."""
    words = _WORD.findall(text)
    return zip(words, words[1:], words[2:], strict=False)


def _stands_once(text: str, words: str) -> bool:
    return text.find(words, text.find(words) + 1) < 0


def _widened(span: tuple[int, int], before: int, after: int, size: int) -> tuple[int, int]:
    return max(0, span[0] - before), min(size, span[1] + after)


def _is_beside(before: tuple[str, str], after: tuple[str, str]) -> bool:
    """Whether the neighbours on one side at least are the very ones."""
    left = before[0][-_NEIGHBOURS:] == after[0][-_NEIGHBOURS:]
    return left or before[1][:_NEIGHBOURS] == after[1][:_NEIGHBOURS]


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
