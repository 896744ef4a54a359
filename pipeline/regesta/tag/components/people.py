"""Persons by what stands with their names: titles, ranks and callings before them, and first names."""

from __future__ import annotations

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from regesta.names import lists
from regesta.names.authority import general
from regesta.names.fold import fold
from regesta.tag.components.called import called
from regesta.tag.components.lists import PROJECT
from regesta.tag.layers import Cover, Layers, Name, layers, signed
from regesta.tag.words import word_list

TITLED, FIRST_NAMED, INITIALLED, SURNAME_FIRST, ALONE = 2.6, 2.0, 1.4, 1.2, 0.6
#: As lists of persons have it, "Adler, Hanuš": surer than what others say of either half.
INVERTED = 3.2
_LONGEST = 6
_MOST_TITLES = 4
#: What stands behind a rank: of the reserve, retired, for the duration of the war; honoris causa.
_SHORT_BEHIND = re.compile(r"\.? (?:d\. ?R(?:es)?|d\. ?L|a\. ?D|i\. ?R|z\. ?V|h\. ?c)\b(?=\. )")
_SAINTS = frozenset({("saint",), ("st",)})
#: A word broken at the end of its line goes on with a small letter.
_LINE_BROKEN = re.compile(r"[-\u00ac\u2010]\s*\n\s*")
#: Digits that scanning takes letters for.
_SLIPS = str.maketrans("105", "los")
#: What stands behind the first name in an entry: a comma and what is told of the person, a bracket, the line's end.
_ENTRY_ENDS = re.compile(r"[,;]\s|\.?\s*(?:\n|$)|\s?\(|,? (?:born|b\.|aged|née|nee|geb\.|\*)")


@Language.factory("regesta_people", default_config={"first_names": True})
def make(nlp: Language, name: str, first_names: bool) -> PeopleNames:  # noqa: ARG001
    """The component; `first_names` asks for the list of first names beside that of titles."""
    return PeopleNames(name, first_names)


@cache
def titles() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Titles as folded words, by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lists.phrases("titles"):
        key = tuple(fold(phrase).split())
        found.setdefault(key[0], []).append(key)
    return {first: tuple(sorted(keys, key=lambda key: (-len(key), key))) for first, keys in found.items()}


@cache
def no_surnames() -> frozenset[str]:
    """Folded words that stand in capitals after a title or a first name and are no part of a person's name."""
    heads = {fold(word) for name in ("organisation_words", "event_words") for word in lists.phrases(name)}
    places = {fold(word) for word in lists.sections("place_words")["after"] if len(word.split()) == 1}
    return frozenset(heads | places | lists.folded("demonyms") | word_list("no_surnames"))


class PeopleNames:
    """Finds a run of words in capitals behind a title or a first name."""

    def __init__(self, name: str, first_names: bool) -> None:
        self.by = signed(name)
        self.first_names = lists.words("first_names") if first_names else frozenset()

    def __call__(self, doc: Doc) -> Doc:
        """Adds persons to the candidates."""
        state = layers(doc)
        titled = Cover(len(state.text))
        taken = Cover(len(state.text), ((name.start, name.end) for name in state.names))
        after = 0
        for index in range(len(state.words)):
            if index >= after:
                after = (
                    self._inverted(state, index)
                    or self._titled(state, index, titled)
                    or self._first_named(state, index)
                    or after
                )
                if index >= after and self.first_names:
                    after = (
                        self._initialled(state, index)
                        or self._surname_first(state, index)
                        or self._first_name_alone(state, index, taken)
                        or after
                    )
        for start, end in called(state):
            state.names.append(Name(start, end, "PERSON", self.by, TITLED, rule="called", local=True))
        # "SS" in "SS-Oberscharführer Weber" is a piece of his rank, and "Hauptsturmführer d." is no person. The
        # project's own entries stand.
        state.names = [
            name
            for name in state.names
            if name.weight >= PROJECT
            or (
                not (name.label == "ORG" and titled.touches(name.start, name.end))
                and not (name.label == "PERSON" and titled.touches(name.end - 1, name.end))
            )
        ]
        return doc

    def _titled(self, state: Layers, index: int, titled: Cover) -> int:
        """A name behind titles, which are marked as such."""
        begin = after_title(state, index)
        if not begin:
            return 0
        for _ in range(_MOST_TITLES - 1):
            begin = after_title(state, begin) or begin
        words = state.words
        title = state.text[words[index].start : words[begin - 1].end]
        title += "." if state.flat[words[begin - 1].end : words[begin - 1].end + 1] == "." else ""
        title = " ".join(title.split())
        end = name_end(state, begin)
        if not end:
            return 0
        titled.add(words[index].start, words[begin - 1].end)
        if after := self._inverted(state, begin, title):
            return after
        span = words[begin].start, words[end - 1].end
        state.names.append(Name(*span, "PERSON", self.by, TITLED, rule="title", title=title, local=True))
        return end

    def _first_named(self, state: Layers, index: int) -> int:
        word = state.words[index]
        written = word.text if word.text.isalpha() else word.text.translate(_SLIPS)
        known = written in self.first_names or written.title() in self.first_names
        if not word.capital or not (known or (self.first_names and _is_shortened(state, index))):
            return 0
        end = name_end(state, index)
        if end <= index + 1:
            return 0
        state.names.append(
            Name(word.start, state.words[end - 1].end, "PERSON", self.by, FIRST_NAMED, rule="first name")
        )
        return end

    def _initialled(self, state: Layers, index: int) -> int:
        """A surname behind an initial: "E. Kohn"."""
        word = state.words[index]
        if len(word.text) != 1 or not word.capital or not _stands_apart(state, index):
            return 0
        end = name_end(state, index)
        if end <= index + 1 or state.gap(index, index + 1) not in (". ", ".") or len(state.words[end - 1].text) < 3:
            return 0
        state.names.append(Name(word.start, state.words[end - 1].end, "PERSON", self.by, INITIALLED, rule="initial"))
        return end

    def _surname_first(self, state: Layers, index: int) -> int:
        """A surname before a first name, as registers have them: "Adler Hanuš"."""
        words = state.words
        if index + 1 >= len(words) or state.gap(index, index + 1) != " " or not words[index].capital:
            return 0
        surname, first = words[index].text, words[index + 1].text
        ends = index + 2 == len(words) or not words[index + 2].capital or state.gap(index + 1, index + 2) != " "
        known = first in self.first_names and surname not in self.first_names and not first.isupper()
        if not (known and ends and len(surname) > 2 and surname not in word_list("openers")):
            return 0
        if not _stands_apart(state, index) or _is_common(surname):
            return 0
        state.names.append(
            Name(words[index].start, words[index + 1].end, "PERSON", self.by, SURNAME_FIRST, rule="surname first")
        )
        return index + 2

    def _first_name_alone(self, state: Layers, index: int, taken: Cover) -> int:
        """A first name where no layer before saw a name, and no other word in capitals stands beside it."""
        word = state.words[index]
        if word.text not in self.first_names or len(word.text) < 4 or taken.touches(word.start, word.end):
            return 0
        behind = index + 1 < len(state.words) and state.words[index + 1].capital and state.gap(index, index + 1) in " -"
        if behind or not (
            index == 0 or _stands_apart(state, index) or state.words[index - 1].text in word_list("openers")
        ):
            return 0
        state.names.append(Name(word.start, word.end, "PERSON", self.by, ALONE, rule="first name alone"))
        return index + 1

    def _inverted(self, state: Layers, index: int, title: str = "") -> int:
        """A surname, a comma and a first name, as an entry of a list or the words of an officer begin with them."""
        words = state.words
        if index + 1 >= len(words) or state.gap(index, index + 1) != ", " or not words[index].capital:
            return 0
        surname, first = words[index].text, words[index + 1].text
        known = first in self.first_names and surname.title() not in self.first_names
        end = words[index + 1].end
        if not known or len(surname) < 3 or _is_common(surname) or general().find(surname, "place"):
            return 0
        if not (_begins(state, index) and _ENTRY_ENDS.match(state.flat, end)):
            return 0
        state.names.append(
            Name(words[index].start, end, "PERSON", self.by, INVERTED, "surname, first name", title, local=True)
        )
        return index + 2


def _begins(state: Layers, index: int) -> bool:
    """Whether an entry of a list may begin at a word: with its line, behind a stop, a number or a title."""
    before = state.text[max(state.words[index].start - 3, 0) : state.words[index].start]
    return (
        not before
        or before[-1] == "\n"
        or before.rstrip(" ")[-1:] in ".;:()–-•*"
        or (index > 0 and after_title(state, index - 1) == index)
    )


def _stands_apart(state: Layers, index: int) -> bool:
    """Whether no word in capitals stands right before a word."""
    return index == 0 or not state.words[index - 1].capital or state.gap(index - 1, index) not in (" ", "-", ". ")


def _is_common(word: str) -> bool:
    """Whether a word is no surname: a title, a demonym, a month, a noun of places or organisations."""
    key = fold(word)
    return key in no_surnames() or (key,) in titles().get(key, ()) or key in word_list("dates")


def after_title(state: Layers, index: int) -> int:
    """The index of the word behind the title that begins at a word; 0 where none does."""
    words = state.words
    if index >= len(words):
        return 0
    for key in titles().get(fold(words[index].text), ()):
        last = index + len(key) - 1
        if last + 1 >= len(words):
            continue
        if key in _SAINTS and state.gap(last, last + 1) == "-":
            continue
        if all(fold(words[index + at].text) == part for at, part in enumerate(key)) and all(
            state.gap(at, at + 1).strip(" .-") == "" for at in range(index, last)
        ):
            last = _of_reserve(state, last)
            if last + 1 == len(words):
                return 0
            gap = state.gap(last, last + 1)
            short = words[last].capital and (len(words[last].text) <= 4 or key[-1] in word_list("titles_before_a_stop"))
            short = short or key[-1] in word_list("small_titles_before_a_stop") or last > index + len(key) - 1
            if _begins_a_name(state, last + 1) and (gap in (" ", "-") or (gap in (". ", ".") and short)):
                return last + 1
    return 0


def _of_reserve(state: Layers, last: int) -> int:
    """The index of the last word of what is written short behind a rank, "d. R."; the given one else."""
    behind = _SHORT_BEHIND.match(state.flat, state.words[last].end)
    while behind and last + 1 < len(state.words) and state.words[last + 1].start < behind.end():
        last += 1
    return last


def _begins_a_name(state: Layers, index: int) -> bool:
    """Whether the name of a person can begin at a word: in capitals, or with a particle, "von Schirach"."""
    words = state.words
    if words[index].capital or index + 1 == len(words):
        return words[index].capital
    particle = words[index].text in word_list("particles_in_front")
    return particle and words[index + 1].capital and state.gap(index, index + 1) == " "


def name_end(state: Layers, begin: int) -> int:
    """The index behind the run of a person's name that begins at a word; 0 where it is no such run."""
    words = state.words
    at = begin
    last = 0
    while at < len(words) and at - begin < _LONGEST:
        word = words[at]
        if last == at > begin and _ends_a_broken_word(state, at):
            last = at = at + 1
            continue
        if at > begin and not _holds(state, at):
            break
        key = fold(word.text)
        surname = at > begin and key in lists.folded("demonyms")
        if word.capital and (key not in no_surnames() or surname) and not word.text.isdigit():
            last = at + 1
        elif word.text not in word_list("particles_in_front" if at == begin else "particles"):
            break
        at += 1
    named = words[begin:last]
    if all(len(word.text) == 1 or (fold(word.text),) in titles().get(fold(word.text), ()) for word in named):
        return 0
    return last


def _ends_a_broken_word(state: Layers, at: int) -> bool:
    """Whether a word in small letters is the rest of the one before it, which its line broke."""
    before, word = state.words[at - 1], state.words[at]
    return not word.capital and bool(_LINE_BROKEN.fullmatch(state.text, before.end, word.start))


def _is_shortened(state: Layers, index: int) -> bool:
    """Whether a word is a first name cut short, as in "Frant. Kahn"."""
    return state.words[index].text in word_list("shortened_names") and state.flat[state.words[index].end :][:2] == ". "


def _holds(state: Layers, at: int) -> bool:
    """Whether a word is held to the one before it as the parts of a name are."""
    gap = state.gap(at - 1, at)
    before = state.words[at - 1].text
    if gap == "." or gap == ". ":
        return len(before) == 1 or before in word_list("shortened_names")
    if gap == "'":
        return len(before) <= 2
    return gap in (" ", "-", "", " '", "  ")
