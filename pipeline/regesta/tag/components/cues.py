"""Cues: the words by which a text hedges, denies, disputes, plans, or says whose word something is."""

from __future__ import annotations

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from regesta.anchor.drafts import Draft
from regesta.tag.cue_words import part, patterns
from regesta.tag.layers import Cover, Layers, Name, layers, signed

#: What stands between a name and its verb of saying, and what belongs to the verb.
_BETWEEN = (
    r"(?: of (?:the )?[A-Z][\w -]{2,40}?)?(?:,? (?:who |which )?|, [^.;]{3,60}, )"
    r"(?:(?:also|later|once|however|himself|herself|itself|then|has|had) )*"
)
_BEHIND = r"(?: out)?(?: (?:in|to|before) [^.;]{2,80}?(?= that\b))?(?: that\b|:|, that\b)?"
_TO_NAME = re.compile(
    r"\b(?:[Aa]ccording to|[Aa]s (?:reported|stated|claimed|described|noted) by|in the (?:words|view|opinion) of|"
    r"(?:claimed|alleged|reported|asserted|believed) by)(?: the)?(?: [\w'-]+){0,3}? ?$"
)


@Language.factory("regesta_cues")
def make(nlp: Language, name: str) -> Cues:  # noqa: ARG001
    """The component."""
    return Cues(name)


@cache
def _by_name() -> re.Pattern[str]:
    return re.compile(f"{_BETWEEN}(?:{part('saying')}){_BEHIND}")


class Cues:
    """Runs the rules over the text; whose word it is comes from the names before and after.

    Cues of one kind do not overlap, those of different kinds may: "is disputed by some historians".
    """

    def __init__(self, name: str) -> None:
        self.by = signed(name)

    def __call__(self, doc: Doc) -> Doc:
        """Adds the cues to the drafts."""
        state = layers(doc)
        taken = {value.partition(":")[0]: Cover(len(state.text)) for value, _ in patterns()}
        for name in state.names:
            self._attribution(state, name, taken["attribution"])
        for value, pattern in patterns():
            cover = taken[value.partition(":")[0]]
            for match in pattern.finditer(state.small):
                start, end = match.span("cue") if "cue" in pattern.groupindex else match.span()
                self._mark(state, start, end, value, cover)
        return doc

    def _attribution(self, state: Layers, name: Name, cover: Cover) -> None:
        """Marks "X stated that" and "according to X" for a person or an organisation."""
        if name.label == "PLACE":
            return
        value = "attribution:person" if name.label == "PERSON" else "attribution:organisation"
        title = len(name.title) + 1 if name.title else 0
        if before := _TO_NAME.search(state.flat, max(name.start - title - 60, 0), name.start):
            self._mark(state, before.start(), name.end, value, cover)
        elif after := _by_name().match(state.flat, name.end):
            self._mark(state, name.start, after.end(), value, cover)

    def _mark(self, state: Layers, start: int, end: int, value: str, cover: Cover) -> None:
        piece = state.flat[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if start < end and not cover.touches(start, end):
            cover.add(start, end)
            state.drafts.append(Draft(start=start, end=end, label="CUE", value=value, by=self.by))
