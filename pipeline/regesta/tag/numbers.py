"""Numbers as reports write them: figures with separators, words, and words that make them vague."""

from __future__ import annotations

import re

_UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_SMALL = {word: value for value, word in enumerate(_UNITS)}
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}

_FIGURES = r"\d{1,3}(?:[,.\u00a0\u202f\u2009' ]\d{3})+(?![\d,])|\d+(?:\.\d+)?"
_WORDS = "|".join(sorted([*_SMALL, *_TENS, *_SCALES], key=lambda word: (-len(word), word)))
_NUMBER_WORDS = rf"(?:a |an )?(?:{_WORDS})(?:(?:[ -]| and )(?:{_WORDS})){{0,8}}"
#: A number, for use within a larger pattern.
NUMBER = rf"(?:(?:{_FIGURES})(?: (?:hundred|thousand|million|billion|dozen))?|{_NUMBER_WORDS})"
#: Words that name a size and no number, with the least and the most that they can mean.
VAGUE = {
    "several hundred": (200, 999),
    "a few hundred": (200, 600),
    "hundreds of": (200, 999),
    "hundreds": (200, 999),
    "several thousand": (2_000, 9_999),
    "a few thousand": (2_000, 6_000),
    "thousands of": (2_000, 9_999),
    "thousands": (2_000, 9_999),
    "tens of thousands of": (20_000, 99_999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands of": (200_000, 999_999),
    "hundreds of thousands": (200_000, 999_999),
    "several million": (2_000_000, 9_999_999),
    "millions of": (2_000_000, 99_999_999),
    "millions": (2_000_000, 99_999_999),
    "scores of": (40, 99),
    "scores": (40, 99),
    "dozens of": (24, 99),
    "dozens": (24, 99),
    "several dozen": (24, 99),
}


def value_of(written: str) -> int | None:
    """The whole number that figures or words stand for; None where they stand for none."""
    text = written.lower().strip()
    match = re.fullmatch(rf"({_FIGURES})(?: (\w+))?", text)
    if match:
        scale = _SCALES.get(match[2] or "", 1)
        figures = match[1]
        if re.fullmatch(r"\d+\.\d+", figures) and (scale > 1 or not re.fullmatch(r"\d{1,3}\.\d{3}", figures)):
            return round(float(figures) * scale) if scale > 1 else None
        return int(re.sub(r"\D", "", figures)) * scale
    return _in_words(re.split(r"[ -]+", text))


def _in_words(words: list[str]) -> int | None:
    total = current = 0
    for word in words:
        if word in _SMALL or word in _TENS:
            current += _SMALL.get(word, 0) + _TENS.get(word, 0)
        elif word in ("hundred", "dozen"):
            current = max(current, 1) * _SCALES[word]
        elif word in _SCALES:
            total += max(current, 1) * _SCALES[word]
            current = 0
        elif word not in ("a", "an", "and"):
            return None
    return total + current if words else None
