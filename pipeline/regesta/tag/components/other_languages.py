"""Names in German, French, Polish, Czech and Russian paragraphs, by the words before them and by their endings.

It stands in for a pipeline of such a language, and fills the gaps of one. A declined town counts only behind a word
that stands before places, and only where the gazetteer or the list of places knows it undeclined.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from regesta.names import lists
from regesta.names.authority import general
from regesta.names.fold import fold
from regesta.names.gazetteer import Gazetteer
from regesta.tag.components.people import FIRST_NAMED, TITLED, name_end, no_surnames
from regesta.tag.languages import common_words
from regesta.tag.layers import Layers, Name, NameLabel, layers, signed
from regesta.tag.other_languages import Words, undeclined, words_of_language

BEHIND_A_WORD, ALONE = 2.0, 1.2
#: Fewest people of a town whose name is taken for a declined one, and of one that goes before a first name.
_TOWN, _CITY = 1_000, 50_000


@Language.factory("regesta_other_languages")
def make(nlp: Language, name: str) -> OtherLanguages:  # noqa: ARG001
    """The component."""
    return OtherLanguages(name)


class OtherLanguages:
    """Finds places and persons in the blocks of languages that it has a table of."""

    gazetteer: Gazetteer | None = None

    def __init__(self, name: str) -> None:
        self.by = signed(name)

    def __call__(self, doc: Doc) -> Doc:
        """Adds names to the candidates, and says which words no unseen town begins with."""
        state = layers(doc)
        place_before = -1
        no_surnames_here: set[int] = set()
        for index, opens, language, words in _words(state):
            word = state.words[index]
            if not word.capital:
                continue
            if opens and word.text.lower() in common_words(language):
                no_surnames_here.add(word.start)
            known = self._place(state, index, words, joined=place_before == index - 2)
            person = self._person(state, index, words)
            if known and not (person and known[1] < _CITY):
                self._add(state, index, index + 1, "PLACE", BEHIND_A_WORD, "behind a word for places")
                if known[0] != fold(word.text):
                    state.undeclined[fold(word.text)] = known[0]
                place_before = index
            elif person:
                self._add(state, index, person[0], "PERSON", *person[1:])
            if opens or not _may_be_a_town(state, index, words):
                state.no_towns.add(word.start)
        state.names = [
            name for name in state.names if name.rule != "surname first" or name.start not in no_surnames_here
        ]
        return doc

    def _add(self, state: Layers, index: int, end: int, label: NameLabel, weight: float, rule: str) -> None:
        start, local = state.words[index].start, weight >= FIRST_NAMED
        state.names.append(Name(start, state.words[end - 1].end, label, self.by, weight, rule=rule, local=local))

    def _place(self, state: Layers, index: int, words: Words, *, joined: bool) -> tuple[str, int] | None:
        """The folded name of the town or country that a word behind a preposition means, and how many live there."""
        before = _before(state, index)
        if not (before in words.places or (joined and before in words.also)) or _goes_on(state, index):
            return None
        key = fold(state.words[index].text)
        if key in no_surnames():
            return None
        if people := self._people(key):
            return (key, people) if words.endings or people >= _CITY else None
        found = [(self._people(name), name) for name in undeclined(key, words)]
        people, name = max(found, default=(0, ""), key=lambda each: each[0])
        return (name, people) if people >= _TOWN else None

    def _people(self, key: str) -> int:
        """How many live at the biggest place of a folded name; a country counts as a city."""
        sites = self.gazetteer.find(key) if self.gazetteer else ()
        return max([site.population for site in sites] + [_CITY for _ in general().find(key, "place")], default=0)

    def _person(self, state: Layers, index: int, words: Words) -> tuple[int, float, str] | None:
        """Where the name of a person that begins with a first name ends, what it weighs and by which rule."""
        text = state.words[index].text
        own = text in lists.words("first_names")
        if not own and not any(name in lists.folded("first_names") for name in undeclined(fold(text), words)):
            return None
        if index and state.words[index - 1].capital and state.gap(index - 1, index) == " ":
            greeted = state.words[index - 1].text in words.greetings
            return (max(name_end(state, index), index + 1), TITLED, "greeting") if greeted else None
        end = name_end(state, index)
        if end > index + 1:
            return end, FIRST_NAMED, "first name"
        return (index + 1, ALONE, "first name alone") if own or _before(state, index) else None


def _words(state: Layers) -> Iterator[tuple[int, bool, str, Words]]:
    """The index of each word in a block of a language with a table, whether it opens a sentence, and the language."""
    index = 0
    for block, language in zip(state.blocks, state.block_languages, strict=True):
        words = words_of_language(language)
        if words is None:
            continue
        opening = {start for start, _ in block.sentences}
        while index < len(state.words) and state.words[index].start < block.start:
            index += 1
        while index < len(state.words) and state.words[index].start < block.end:
            yield index, state.words[index].start in opening, language, words
            index += 1


def _before(state: Layers, index: int) -> str:
    """The word right before a word, in small letters; empty where something stands between them."""
    if not index or state.gap(index - 1, index) not in (" ", "'"):
        return ""
    return state.words[index - 1].text.lower()


def _goes_on(state: Layers, index: int) -> bool:
    """Whether a word in capitals follows, so that a name of one word would be a piece of a longer one."""
    return index + 1 < len(state.words) and state.words[index + 1].capital and state.gap(index, index + 1) in (" ", "-")


def _may_be_a_town(state: Layers, index: int, words: Words) -> bool:
    """Whether a town that nobody else saw may begin with a word, by the word before it."""
    before = _before(state, index)
    if before in words.articles:
        return False
    listed = index > 0 and state.words[index - 1].capital
    return not words.nouns or before in words.places or before in words.also or listed
