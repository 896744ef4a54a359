"""What is left of a name when the ways to spell and to transliterate it are gone: Eichmann, Ajchman, Эйхман."""

from __future__ import annotations

import re
from functools import lru_cache

from regesta.names.fold import fold

#: Cyrillic letters as `fold` leaves them (й is и there, ё is е), by those that English uses for them.
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ye", "ж": "zh", "з": "z",
        "и": "i", "і": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
        "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y",
        "ь": "", "э": "e", "ю": "yu", "я": "ya", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "d", "џ": "dz",
    }
)  # fmt: skip
#: Ways to write one sound, in the order in which they are made one.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"schtsch|szcz|shch|stch", "sc"),
        (r"tsch|tch|tsh|cz", "c"),
        (r"sch|sh|sz", "s"),
        (r"zh|rz|zs", "z"),
        (r"tz|ts", "c"),
        (r"kh|ch", "h"),
        (r"ck", "k"),
        (r"qu|kw", "kv"),
        (r"ph", "f"),
        (r"th|dt", "t"),
        (r"gh", "g"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"f$|ff$", "v"),
        (r"[yj]", "i"),
        (r"ou|oo", "u"),
        (r"ei|ai", "ai"),
        (r"oe", "o"),
        (r"ue", "u"),
        (r"ae", "a"),
        (r"ie", "e"),
        (r"(.)\1+", r"\1"),
    )
)
#: Words shorter than this are not the same for being nearly alike.
_SHORTEST = 5


@lru_cache(maxsize=65536)
def latin(word: str) -> str:
    """The folded word in Latin letters."""
    return fold(word).translate(_CYRILLIC)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The sounds of a word, roughly: spellings and transliterations of one name have the same."""
    bare = latin(word).replace(" ", "")
    for pattern, sound in _SOUNDS:
        bare = pattern.sub(sound, bare)
    return bare


def nearly(one: str, other: str) -> bool:
    """Whether two long words differ by one letter, or by two that stand in each other's place."""
    if min(len(one), len(other)) < _SHORTEST or abs(len(one) - len(other)) > 1:
        return False
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rests = one[at:], other[at:]
    return (
        rests[0][1:] == rests[1][1:]
        or rests[0][1:] == rests[1]
        or rests[0] == rests[1][1:]
        or (rests[0][:2] == rests[1][1::-1] and rests[0][2:] == rests[1][2:])
    )


def shortened(word: str) -> list[str]:
    """The word, and it without each of its letters: words that nearly agree have one of these in common."""
    if len(word) < _SHORTEST:
        return [word]
    return [word, *dict.fromkeys(word[:at] + word[at + 1 :] for at in range(len(word)))]
