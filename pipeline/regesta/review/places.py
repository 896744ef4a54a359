"""Words that a reviewer types, found in a text: white space counts as one, since lines break where they like."""

from __future__ import annotations

import re


def nearest(text: str, words: str, near: int) -> tuple[int, int] | None:
    """The place where the words stand that is closest to the offset `near`; None where they do not stand."""
    found = places(text, words)
    return min(found, key=lambda span: (abs(span[0] - near), span[0]), default=None)


def places(text: str, words: str) -> list[tuple[int, int]]:
    """All places where the words stand, in order."""
    parts = words.split()
    if not parts:
        return []
    return [found.span() for found in re.finditer(r"\s+".join(map(re.escape, parts)), text)]
