"""The name of a person taken apart: given names, surname, title, and what tells father and son apart."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from regesta.names import lists
from regesta.names.fold import fold
from regesta.names.skeleton import latin

Sex = Literal["men", "women", ""]

_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_WORD = re.compile(r"[^\s.,;:()\[\]/\"“”„]+")
_NAME_FORMS = "given_names"
_LONGEST_TITLE = 4


class PersonName(Struct, frozen=True, kw_only=True):
    """A name as its parts, folded and in Latin letters; an initial is a part of one letter.

    `surname` has several parts where it is double. A sole word is a surname, unless it is known as a given name.
    """

    given: tuple[str, ...] = ()
    surname: tuple[str, ...] = ()
    suffix: str = ""
    title: str = ""

    @property
    def full(self) -> bool:
        """Whether it has a surname and a given name that is written out."""
        return bool(self.surname) and any(len(part) > 1 for part in self.given)

    @property
    def sex(self) -> Sex:
        """Whose name it is by the given name or the title, where they say it."""
        by_title: list[Sex] = [sex for sex in _SEXES if self.title and self.title in _marked(sex)]
        return by_title[0] if by_title else next((sex for part in self.given if (sex := sex_of(part))), "")


_SEXES: tuple[Sex, Sex] = ("men", "women")


@lru_cache(maxsize=65536)
def person_name(written: str) -> PersonName:
    """The parts of a name as it is written: `Col. L. P. Beria`, `Beria, Lavrentiy`, `Adler Hanuš`."""
    before, comma, behind = written.partition(",")
    if comma and behind.strip() and not _suffix(fold(behind)):
        title, given = _title(_words(behind))
        family = _words(before)
        suffix = next((found for word in family[1:] if (found := _suffix(latin(word)))), "")
        return PersonName(given=_parts(given), surname=_parts(family, of_surname=True), suffix=suffix, title=title)
    title, words = _title(_words(written))
    suffix = _suffix(latin(words[-1])) if len(words) > 1 else ""
    words = words[:-1] if suffix else words
    words = [word for word in words if latin(word) not in _marked("particles")] or words
    if len(words) == 1:
        if forms_of(latin(words[0])) and not title:
            return PersonName(given=_parts(words), suffix=suffix)
        return PersonName(surname=_parts(words, of_surname=True), suffix=suffix, title=title)
    if _surname_first(words):
        words = [*words[1:], words[0]]
    return PersonName(given=_parts(words[:-1]), surname=_parts(words[-1:], of_surname=True), suffix=suffix, title=title)


def _words(written: str) -> list[str]:
    found = [_POSSESSIVE.sub("", word) for word in _WORD.findall(written)]
    return [word for word in found if latin(word)]


def _title(words: list[str]) -> tuple[str, list[str]]:
    """The title before a name, and the words of the name; the last word is never a title."""
    title = ""
    while len(words) > 1:
        longest = next(
            (size for size in range(min(_LONGEST_TITLE, len(words) - 1), 0, -1) if _is_title(words[:size])), 0
        )
        if not longest:
            break
        title = title or fold(" ".join(words[:longest]))
        words = words[longest:]
    return title, words


def _suffix(word: str) -> str:
    """What a word behind a name says of two who share it: the elder, the younger, a number."""
    if word in _marked("numbers"):
        return word
    return next((section for section in ("younger", "elder") if word in _marked(section)), "")


def _is_title(words: list[str]) -> bool:
    return fold(" ".join(words)) in _titles()


def _parts(words: list[str], *, of_surname: bool = False) -> tuple[str, ...]:
    """The folded parts; hyphens part them, particles and suffixes of a surname fall away."""
    parts = [part for word in words for part in latin(word).split()]
    if of_surname:
        kept = [part for part in parts if part not in _marked("particles") and not _suffix(part)]
        return tuple(kept or parts)
    return tuple(parts)


def _surname_first(words: list[str]) -> bool:
    """Whether the name is written as registers have it: the last word alone is known as a given name."""
    first, last = latin(words[0]), latin(words[-1])
    return len(words) == 2 and len(first) > 2 and is_given_name(last) and not is_given_name(first)


@lru_cache(maxsize=4096)
def is_given_name(part: str) -> bool:
    """Whether a folded word is known as a given name."""
    return bool(forms_of(part)) or part in _first_names()


@cache
def _first_names() -> frozenset[str]:
    return frozenset(latin(word) for word in lists.words("first_names"))


@cache
def _titles() -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in lists.phrases("titles"))


@cache
def _marked(section: str) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in lists.sections("person_words")[section])


@cache
def _forms() -> tuple[dict[str, frozenset[int]], dict[str, set[Sex]]]:
    """By folded given name the numbers of the lines that hold it, and whose name it is."""
    numbers: dict[str, set[int]] = {}
    sexes: dict[str, set[Sex]] = {}
    sex: Sex = ""
    for number, line in enumerate(lists.lines(_NAME_FORMS)):
        if line.startswith("["):
            sex = "men" if line == "[men]" else "women"
            continue
        for name in line.split("|"):
            for part in {latin(name.strip()), latin(name.strip()).replace(" ", "")}:
                numbers.setdefault(part, set()).add(number)
                sexes.setdefault(part, set()).add(sex)
    return {name: frozenset(held) for name, held in numbers.items()}, sexes


def forms_of(part: str) -> frozenset[int]:
    """The given names of which a folded word is a form, as numbers; two words that share one are forms of one name."""
    return _forms()[0].get(part, frozenset())


def sex_of(part: str) -> Sex:
    """Whose given name a folded word is; empty where it is not known, or both have it."""
    found = _forms()[1].get(part, set())
    return next(iter(found)) if len(found) == 1 else ""


@lru_cache(maxsize=4096)
def initials_of(part: str) -> frozenset[str]:
    """The first letters of all forms of a given name."""
    numbers = forms_of(part)
    return frozenset(name[:1] for name, held in _forms()[0].items() if held & numbers)
