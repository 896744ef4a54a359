"""Dates with their EDTF values, as a component."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace
from spacy.language import Language
from spacy.tokens import Doc

from regesta.anchor.drafts import Draft
from regesta.tag.dates.drafts import drafts
from regesta.tag.dates.pins import Pin
from regesta.tag.layers import Layers, layers

_NO_LINE_END = re.compile(r"[^\n]")


@Language.factory("regesta_dates", default_config={"winter": "december"})
def make(nlp: Language, name: str, winter: str) -> Dates:  # noqa: ARG001
    """The component; `winter` is the month in which a year's winter begins."""
    return Dates(winter)


class Dates:
    """Marks the dates of a text. It runs first, since no name is sought within a date."""

    def __init__(self, winter: str) -> None:
        self.winter = winter

    def __call__(self, doc: Doc) -> Doc:
        """Puts the dates before all other drafts: their anchors are indices among themselves."""
        state = layers(doc)
        languages = dict.fromkeys([state.main_language, *state.block_languages])
        if len(languages) == 1:
            state.drafts[:0] = self._read(state, state.text, state.main_language, state.pins)
            return doc
        found: list[tuple[int, Draft]] = []
        for language in languages:
            spans = [
                (block.start, block.end)
                for block, its in zip(state.blocks, state.block_languages, strict=True)
                if its == language
            ]
            pins = [pin for pin in state.pins if any(start <= pin.start < end for start, end in spans)]
            first = len(found)
            found += [(first, draft) for draft in self._read(state, _only(state.text, spans), language, pins)]
        state.drafts[:0] = _in_order(found)
        return doc

    def _read(self, state: Layers, text: str, language: str, pins: Sequence[Pin]) -> list[Draft]:
        said = state.language
        own = said if language == state.main_language and said.lower().startswith(language) else language
        return drafts(text, language=own, issued=state.issued, winter=self.winter, pins=pins)


def _only(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with blanks for all that lies outside some spans; line ends stay, so every offset and line does."""
    pieces = []
    after = 0
    for start, end in spans:
        pieces += [_NO_LINE_END.sub(" ", text[after:start]), text[start:end]]
        after = end
    return "".join([*pieces, _NO_LINE_END.sub(" ", text[after:])])


def _in_order(found: Sequence[tuple[int, Draft]]) -> list[Draft]:
    """The dates of several readings in the order of the text; each came with the place where its reading began."""
    order = sorted(range(len(found)), key=lambda at: (found[at][1].start, found[at][1].end))
    place = {at: new for new, at in enumerate(order)}
    return [
        draft if draft.anchor is None else replace(draft, anchor=place[first + draft.anchor])
        for first, draft in (found[at] for at in order)
    ]
