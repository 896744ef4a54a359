"""Words looked for in texts, whatever their case and marks, or as a regular expression; each place in its context.

Nothing is read here: the texts are handed in, and may be read on demand.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate, islice

from regesta.names.fold import fold
from regesta.review.act import refuse
from regesta.review.concordance import Line, line
from regesta.review.pattern import Find, pattern_finder

#: More places than one looks through.
LIMIT = 500


def search(
    texts: Mapping[str, str],
    words: str,
    page_of: Callable[[str, int], int | None],
    *,
    sources: Iterable[str] = (),
    pattern: bool = False,
    limit: int = LIMIT,
) -> list[Line]:
    """The first places where the words stand, source by source; in all texts where no sources are named.

    Words are found whatever their case, accents and white space; with `pattern` they are a regular expression, which
    takes no notice of case and may not take long. `page_of` gives the page of an offset in a source.
    """
    find = pattern_finder(words) if pattern else _folded(words)
    found = (
        line(source, texts[source], span, page_of(source, span[0]))
        for source in (sources or texts)
        if source in texts
        for span in find(texts[source])
    )
    return list(islice(found, limit))


def places_of(text: str, words: str) -> list[tuple[int, int]]:
    """All places where the words stand as whole words, whatever their case, accents and white space."""
    return [
        (start, end)
        for start, end in _folded(words)(text)
        if not _goes_on(text, start - 1, start) and not _goes_on(text, end, end - 1)
    ]


def _folded(words: str) -> Find:
    parts = "".join(map(_char, unicodedata.normalize("NFC", words))).split()
    if not parts:
        raise refuse("there is nothing to look for", "Say some words.")
    compiled = re.compile(r"\s+".join(map(re.escape, parts)))

    def find(text: str) -> Iterator[tuple[int, int]]:
        plain = text.translate({ord(char): _char(char) for char in set(text) if _char(char) != char})
        found = [each.span() for each in compiled.finditer(plain)]
        if not found:
            return
        if len(plain) == len(text):
            yield from found
            return
        ends = list(accumulate(len(_char(char)) for char in text))
        for start, end in found:
            yield bisect_right(ends, start), bisect_right(ends, end - 1) + 1

    return find


@lru_cache(maxsize=65536)
def _char(char: str) -> str:
    """What is left of one character; what a name's key leaves out altogether stays as it is here."""
    if char in "’‘`´":
        return "'"
    if unicodedata.combining(char) or char == "\u00ad":
        return ""
    return fold(char) or char


def _goes_on(text: str, at: int, beside: int) -> bool:
    return 0 <= at < len(text) and text[at].isalnum() and text[beside].isalnum()
