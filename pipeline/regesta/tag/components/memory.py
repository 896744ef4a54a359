"""The memory of the reviews: what people decided about a name elsewhere is evidence about it here."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from regesta.model.mention import Alternative
from regesta.names.fold import fold
from regesta.names.remembered import Remembered
from regesta.tag.layers import NAME_LABELS, Layers, Name, layers, signed, words_of

_LOOSE = frozenset(" -'.,&/")
#: Rules of lists that speak of names in general; what people say of a name in this project counts more.
_GENERAL = frozenset({"gazetteer", "listed"})


@Language.factory("regesta_memory")
def make(nlp: Language, name: str) -> Memory:  # noqa: ARG001
    """The component that knows what kind of thing a name was; it stands before the document agrees with itself."""
    return Memory(name)


@Language.factory("regesta_memory_values")
def make_values(nlp: Language, name: str) -> MemoryValues:  # noqa: ARG001
    """The component that knows who or what a name was; it stands behind the linking."""
    return MemoryValues(name)


class Memory:
    """Adds the names that were accepted before, and takes weight from what was rejected."""

    def __init__(self, name: str) -> None:
        self.by = signed(name)

    def __call__(self, doc: Doc) -> Doc:
        """Weighs the candidates of a text whose layers hold a memory."""
        state = layers(doc)
        if not state.memory:
            return doc
        known = {entry.key: entry for entry in state.memory}
        for name in state.names:
            entry = known.get(fold(state.flat[name.start : name.end]))
            weight = entry.weight(name.label) if entry is not None else 0.0
            if weight < 0:
                name.weight = 0.0 if name.rule in _GENERAL else name.weight + weight
        state.names = [name for name in state.names if name.weight > 0]
        for entry, start, end in _occurrences(state):
            for label in NAME_LABELS:
                if (weight := entry.weight(label)) > 0:
                    state.names.append(Name(start, end, label, self.by, weight, rule="decided before"))
        return doc


class MemoryValues:
    """Gives a name the value that reviewers gave it; what this very document says of a surname comes first."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Sets values where the memory has one, and keeps the value that stood there as another reading."""
        state = layers(doc)
        known = {entry.key: entry for entry in state.memory}
        borne = _surnames(state) if known else set()
        for name in state.names if known else ():
            key = fold(state.flat[name.start : name.end])
            value = known[key].value(name.label) if key in known else ""
            if not value or value == name.value:
                continue
            if name.label == "PERSON" and key in borne:
                _also(name, value)
                continue
            before, name.value = name.value, value
            name.alternatives = [each for each in name.alternatives if each.value != value]
            _also(name, before)
            name.by, name.rule = signed(self.name, score=name.by.score), "decided before"
        return doc


def _surnames(state: Layers) -> set[str]:
    """The folded surnames of the persons whom the document names in full."""
    full = (state.flat[name.start : name.end] for name in state.names if name.label == "PERSON")
    return {fold(piece.split()[-1]) for piece in full if len(piece.split()) > 1}


def _also(name: Name, value: str) -> None:
    if value and all(each.value != value for each in name.alternatives):
        name.alternatives = [*name.alternatives, Alternative(value=value)]


def _occurrences(state: Layers) -> Iterator[tuple[Remembered, int, int]]:
    """Where the remembered names stand, the longest at each word; a name written with a capital only with one."""
    by_first: dict[str, list[tuple[list[str], Remembered]]] = {}
    for entry in state.memory:
        parts = [fold(part) for part in words_of(entry.name)]
        if parts:
            by_first.setdefault(parts[0], []).append((parts, entry))
    for entries in by_first.values():
        entries.sort(key=lambda item: (-len(item[0]), item[1].key))
    after = 0
    for index, word in enumerate(state.words):
        if index < after:
            continue
        for parts, entry in by_first.get(fold(word.text), ()):
            last = index + len(parts) - 1
            if _stands(state, index, parts) and (word.capital or not entry.name[0].isupper()):
                after = last + 1
                yield entry, word.start, state.words[last].end
                break


def _stands(state: Layers, index: int, parts: list[str]) -> bool:
    words = state.words[index : index + len(parts)]
    return [fold(word.text) for word in words] == parts and all(
        set(state.gap(at, at + 1)) <= _LOOSE for at in range(index, index + len(parts) - 1)
    )
