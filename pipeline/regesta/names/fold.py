"""The folded key: what is left of a name when case, marks, dashes and letters that stand for one another are gone."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ð": "d",
        "đ": "d",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "ŋ": "n",
        "ĸ": "k",
        "ə": "e",
        "ʻ": "",
        "ʼ": "",
        "ʹ": "",
        "ʺ": "",
    }
)
_DASHES = re.compile(r"[-\u2010-\u2015\u2212\u00ad_/]+")
_DROPPED = re.compile(r"['’‘`´\"“”„«».,;:!?()\[\]{}]+")
_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The key under which spellings of a name agree: "Bór‑Komorowski" and "BOR KOMOROWSKI" give one key.

    Case, diacritics, dashes, apostrophes, stops and white space do not count; ł, ß, ø, æ, þ, đ and their like
    become the letters that stand for them. A dash counts as a space, since print and people differ there.
    """
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    plain = _DROPPED.sub("", _DASHES.sub(" ", apart.replace("\u00ad", "").translate(_LETTERS)))
    return _SPACE.sub(" ", "".join(char for char in plain if not unicodedata.combining(char))).strip()
