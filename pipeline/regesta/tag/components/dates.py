"""Dates with their EDTF values, as a component."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from regesta.tag.dates.drafts import drafts
from regesta.tag.dates.recognise import Share
from regesta.tag.layers import Layers, layers

_NO_LINE_END = re.compile(r"[^\n]")


@Language.factory("regesta_dates", default_config={"winter": "december"})
def make(nlp: Language, name: str, winter: str) -> Dates:  # noqa: ARG001
    """The component; `winter` is the month in which a year's winter begins."""
    return Dates(winter)


class Dates:
    """Marks the dates of a text, decided together in all its languages. It runs first: no name is sought in one."""

    def __init__(self, winter: str) -> None:
        self.winter = winter

    def __call__(self, doc: Doc) -> Doc:
        """Puts the dates before all other drafts: their anchors are indices among themselves."""
        state = layers(doc)
        languages = dict.fromkeys([state.main_language, *state.block_languages])
        if len(languages) == 1:
            shares = [Share(language=_tag(state, state.main_language), text=state.text, pins=state.pins)]
        else:
            shares = [_share(state, language) for language in languages]
        state.drafts[:0] = drafts(state.text, shares, issued=state.issued, winter=self.winter)
        return doc


def _share(state: Layers, language: str) -> Share:
    """What of a text is in a language, with what people decided about the dates there."""
    spans = [
        (block.start, block.end)
        for block, its in zip(state.blocks, state.block_languages, strict=True)
        if its == language
    ]
    pins = [pin for pin in state.pins if any(start <= pin.start < end for start, end in spans)]
    return Share(language=_tag(state, language), text=_only(state.text, spans), pins=pins)


def _tag(state: Layers, language: str) -> str:
    """The tag of a language as the record has it, with a region, where it is the one of the text."""
    said = state.language
    return said if language == state.main_language and said.lower().startswith(language) else language


def _only(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with blanks for all that lies outside some spans; line ends stay, so every offset and line does."""
    pieces = []
    after = 0
    for start, end in spans:
        pieces += [_NO_LINE_END.sub(" ", text[after:start]), text[start:end]]
        after = end
    return "".join([*pieces, _NO_LINE_END.sub(" ", text[after:])])
