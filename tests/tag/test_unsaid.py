"""Whom a clause leaves unsaid: every sentence is read by the English pipeline."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from regesta.model.settings import TagSettings
from regesta.tag.components.arguments import parser_of
from regesta.tag.unsaid import meant, unsaid_subject
from regesta.tag.version import model_name


@pytest.fixture(scope="module")
def parser() -> Language:
    found = parser_of(model_name(TagSettings()), "en")
    assert found is not None
    return found


def _doc(parser: Language, text: str) -> Doc:
    doc = parser.make_doc(text)
    for _, pipe in parser.pipeline:
        doc = pipe(doc)
    return doc


@pytest.mark.parametrize(
    ("text", "verb", "subject", "role"),
    [
        ("Anna Roth was arrested and shot in March.", "shot", "Roth", "object"),
        ("Karl Lind was knighted on 6 July 1911, and hanged in Leeds on 3 August 1916.", "hanged", "Lind", "object"),
        ("Karl Lind was released in May and shot a guard in June.", "shot", "Lind", "subject"),
        ("Anna Roth left the town and attacked the fortress.", "attacked", "Roth", "subject"),
        ("Prince Karl landed at Lund, defeated the duke, and escaped to France.", "escaped", "Karl", "subject"),
        ("Having fled from Leeds, Anna Roth was detained in Bristol.", "fled", "Roth", "subject"),
        ("Convicted in Vienna, Viktor Adler was hanged in Graz.", "Convicted", "Adler", "object"),
        ("Franz Huber was found to have murdered Maria Egger.", "murdered", "Huber", "subject"),
    ],
)
def test_a_verb_shares_the_subject_of_another(parser: Language, text: str, verb: str, subject: str, role: str) -> None:
    doc = _doc(parser, text)
    found = unsaid_subject(next(token for token in doc if token.text == verb))
    assert found is not None
    assert (found[0].text, found[1]) == (subject, role)


def test_a_verb_with_a_subject_of_its_own_shares_none(parser: Language) -> None:
    doc = _doc(parser, "Anna Roth was arrested and the guards shot Karl Lind.")
    assert unsaid_subject(next(token for token in doc if token.text == "shot")) is None


def test_who_stands_for_the_name_before_it(parser: Language) -> None:
    doc = _doc(parser, "Anna Roth, who had met the king, died in March.")
    assert [token.text for token in meant(next(token for token in doc if token.text == "who"))] == ["Roth"]


def test_that_of_an_apposition_stands_for_the_name_too(parser: Language) -> None:
    doc = _doc(parser, "Boko Haram, the group that burned the market, attacked the town.")
    assert "Haram" in [token.text for token in meant(next(token for token in doc if token.text == "that"))]
