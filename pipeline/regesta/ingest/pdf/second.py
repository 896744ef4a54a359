"""A second opinion on a page's words, from pypdfium2."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

import pypdfium2

_WORD = re.compile(r"\w+")


class SecondReader:
    """The words that another reader sees on each page."""

    def __init__(self, data: bytes) -> None:
        self._document = pypdfium2.PdfDocument(data)

    def words(self, number: int) -> Counter[str]:
        """The words of a page, counted; pages count from 1."""
        page = self._document[number - 1]
        text_page = page.get_textpage()
        try:
            return counted([text_page.get_text_range()])
        finally:
            text_page.close()
            page.close()

    def close(self) -> None:
        """Lets the document go."""
        self._document.close()


def counted(texts: Iterable[str]) -> Counter[str]:
    """Runs of letters and digits, counted: hyphens, punctuation and ways to write a ligature are no difference."""
    return Counter(_words(texts))


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from _WORD.findall(unicodedata.normalize("NFKC", text))


def agreement(ours: Counter[str], theirs: Counter[str]) -> float:
    """F1 of two multisets of words, from 0 to 1; two empty ones agree."""
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 1.0
