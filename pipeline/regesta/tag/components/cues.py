"""Cues: the words by which a text hedges, denies, disputes, plans, or says whose word something is."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from regesta.anchor.drafts import Draft
from regesta.tag.attributions import Cue, of_names, of_nouns
from regesta.tag.cue_words import patterns
from regesta.tag.layers import Cover, Layers, layers, signed


@Language.factory("regesta_cues")
def make(nlp: Language, name: str) -> Cues:  # noqa: ARG001
    """The component."""
    return Cues(name)


class Cues:
    """Runs the rules over the text; whose word it is comes from the names and nouns beside.

    Cues of one kind do not overlap, those of different kinds may: "is disputed by some historians". Of two attributions
    that do, the one that begins first stands, and one to a name before all others.
    """

    def __init__(self, name: str) -> None:
        self.by = signed(name)

    def __call__(self, doc: Doc) -> Doc:
        """Adds the cues to the drafts."""
        state = layers(doc)
        taken = {value.partition(":")[0]: Cover(len(state.text)) for value, _ in patterns()}
        by_words = []
        for value, pattern in patterns():
            for match in pattern.finditer(state.small):
                start, end = match.span("cue") if "cue" in pattern.groupindex else match.span()
                by_words.append(Cue(start, end, value))
        attributions = [cue for cue in by_words if cue.value.startswith("attribution")]
        others = [cue for cue in by_words if not cue.value.startswith("attribution")]
        longest_first = sorted([*attributions, *of_nouns(state)], key=lambda cue: (cue.start, -cue.end))
        for cue in (*of_names(state), *longest_first, *others):
            self._mark(state, *cue, taken[cue.value.partition(":")[0]])
        return doc

    def _mark(self, state: Layers, start: int, end: int, value: str, cover: Cover) -> None:
        piece = state.flat[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if start < end and not cover.touches(start, end):
            cover.add(start, end)
            state.drafts.append(Draft(start=start, end=end, label="CUE", value=value, by=self.by))
