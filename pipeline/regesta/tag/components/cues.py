"""Cues: the words by which a text hedges, denies, disputes, plans, or says whose word something is."""

from __future__ import annotations

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from regesta.anchor.drafts import Draft
from regesta.tag.cue_words import PATTERNS, SAYING
from regesta.tag.layers import Cover, Layers, Name, layers, signed

_BY_NAME = re.compile(
    rf"(?:'s [^.,;]{{0,30}}?)?(?:,? (?:who |which )?|, [^.;]{{3,60}}, )(?:(?:also|later|once|however|himself|herself|itself|then|has|had) )*"
    rf"(?:{SAYING})(?: out)?(?: (?:in|to|before) [^.,;]{{2,40}}?)?(?: that\b|:|, that\b)?",
)
_TO_NAME = re.compile(
    r"\b(?:[Aa]ccording to|[Aa]s (?:reported|stated|claimed|described|noted) by|in the (?:words|view|opinion) of|(?:claimed|alleged|reported|asserted|believed) by)(?: the)?(?: [\w'-]+){0,3}? ?$"
)
#: A cue of these kinds may lie within another one; of all others the first in the list stands.
_KINDS_APART = ("attribution", "hedge", "deny", "plan", "dispute", "support", "question", "accuse", "admit")


@Language.factory("regesta_cues")
def make(nlp: Language, name: str) -> Cues:  # noqa: ARG001
    """The component."""
    return Cues(name)


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((value, re.compile(pattern, re.IGNORECASE)) for value, pattern in PATTERNS)


class Cues:
    """Runs the rules over the text; whose word it is comes from the names before and after."""

    def __init__(self, name: str) -> None:
        self.by = signed(name)

    def __call__(self, doc: Doc) -> Doc:
        """Adds the cues to the drafts."""
        state = layers(doc)
        taken = {kind: Cover(len(state.text)) for kind in _KINDS_APART}
        for name in state.names:
            self._attribution(state, name, taken["attribution"])
        for value, pattern in _compiled():
            cover = taken[value.partition(":")[0]]
            for match in pattern.finditer(state.flat):
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
        elif after := _BY_NAME.match(state.flat, name.end):
            self._mark(state, name.start, after.end(), value, cover)

    def _mark(self, state: Layers, start: int, end: int, value: str, cover: Cover) -> None:
        piece = state.flat[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if start < end and not cover.touches(start, end):
            cover.add(start, end)
            state.drafts.append(Draft(start=start, end=end, label="CUE", value=value, by=self.by))
