"""The recogniser learns from whole documents, heeds rejections elsewhere, and forgets nothing that was not reviewed."""

from __future__ import annotations

import pytest
import spacy

from regesta.errors import RegestaError
from regesta.model.settings import TagSettings
from regesta.model.source import Source
from regesta.model.training import Marked
from regesta.tag.tagger import Tagger
from regesta.tag.training.examples import REJECTED, examples, in_order
from regesta.tag.training.gold import Document
from regesta.tag.training.learn import base_model, learn, learned_labels, save, turns
from regesta.tag.version import model_name

SENTENCES = (
    "On Monday {0} went to the market in {1}.",
    "Nobody in {1} had seen {0} for a year.",
    "{0} wrote a letter, and the answer came from {1}.",
    "The road to {1} was closed, said {0}.",
)
PEOPLE = ("Zub", "Orvel", "Tamsk", "Quill", "Brann", "Jesk")
PLACES = ("Vetka", "Lommel", "Grusk", "Ostrin", "Halle", "Pirn")


def lesson(turn: int) -> Document:
    """A text in which each person and place is marked."""
    text, marked = "", []
    for at, sentence in enumerate(SENTENCES * 3):
        person, place = PEOPLE[(turn + at) % 6], PLACES[(turn + 2 * at) % 6]
        start = len(text)
        text += sentence.format(person, place) + " "
        here = text[start:]
        for name, label in ((person, "PERSON"), (place, "PLACE")):
            marked.append(Marked(start + here.index(name), start + here.index(name) + len(name), label))
    return Document(source=f"s{turn}", text=text, marked=sorted(marked), complete=("PLACE", "PERSON"))


@pytest.fixture(scope="module")
def base():
    return model_name(TagSettings())


@pytest.fixture(scope="module")
def learned(base):
    nlp, _ = learn(base, [lesson(turn) for turn in range(4)], ("PLACE", "PERSON"))
    return nlp


def test_it_finds_what_it_learned_and_what_the_base_knows(learned, tmp_path):
    save(learned, tmp_path / "model")
    tagger = Tagger(TagSettings(model=str(tmp_path / "model")), [], [])
    text = "Orvel went to the market in Grusk with people of the World Bank.\n"
    found = {(mention.exact, mention.label) for mention in tagger.tag(Source(id="a", csl={}), text)}
    assert {("Orvel", "PERSON"), ("Grusk", "PLACE"), ("World Bank", "ORG")} <= found
    assert learned_labels(learned) == ("PLACE", "PERSON")


def test_its_labels_keep_the_finer_kinds_of_the_base(base):
    text = "They crossed the Danube at night. "
    river = Document(source="a", text=text, marked=[Marked(17, 23, "PLACE")], complete=("PLACE",))
    (example,) = examples(base_model(base), [river], ("PLACE",))
    guessed = base_model(base)(text).ents
    assert [entity.label_ for entity in example.reference.ents] == [entity.label_ for entity in guessed][:1] or ["GPE"]


def test_in_a_whole_document_what_is_not_marked_is_nothing(base):
    document = Document(source="a", text="Zub met Quill.", marked=[Marked(0, 3, "PERSON")], complete=("PERSON",))
    (example,) = examples(base_model(base), [document], ("PERSON",))
    assert [token.ent_iob_ for token in example.reference] == ["B", "O", "O", "O"]


def test_elsewhere_it_is_unknown_and_what_was_rejected_is_told(base):
    document = Document(
        source="a",
        text="Zub met Quill.",
        marked=[Marked(0, 3, "PERSON")],
        rejected=[Marked(8, 13, "PERSON")],
        complete=(),
    )
    (example,) = examples(base_model(base), [document], ("PERSON",))
    assert [token.ent_iob_ for token in example.reference] == ["B", "", "", ""]
    assert [span.text for span in example.reference.spans[REJECTED]] == ["Quill"]


def test_a_piece_of_such_a_document_without_a_decision_is_left_out(base):
    document = Document(
        source="a", text="Zub met Quill.\n\nNothing here.", marked=[Marked(0, 3, "PERSON")], complete=()
    )
    assert len(examples(base_model(base), [document], ("PERSON",))) == 1


def test_rejections_reach_a_loaded_recogniser(learned):
    assert learned.get_pipe("ner").moves.neg_key == REJECTED


def test_a_blank_pipeline_is_trained_from_nothing(tmp_path):
    nlp, _ = learn("blank:de", [lesson(turn) for turn in range(3)], ("PLACE", "PERSON"))
    save(nlp, tmp_path / "model")
    loaded = spacy.load(tmp_path / "model")
    assert loaded.lang == "de"
    assert loaded.pipe_names == ["ner"]


def test_an_unknown_language_is_said():
    with pytest.raises(RegestaError) as fault:
        learn("blank:xq", [lesson(0)], ("PLACE",))
    assert fault.value.finding.code == "train.language"


def test_many_documents_are_gone_through_less_often():
    assert turns(10_000) > turns(100_000) >= turns(1_000_000)


def test_the_order_of_a_turn_is_a_shuffle_and_always_the_same():
    assert sorted(in_order(20, 3)) == list(range(20))
    assert list(in_order(20, 3)) == list(in_order(20, 3)) != list(in_order(20, 4))
