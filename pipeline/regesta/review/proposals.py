"""The mentions that are proposed. Where each stands is at hand; the rest of it is read when somebody asks for it.

A hundred thousand of them are more than a session should hold in memory, and it shows one at a time.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain

from msgspec import Struct

from regesta.model.mention import LABELS, Label, Mention

_NUMBERS = {label: number for number, label in enumerate(LABELS)}


class Head(Struct, frozen=True, gc=False):
    """What is kept at hand of a mention."""

    id: str
    start: int
    end: int
    exact: str
    label: Label
    value: str = ""


def place(each: Head | Mention) -> tuple[int, int, str]:
    """By what mentions of one source are in the order of the text."""
    return each.start, each.end, each.id


class Proposals(Mapping[str, Mention]):
    """What is proposed, by id, source by source in the order of the text."""

    def __init__(self, mentions: Iterable[Mention] = ()) -> None:
        """With mentions that are in memory anyway."""
        #: The ids that are given to places, each with the words that stand for it.
        self.forms: defaultdict[str, set[str]] = defaultdict(set)
        self._sources: dict[str, _Source] = {}
        self._in_order: list[_Source] = []
        #: By its id, the number of each mention.
        self.numbers: dict[str, int] = {}
        self._words: dict[str, int] = {}
        self._word_of = array("I")
        by_source: dict[str, list[Mention]] = {}
        for mention in {each.id: each for each in mentions}.values():
            by_source.setdefault(mention.source, []).append(mention)
        for source, found in by_source.items():
            found.sort(key=place)
            self.take_in(source, found, found.__getitem__)

    def take_in(self, source: str, heads: Sequence[Head | Mention], read: Callable[[int], Mention]) -> None:
        """Takes in a source's mentions, sorted by `place`; `read` gives one by its place among them."""
        first = len(self._word_of)
        made = _Source(heads, read, first)
        words = self._words
        self._sources[source] = made
        self._in_order.append(made)
        self.numbers.update(zip(made.ids, range(first, first + len(heads)), strict=True))
        self._word_of.extend([words.setdefault(each.exact, len(words)) for each in heads])
        for value, exact in {(each.value, each.exact) for each in heads if each.label == "PLACE" and each.value}:
            self.forms[value].add(exact)

    def __getitem__(self, name: str) -> Mention:
        source, at = self._place(self.numbers[name])
        return source.read(at)

    def __contains__(self, name: object) -> bool:
        return name in self.numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self.numbers)

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def sources(self) -> Collection[str]:
        """The sources in which something is proposed."""
        return self._sources.keys()

    def places(self, source: str) -> Iterator[tuple[int, int, str, Label]]:
        """Start, end, id and label of each mention of a source, in the order of the text."""
        found = self._sources[source]
        return zip(found.starts, found.ends, found.ids, map(LABELS.__getitem__, found.labels), strict=True)

    def near(self, source: str, start: int, end: int) -> Iterator[str]:
        """The ids of the mentions of a source that touch a span or border on it."""
        found = self._sources.get(source)
        return iter(()) if found is None else found.near(start, end)

    def start(self, name: str) -> tuple[int, Label]:
        """Where a mention begins, and its label."""
        source, at = self._place(self.numbers[name])
        return source.starts[at], LABELS[source.labels[at]]

    def stands(self, name: str, source: str, start: int, end: int) -> bool:
        """Whether a mention is proposed at this very place."""
        if name not in self.numbers:
            return False
        found, at = self._place(self.numbers[name])
        return found is self._sources.get(source) and (found.starts[at], found.ends[at]) == (start, end)

    def by_words(self, key: Callable[[str], str], labels: Collection[Label]) -> dict[str, array[int]]:
        """The numbers of the mentions with these labels by a key of their words; `named` gives the id of a number."""
        keys = [key(words) for words in self._words]
        wanted = {_NUMBERS[label] for label in labels}
        found: dict[str, array[int]] = {}
        label_of = chain.from_iterable(source.labels for source in self._in_order)
        for number, (word, label) in enumerate(zip(self._word_of, label_of, strict=True)):
            if label in wanted and keys[word]:
                found.setdefault(keys[word], array("I")).append(number)
        return found

    def named(self, number: int) -> str:
        """The id of a mention by its number."""
        source, at = self._place(number)
        return source.ids[at]

    def _place(self, number: int) -> tuple[_Source, int]:
        """The source of a mention by its number, and its place among those of the source."""
        source = self._in_order[bisect_right(self._in_order, number, key=_first) - 1]
        return source, number - source.first


class _Source:
    """The mentions of one source as columns."""

    def __init__(self, heads: Sequence[Head | Mention], read: Callable[[int], Mention], first: int) -> None:
        """`first` is the number of the first of them."""
        self.read = read
        self.first = first
        self.ids = [each.id for each in heads]
        self.starts = array("I", [each.start for each in heads])
        self.ends = array("I", [each.end for each in heads])
        self.labels = bytes([_NUMBERS[each.label] for each in heads])
        #: The furthest end of all mentions up to each: it only rises, so that the first that reaches a span is found.
        self._reach = array("I", accumulate(self.ends, max))

    def near(self, start: int, end: int) -> Iterator[str]:
        first, behind = bisect_left(self._reach, start), bisect_right(self.starts, end)
        return (self.ids[at] for at in range(first, behind) if self.ends[at] >= start)


def _first(source: _Source) -> int:
    return source.first
