"""Line ends: what stands between the last word of a line and the first of the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from enum import Enum

SOFT = "\u00ad"
#: Hyphen-minus, hyphen, non-breaking hyphen, and the sign that text recognition makes of a hyphen.
HYPHENS = "-\u2010\u2011\u00ac"
_DASHES = "–—/"

#: First parts of words that English joins by a hyphen, where what follows is a word of its own.
_FIRST_PART_WORDS = """
all anti cross ex far first four full half high ill inter left long low mid near neo newly non north one post pre pro
quasi right second self semi short so south three two under vice well west east twenty thirty forty fifty sixty seventy
eighty ninety eighteenth nineteenth twentieth
"""
_FIRST_PARTS = frozenset(_FIRST_PART_WORDS.split())
#: After these a hyphen at a line end stands for a part that is left out: "Vor- und Nachteile".
_SUSPENDED = frozenset(("and", "or", "und", "oder", "bzw", "bis", "et", "ou", "i", "oraz", "lub", "и", "или"))
#: Chinese and Japanese, which put no space between words.
_UNSPACED = re.compile("[\u3001-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]")
_STRIP = re.compile(r"^\W+|\W+$")


class Ending(Enum):
    """What becomes of a hyphen at the end of a line, if there is one, and of the break after it."""

    SPACE = "the words stand apart"
    JOINED = "the hyphen goes, and the parts are one word"
    KEPT = "the parts stand together as they are"


class Vocabulary:
    """The words that a document prints away from line ends: the evidence for what a broken word was."""

    def __init__(self, words: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        for word, count in Counter(words).items():
            bare = _bare(word)
            self._counts[bare] += count
            for part in re.split(f"[{HYPHENS}]", bare):
                if part != bare:
                    self._counts[part] += 0

    def count(self, word: str) -> int:
        """How often the word stands in the document; 0 also where it stands only as a part of a compound."""
        return self._counts.get(word, 0)

    def knows(self, word: str) -> bool:
        """Whether the word stands in the document, alone or in a compound."""
        return word in self._counts


def _bare(word: str) -> str:
    bare = _STRIP.sub("", word).casefold()
    return re.sub(f"[{HYPHENS}]", "-", bare)


def ending(word: str, following: str, vocabulary: Vocabulary) -> Ending:
    """What stands between the last word of a line and the first word of the next.

    The document's own usage decides where it can; else a soft hyphen joins, a capital or a digit after the hyphen
    keeps it, and so does a first part such as "well-" before a word of its own; what is left is joined.
    """
    if word.endswith(SOFT):
        return Ending.JOINED
    if _UNSPACED.match(word[-1]) and _UNSPACED.match(following[:1]):
        return Ending.KEPT
    if word[-1:] in _DASHES and len(word) > 1 and following[:1].isalnum():
        return Ending.KEPT
    if word[-1:] not in HYPHENS or len(word) < 2 or not word[-2].isalnum() or not following[:1].isalnum():
        return Ending.SPACE
    first, second = _bare(word[:-1]), _bare(following)
    if second in _SUSPENDED:
        return Ending.SPACE
    joined, kept = vocabulary.count(first + second), vocabulary.count(f"{first}-{second}")
    if joined != kept:
        return Ending.JOINED if joined > kept else Ending.KEPT
    return Ending.KEPT if _is_compound(word[:-1], following, first, second, vocabulary) else Ending.JOINED


def _is_compound(word: str, following: str, first: str, second: str, vocabulary: Vocabulary) -> bool:
    if word[-1].isdigit() or following[0].isdigit():
        return True
    if following[0].isupper() and not (len(word) > 1 and word.isupper()):
        return True
    last_part = first.rsplit("-", 1)[-1]
    if len(last_part) == 1:
        return True
    return vocabulary.knows(second) and (last_part in _FIRST_PARTS or ("-" in first and vocabulary.knows(last_part)))
