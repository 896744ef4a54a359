"""Pipelines are loaded so that numpy multiplies their matrices, and find what they found before."""

from __future__ import annotations

import spacy
from thinc.api import NumpyOps

from regesta.model.settings import TagSettings
from regesta.tag.loading import load
from regesta.tag.version import model_name

TEXT = "Anna Roth met Karl Lind in Lund in March 1921. The Red Cross reported it from Geneva."


def test_numpy_multiplies_the_matrices() -> None:
    recogniser = load(model_name(TagSettings())).get_pipe("ner")
    used = {node.ops.use_blis for node in recogniser.model.get_ref("tok2vec").walk() if type(node.ops) is NumpyOps}
    assert used == {False}


def test_what_is_found_is_what_spacy_finds() -> None:
    name = model_name(TagSettings())
    found, expected = load(name)(TEXT), spacy.load(name)(TEXT)
    assert [(entity.text, entity.label_) for entity in found.ents] == [(e.text, e.label_) for e in expected.ents]
    assert [(token.dep_, token.head.i) for token in found] == [(token.dep_, token.head.i) for token in expected]
