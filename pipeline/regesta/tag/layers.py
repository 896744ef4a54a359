"""What the components of the pipeline write on a Doc: candidate names with their evidence, and drafts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from spacy.tokens import Doc

from regesta import __version__
from regesta.anchor.drafts import Draft
from regesta.model.mention import Alternative, By
from regesta.names.remembered import Remembered
from regesta.tag.dates.pins import Pin
from regesta.tag.languages import of_blocks, of_text
from regesta.tag.sentences import Block, blocks

NameLabel = Literal["PLACE", "PERSON", "ORG"]
NAME_LABELS: tuple[NameLabel, ...] = ("PLACE", "PERSON", "ORG")

#: A word, or an abbreviation with its stops; dashes and apostrophes part words.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
_RUN = re.compile(r"([^\w\s])\1{19,}")
#: Blanks, dashes and apostrophes of every kind as their plain selves, one code point for one.
_FLAT = str.maketrans(
    dict.fromkeys("\n\r\t\v\f\u00a0\u2007\u2009\u200a\u202f\u2028\u2029=*#_|", " ")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-")
    | dict.fromkeys("\u2018\u2019\u02bc", "'")
)


@dataclass(slots=True, frozen=True)
class Word:
    """A word of the text."""

    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(slots=True)
class Name:
    """A candidate: a span that one layer takes for a name, and how much its word weighs.

    `local` says that the words beside the name decide its kind, so that the rest of the document may not overrule it.
    """

    start: int
    end: int
    label: NameLabel
    by: By
    weight: float
    rule: str = ""
    title: str = ""
    value: str = ""
    local: bool = False
    alternatives: list[Alternative] = field(default_factory=list)


class Layers:
    """The state of one text on its way through the pipeline. Offsets are code points of the text.

    `issued` is the date of a letter or a report itself, as EDTF, where the source's record has it; `language` its
    BCP 47 tag; `pins` say what people decided about its dates, `memory` what they decided about names that may stand
    in it. `learned` are the labels that the model has learned from reviews, `learned_dates` what it takes for a date.
    `undeclined` has the names under which declined ones are known, by their folded keys; `no_towns` where words
    begin that cannot be a town which no other layer saw.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.issued = ""
        self.language = ""
        self.pins: Sequence[Pin] = ()
        self.memory: Sequence[Remembered] = ()
        self.names: list[Name] = []
        self.drafts: list[Draft] = []
        self.closed: list[tuple[int, int]] = []
        self.learned: frozenset[str] = frozenset()
        self.learned_dates: list[tuple[int, int]] = []
        self.undeclined: dict[str, str] = {}
        self.no_towns: set[int] = set()

    @cached_property
    def flat(self) -> str:
        """The text with plain blanks, dashes and apostrophes; every offset is as in the text.

        Line ends within a block are blanks, those between two blocks stay.
        """
        pieces = []
        after = 0
        for block in self.blocks:
            pieces += [self.text[after : block.start], self.text[block.start : block.end].translate(_FLAT)]
            after = block.end
        return "".join([*pieces, self.text[after:]])

    @cached_property
    def small(self) -> str:
        """The flat text in small letters; a letter whose small form is longer than one code point stays as it is.

        Patterns over it run twice as fast as patterns that have to ignore case.
        """
        small = self.flat.lower()
        if len(small) == len(self.flat):
            return small
        return "".join(char.lower() if len(char.lower()) == 1 else char for char in self.flat)

    @cached_property
    def words(self) -> list[Word]:
        """The words of the text, in order."""
        return [Word(match.start(), match.end(), match[0]) for match in _WORD.finditer(self.text)]

    @cached_property
    def blocks(self) -> list[Block]:
        """Paragraphs, list items and headings, each with its sentences."""
        return blocks(self.text)

    @cached_property
    def main_language(self) -> str:
        """The code of the language that the text is in; empty where neither its record nor its words tell."""
        return of_text(self.text, self.language)

    @cached_property
    def block_languages(self) -> list[str]:
        """The language of each block."""
        return of_blocks(self.text, self.blocks, self.main_language)

    @cached_property
    def word_starts(self) -> dict[int, int]:
        """The index of the word that begins at an offset."""
        return {word.start: index for index, word in enumerate(self.words)}

    def gap(self, left: int, right: int) -> str:
        """What stands between two neighbouring words, flattened."""
        return self.flat[self.words[left].end : self.words[right].start]


def without_runs(text: str) -> str:
    """The text with blanks for long runs of one sign, over which spaCy's tokenizer takes the square of their length."""
    return _RUN.sub(lambda run: " " * len(run[0]), text)


def layers(doc: Doc, text: str | None = None) -> Layers:
    """The layers of a Doc, made when they are first asked for; `text` saves putting the Doc's words together."""
    found = doc.user_data.get("regesta")
    if not isinstance(found, Layers):
        found = Layers(doc.text if text is None else text)
        doc.user_data["regesta"] = found
    return found


def signed(component: str, version: str = "", score: float | None = None) -> By:
    """The signature of a layer under what it proposes; without another version, that of the program."""
    return By(component=component, version=version or __version__, score=score)


class Cover:
    """The offsets of a text that some spans cover; to ask costs next to nothing however many spans there are."""

    def __init__(self, length: int, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._mask = bytearray(length)
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        """Covers a span."""
        self._mask[start:end] = b"\x01" * (end - start)

    def touches(self, start: int, end: int) -> bool:
        """Whether any offset of a span is covered."""
        return self._mask.find(1, start, end) >= 0


def words_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase, parted as those of a text are."""
    return tuple(_WORD.findall(phrase))
