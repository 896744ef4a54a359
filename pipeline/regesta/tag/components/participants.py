"""Participants without a name: soldiers, "the Germans", "a German patrol", "my father", "we", as a text calls them."""

from __future__ import annotations

from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc

from regesta.anchor.drafts import Draft
from regesta.model.mention import PARTICIPANT
from regesta.tag.layers import Cover, layers, signed
from regesta.tag.phrases import Phrases, people


@Language.factory("regesta_participants")
def make(nlp: Language, name: str) -> Participants:  # noqa: ARG001
    """The component."""
    return Participants(name)


class Participants:
    """Marks such words as cues, in sentences that tell of something; they are reviewed in the claims that cite them."""

    def __init__(self, name: str) -> None:
        self.by = signed(name)

    def __call__(self, doc: Doc) -> Doc:
        """Adds the participants to the drafts."""
        state = layers(doc)
        triggers = sorted(draft.start for draft in state.drafts if draft.label == "TRIGGER")
        starts = [word.start for word in state.words]
        phrases = Phrases(state, people())
        found = Cover(len(state.text))
        for block in state.blocks:
            for start, end in block.sentences:
                if bisect_left(triggers, start) == bisect_left(triggers, end):
                    continue
                for phrase in phrases.read(bisect_left(starts, start), bisect_left(starts, end)):
                    if not found.touches(phrase.start, phrase.end):
                        found.add(phrase.start, phrase.end)
                        state.drafts.append(
                            Draft(start=phrase.start, end=phrase.end, label="CUE", value=PARTICIPANT, by=self.by)
                        )
        return doc
