"""Footnotes at the bottom of a page, and the marks in its text that call for them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from regesta.ingest.pdf.lines import Line
from regesta.ingest.pdf.words import PageWord

#: Letters of a footnote are at most this share of the body's.
SMALL = 0.93
#: A footnote's own mark where it begins.
_BEGINS = re.compile(r"(?:\d{1,3}[.)]?|[*∗⋆†‡§¶#]{1,3}|[a-z]\))(?:[^\W\d].*|[\"“„‘(].*)?")
#: What a raised mark in the text may be: numbers, letters and signs, one or several.
_ONE = r"(?:\d{1,3}|[a-z]|[*∗⋆†‡§¶]{1,3})"
_MARK = re.compile(rf"[\[(]?{_ONE}(?:[,;–-]{_ONE})*[\])]?[,;]?|[,;]")
_UNIT = re.compile(r"(?:.*\d)?[kcdm]?m")
_POWERS = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")

#: (top, x0, x1) of a level rule, in points.
Rule = tuple[float, float, float]


class PageEvidence:
    """What a page holds that tells footnotes: its level rules, the raised marks in it, its height in points."""

    __slots__ = ("called", "height", "rules")

    def __init__(self, rules: Sequence[Rule], words: Sequence[PageWord], height: float) -> None:
        self.rules = rules
        self.height = height
        self.called = {_bare(word.text) for word in words if word.raised}


def first_note(region: Sequence[Line], body_size: float, page: PageEvidence) -> int:
    """The index of the line with which the footnotes at a region's end begin; its length where there are none.

    A note is small print that begins with a mark that the page calls, or stands under a rule; or it has letters of
    full size, and stands under a rule and begins with a mark. Nothing in the upper quarter of a page is a footnote,
    and no column that is small print from top to bottom.
    """
    found = len(region)
    for index in range(len(region) - 1, -1, -1):
        line = region[index]
        if line.top < 0.25 * page.height:
            break
        small = line.size <= SMALL * body_size
        ruled = _rule_above(region, index, page.rules)
        called = line.words[0].raised or _bare(line.words[0].text) in page.called
        if (small and (called or ruled)) or (ruled and begins_note(line)):
            found = index
        if ruled or not (small or _rule_somewhere_above(line, page.rules)):
            break
    return found if found or region[0].top > 0.6 * page.height else len(region)


def _bare(mark: str) -> str:
    return mark.strip("[]().,") or mark


def _rule_above(region: Sequence[Line], index: int, rules: Sequence[Rule]) -> bool:
    """Whether a rule that begins where the line begins lies between it and the line before, and is no box around it."""
    line = region[index]
    above = region[index - 1].base if index else line.top - 2 * line.size
    return any(
        above < top <= line.top + 0.3 * line.size
        and left < line.x0 + 2 * line.size
        and right > line.x0
        and not any(top < other[0] < top + 3 * line.size and abs(other[1] - left) < 2 for other in rules)
        for top, left, right in rules
    )


def _rule_somewhere_above(line: Line, rules: Sequence[Rule]) -> bool:
    """Whether the line can still be part of notes of full size: there is a rule above, not too far away."""
    return any(0 <= line.top - top < 250 and left < line.x0 + 2 * line.size < right for top, left, right in rules)


def begins_note(line: Line) -> bool:
    """Whether a line among the footnotes begins the next one."""
    return line.words[0].raised or bool(_BEGINS.fullmatch(line.words[0].text))


def is_mark(word: PageWord, before: PageWord) -> bool:
    """Whether a raised word after another calls for a note.

    It does not where it is a power ("10²"), a unit ("km²"), an ordinal ("20ᵗʰ") or an abbreviation ("Mᵐᵉ", "nᵒ").
    """
    if not word.raised or not _MARK.fullmatch(word.text):
        return False
    if not word.glued:
        return not word.text.isalpha()
    if word.text[0].isalpha():
        return not before.text[-1].isdigit() and (len(before.text) > 3 or not before.text[-1].isalpha())
    if not word.text[0].isdigit():
        return True
    if before.text[-1].isdigit():
        return len(before.text) >= 4 and not before.text.startswith("10")
    return not _UNIT.fullmatch(before.text)


def as_power(text: str) -> str:
    """A raised number that belongs to the word before it, in Unicode's raised digits: glued digits would lie."""
    return text.translate(_POWERS)
