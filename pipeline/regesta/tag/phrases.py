"""Phrases for people who have no name in a text: soldiers, "the Germans", "a German patrol", "my father", "we"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from regesta.anchor.drafts import Draft
from regesta.names import lists
from regesta.tag.inflect import plural_of
from regesta.tag.layers import Cover, Layers
from regesta.tag.numbers import NUMBER
from regesta.tag.words import word_list

_PRONOUNS = frozenset({"I", "me", "we", "We", "us"})
_OWNERS = frozenset({"my", "our", "his", "her", "their", "your"})
_MOST_MODIFIERS = 3
#: Modifiers that no list has, where an article or a number shows that they are some.
_MOST_UNKNOWN = 2
#: "The French burned", "the Swiss": an adjective that stands for the people.
_PEOPLE_BY_ADJECTIVE = re.compile(r"\w+(?:ish|ch|ese|iss|ois)")
#: "The Acadians": a people that no list has.
_PEOPLE_BY_ENDING = re.compile(r"[A-Z]\w{2,}(?:ans|ites|ards)")
_VERB_LIKE = re.compile(r"\w{2,}ed")
_COMPLEMENT = re.compile(r" of (?:the |a |his |their )?")
_OPENS = re.compile(r"(?:\s[-—]|[:—])\s*$|[\"“«„‘]$")
_COMMON = re.compile(r"[a-z][a-z'-]+\b")
_NUMBER = re.compile(NUMBER)


class Nouns(NamedTuple):
    """Nouns that may head a phrase, in small letters: those that need an article, and those that need none."""

    one: frozenset[str]
    many: frozenset[str]


class Phrase(NamedTuple):
    """The span of a phrase without its article, and its head noun in small letters."""

    start: int
    end: int
    head: str


@cache
def people() -> Nouns:
    """Nouns for people, and for bodies of people that act."""
    counted = lists.sections("counted")
    one = frozenset(noun for name in ("people", "groups") for line in counted[name] for noun in line.split())
    persons = _listed("persons")
    return Nouns(one | persons, frozenset(map(plural_of, one | persons)) | _listed("bodies"))


@cache
def speakers() -> Nouns:
    """Nouns for people and for what else has a voice: a report, the radio, a chronicle."""
    voices = lists.sections("voices")
    one, many = people()
    return Nouns(
        one | set(voices["one"]) | _listed("kin"), many | set(map(plural_of, voices["one"])) | set(voices["bodies"])
    )


@cache
def _listed(section: str) -> frozenset[str]:
    return frozenset(lists.sections("participants")[section])


class Phrases:
    """Reads such phrases off the words of a sentence; what is a name, a date or a trigger is none."""

    def __init__(self, state: Layers, nouns: Nouns) -> None:
        self._state = state
        self._nouns = nouns
        self._heads = nouns.one | nouns.many
        self._modifiers = (_listed("modifiers") | self._heads) - _OWNERS
        self._words = state.words
        self._names = {name.start: name for name in state.names}
        self._verbs = {draft.start for draft in state.drafts if draft.label == "TRIGGER" and draft.rule == "verb"}
        self._taken = Cover(len(state.text), [(name.start, name.end) for name in state.names])
        for draft in state.drafts:
            if draft.label == "DATE":
                self._taken.add(draft.start, draft.end)
            elif draft.label == "TRIGGER" and state.text[draft.start : draft.end].lower() not in self._heads:
                self._take_ends(draft)

    def _take_ends(self, trigger: Draft) -> None:
        """Takes the first and the last word of a trigger: "drove the peasants out" has its object within."""
        words = self._state.text[trigger.start : trigger.end].split()
        self._taken.add(trigger.start, trigger.start + len(words[0]))
        self._taken.add(trigger.end - len(words[-1]), trigger.end)

    def read(self, first: int, last: int) -> list[Phrase]:
        """The phrases among some words, given by their indexes, in the order of the text."""
        found = []
        for at in range(first, last):
            if not self._is_free(at) or self._goes_on(at, last):
                continue
            begin = self._begin(at, first)
            if begin is not None:
                found.append(Phrase(self._words[begin].start, self._end(at), self._words[at].text.lower()))
        return found

    def _is_free(self, at: int) -> bool:
        return not self._taken.touches(self._words[at].start, self._words[at].end)

    def _joined(self, at: int) -> bool:
        """Whether only a blank or a hyphen parts a word from the one before."""
        return self._state.gap(at - 1, at) in (" ", "-")

    def _opens(self, at: int, first: int) -> bool:
        """Whether a capital letter says nothing of a word: at the beginning, behind a dateline or an opening quote."""
        return at == first or bool(_OPENS.search(self._state.gap(at - 1, at)))

    def _is_noun(self, at: int) -> bool:
        text = self._words[at].text
        return text.lower() in self._heads or self._is_people(text)

    def _is_people(self, text: str) -> bool:
        """Whether it is the plural of a demonym."""
        known = lists.words("demonyms")
        return text in known and (text.endswith("men") or (text.endswith("s") and text[:-1] in known))

    def _goes_on(self, at: int, last: int) -> bool:
        """Whether a noun only qualifies the next ("police officers", "police station"), or stands before a name.

        In "the log records that" the next is a verb.
        """
        if at + 1 >= last or not self._joined(at + 1):
            return False
        following = self._names.get(self._words[at + 1].start)
        if following is not None and following.label == "PERSON":
            return True
        if self._words[at + 1].text in _listed("belongings") and not self._is_noun(at + 1):
            return True
        is_verb = self._state.flat.startswith(" that ", self._words[at + 1].end)
        return not is_verb and self._is_free(at + 1) and self._is_noun(at + 1)

    def _begin(self, at: int, first: int) -> int | None:
        """The index of the first word that belongs to a participant, without its article; None where it is none."""
        text = self._words[at].text
        small = text.lower()
        if text in _PRONOUNS:
            return at if self._is_pronoun(at, first) else None
        if self._words[at].capital and not self._opens(at, first) and not self._is_people(text):
            return at if self._stands_for_people(at, first) else None
        if small in _listed("kin") and (owner := self._owner(at, first)) is not None:
            return owner
        if not self._is_noun(at):
            return None
        begin, determined = self._modified(at, first)
        if small in self._nouns.many or self._is_people(text) or determined:
            return begin
        return None

    def _is_pronoun(self, at: int, first: int) -> bool:
        """Whether "I" is no number: "Charles I", "World War I"."""
        if self._words[at].text != "I":
            return True
        return (at == first or not self._words[at - 1].capital) and self._state.flat[self._words[at].end :][:1] == " "

    def _stands_for_people(self, at: int, first: int) -> bool:
        """Whether a word behind "the" stands for a people: "the Acadians", "the French burned", "by the Swiss"."""
        text = self._words[at].text
        if at == first or self._words[at - 1].text.lower() != "the" or not self._joined(at):
            return False
        if _PEOPLE_BY_ENDING.fullmatch(text):
            return True
        if not (_PEOPLE_BY_ADJECTIVE.fullmatch(text) and text in lists.words("demonyms")):
            return False
        if at + 1 >= len(self._words) or self._state.gap(at, at + 1) != " ":
            return True
        following = self._words[at + 1]
        small = following.text.lower()
        listed = small in word_list("no_modifiers") | word_list("prepositions") | word_list("determiners")
        return listed or following.start in self._verbs or bool(_VERB_LIKE.fullmatch(small))

    def _owner(self, at: int, first: int) -> int | None:
        """The index of "my" in "my two younger brothers"; None where nobody owns it."""
        for before in range(at - 1, max(first, at - 1 - _MOST_MODIFIERS) - 1, -1):
            if not self._joined(before + 1):
                return None
            if self._words[before].text.lower() in _OWNERS:
                return before
        return None

    def _modified(self, at: int, first: int) -> tuple[int, bool]:
        """The index of the first of the words that qualify a noun, and whether an article stands before them."""
        begin = at
        while begin > first and at - begin < _MOST_MODIFIERS and self._joined(begin) and self._modifies(begin - 1):
            begin -= 1
        if self._is_determined(begin, first):
            return begin, True
        for further in range(begin - 1, max(first, begin - 1 - _MOST_UNKNOWN), -1):
            if not (self._joined(further + 1) and self._may_modify(further)):
                break
            if self._is_determined(further, first):
                return further, True
        return begin, False

    def _modifies(self, at: int) -> bool:
        text = self._words[at].text
        if not self._is_free(at):
            return False
        return text.lower() in self._modifiers or text in lists.words("demonyms")

    def _may_modify(self, at: int) -> bool:
        """Whether a word may be an adjective: a small word that is no article, number, preposition or the like."""
        text = self._words[at].text
        small_words = word_list("no_modifiers") | word_list("prepositions") | word_list("determiners")
        return self._is_free(at) and text.islower() and text not in small_words and not _NUMBER.fullmatch(text)

    def _is_determined(self, at: int, first: int) -> bool:
        """Whether an article, an owner or a number stands before a word."""
        if at == first or not self._joined(at):
            return False
        before = self._words[at - 1].text.lower()
        return before in word_list("determiners") or before in ("one", "s") or bool(_NUMBER.fullmatch(before))

    def _end(self, at: int) -> int:
        """The offset where the words end, "of Riga", "of the ghetto" or "of women" behind the noun with them."""
        end = self._words[at].end
        joint = _COMPLEMENT.match(self._state.flat, end)
        if joint is None or self._words[at].text in _PRONOUNS:
            return end
        name = self._names.get(joint.end())
        if name is not None:
            return name.end
        common = _COMMON.match(self._state.flat, joint.end())
        if common is None or self._taken.touches(*common.span()) or not self._may_modify(self._at(common.start())):
            return end
        return common.end()

    def _at(self, offset: int) -> int:
        """The index of the word that begins at an offset."""
        return self._state.word_starts[offset]
