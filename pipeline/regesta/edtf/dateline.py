"""Datelines: the words at the head of a report that say where and when it was sent.

"KYIV, 4 March 2022 –", "MOSUL, Iraq (AP), Friday, May 11 -", "LAGOS (Reuters) -".
"""

from __future__ import annotations

import re

_CAPITAL = r"[^\W\d_a-zß-ÿ]"
_PLACE = rf"\W*{_CAPITAL}(?:{_CAPITAL}|[ .,'’/-]){{2,40}}(?:,\s*[^\W\d_][\w .’'-]{{2,20}})?\s*,?\s*"
_AGENCY = r"\([^()\n]{2,24}\)"
_BEFORE = re.compile(rf"{_PLACE}(?:{_AGENCY}\s*[,–—-]?\s*)?(?:[^\W\d_]\w+,\s+)?\(?\s*")
_AFTER = re.compile(rf"\s*\)?\s*(?:{_AGENCY}|/[^/\n]{{2,24}}/)?\s*[–—:-]")
#: A day or an agency behind the place: numbers and words that begin with a capital letter.
_DAY_OR_AGENCY = rf"(?=[^\n–—-]{{0,60}}[\d(])(?:(?:{_CAPITAL}[\w.]*|\d{{1,4}}|[()/])[\s,]{{0,2}}){{1,12}}"
_LINE = re.compile(rf"^[^\w\n]*{_CAPITAL}{{2,}}[ .,'’/-]{{0,3}}{_DAY_OR_AGENCY}\s?[–—-]+\s", re.MULTILINE)


def is_of_dateline(before: str, after: str) -> bool:
    """Whether a date stands in a dateline, by the words before it in its line and those behind it."""
    return bool(_BEFORE.fullmatch(before) and _AFTER.match(after))


def datelines(text: str) -> list[int]:
    """The offsets of the lines of a text that begin with a dateline, in order."""
    return [match.start() for match in _LINE.finditer(text)]
