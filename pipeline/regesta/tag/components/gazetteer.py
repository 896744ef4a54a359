"""Places by the gazetteer: what speaks for a place in a name that others took for a person, or did not see at all.

A name that many towns and people bear says little by itself. So the document is asked as a whole, as it is when
places are linked: a name weighs as much as the chance that it means a town near the others that the document names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from regesta.names import lists
from regesta.names.fold import fold
from regesta.names.gazetteer import Gazetteer
from regesta.names.ranking import rank
from regesta.tag.components.people import no_surnames, titles
from regesta.tag.layers import Cover, Layers, Name, layers, signed
from regesta.tag.words import word_list

#: What a town that the document surely means weighs where another layer saw a name, and where none did. Where it saw
#: one, the chance counts squared: a namesake somewhere in the world says little of a name that others saw as a person.
SEEN, UNSEEN = 3.0, 1.2
#: A name that no layer saw is taken up from this chance on.
LEAST = 0.45
#: What it weighs against a place that nobody has heard of one. A place may be too small for any list.
UNKNOWN = -0.8
#: How much a name that nothing else takes for a place tells of where the document is.
DOUBTFUL = 0.4
_MOST_WORDS = 3
_SHORTEST = 4


@Language.factory("regesta_gazetteer", default_config={"unseen": True})
def make(nlp: Language, name: str, unseen: bool) -> GazetteerNames:  # noqa: ARG001
    """The component; `unseen` asks for names that no other layer saw."""
    return GazetteerNames(name, unseen)


class GazetteerNames:
    """Weighs the candidates by the gazetteer, and adds to them. The tagger sets the gazetteer, where there is one."""

    gazetteer: Gazetteer | None = None

    def __init__(self, name: str, unseen: bool) -> None:
        self.by = signed(name)
        self.unseen = unseen

    def __call__(self, doc: Doc) -> Doc:
        """Adds the gazetteer's word to the candidates."""
        if self.gazetteer is None:
            return doc
        state = layers(doc)
        spans = {(name.start, name.end) for name in state.names}
        added = set(self._unseen(state)) if self.unseen else set()
        pieces = {span: " ".join(state.flat[slice(*span)].split()) for span in sorted(spans | added)}
        written = {span: state.undeclined.get(fold(piece), piece) for span, piece in pieces.items()}
        counted: dict[str, float] = defaultdict(float)
        places = {(name.start, name.end) for name in state.names if name.label == "PLACE"}
        for span, piece in written.items():
            counted[piece] += 1.0 if span in places else DOUBTFUL
        chances = self._chances(counted)
        for span, piece in written.items():
            weight = self._weight(piece, chances.get(fold(piece)), span in added, span in places)
            if weight:
                state.names.append(Name(*span, "PLACE", self.by, weight, rule="gazetteer"))
        return doc

    def _chances(self, counted: dict[str, float]) -> dict[str, float]:
        """By its folded key, how likely each name is to mean a place that is known; those with none stay out."""
        ranked = rank(counted, self.gazetteer)
        return {
            fold(piece): sum(candidate.score for candidate in found)
            for piece, found in ranked.items()
            if found and not found[0].loose
        }

    def _weight(self, piece: str, chance: float | None, added: bool, as_place: bool) -> float:
        """What the gazetteer says of a name; below nought where only others take it for a place."""
        if added:
            return UNSEEN * chance if chance is not None and chance >= LEAST else 0.0
        if chance is None:
            return UNKNOWN if as_place and " " not in piece else 0.0
        return 0.0 if piece in lists.words("first_names") else SEEN * chance * chance

    def _unseen(self, state: Layers) -> Iterator[tuple[int, int]]:
        """The longest runs of capitals, where no layer saw a name, that the gazetteer knows."""
        taken = Cover(len(state.text), ((name.start, name.end) for name in state.names))
        for start, end in [*state.closed, *((draft.start, draft.end) for draft in state.drafts)]:
            taken.add(start, end)
        small = {word.text for word in state.words if not word.capital}
        after = 0
        for index, word in enumerate(state.words):
            if index < after or word.start in state.no_towns or not _may_begin(word.text, small):
                continue
            if taken.touches(word.start, word.end):
                continue
            for length in range(_MOST_WORDS, 0, -1):
                last = index + length - 1
                if last < len(state.words) and self._knows(state, index, last, taken):
                    after = last + 1
                    yield word.start, state.words[last].end
                    break

    def _knows(self, state: Layers, index: int, last: int, taken: Cover) -> bool:
        words = state.words
        if taken.touches(words[index].start, words[last].end) or not words[last].capital:
            return False
        if any(state.gap(at, at + 1) not in (" ", "-") for at in range(index, last)):
            return False
        if _goes_on(state, index, last):
            return False
        key = fold(state.flat[words[index].start : words[last].end])
        return self.gazetteer is not None and bool(self.gazetteer.find(key))


def _may_begin(word: str, small: set[str]) -> bool:
    """Whether a word may be the first of a town that was not seen: in capitals, long enough, and no everyday word."""
    return (
        word[0].isupper()
        and len(word) >= _SHORTEST
        and not word.isupper()
        and word.lower() not in small
        and word not in word_list("openers")
        and fold(word) not in no_surnames()
        and (fold(word),) not in titles().get(fold(word), ())
        and word not in lists.words("first_names")
    )


def _goes_on(state: Layers, index: int, last: int) -> bool:
    """Whether the run is a piece of a longer one in capitals, on either side."""
    words = state.words
    before = index > 0 and state.gap(index - 1, index) in (" ", "-") and words[index - 1].capital
    behind = last + 1 < len(words) and state.gap(last, last + 1) in (" ", "-") and words[last + 1].capital
    return behind or (before and words[index - 1].text not in word_list("openers"))
