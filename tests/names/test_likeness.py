"""When two names can be one person's, why, and how likely it is."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.names.agreement import Agreement, agreement
from regesta.names.likeness import Person, alike
from regesta.names.person import person_name
from regesta.names.skeleton import skeleton


def said(one: str, other: str) -> Agreement | str:
    return agreement(person_name(one), person_name(other))


@pytest.mark.parametrize(
    ("written", "given_names", "surname"),
    [
        ("Lavrentiy Pavlovich Beria", ("lavrentiy", "pavlovich"), ("beria",)),
        ("Beria, Lavrentiy", ("lavrentiy",), ("beria",)),
        ("Adler Hanuš", ("hanus",), ("adler",)),
        ("Col. L. P. Beria", ("l", "p"), ("beria",)),
        ("Tadeusz Bór-Komorowski", ("tadeusz",), ("bor", "komorowski")),
        ("Ludwig van Beethoven", ("ludwig",), ("beethoven",)),
        ("Albert’s", ("albert",), ()),
        ("SS-Obersturmführer Kolb", (), ("kolb",)),
        ("Лаврентий Берия", ("lavrentii",), ("beriya",)),
    ],
)
def test_a_name_is_taken_apart(written, given_names, surname):
    name = person_name(written)
    assert (name.given, name.surname) == (given_names, surname)


@pytest.mark.parametrize(
    ("one", "other", "surname", "given_names"),
    [
        ("L. Beria", "Lavrentiy Pavlovich Beria", "same", "initial"),
        ("Ł. P. Berija", "Лаврентий Павлович Берия", "spelling", "initial"),
        ("Adolf Eichmann", "Адольф Эйхман", "spelling", "same"),
        ("Eichmann", "Ajchman", "spelling", "none"),
        ("Jerzy Kowalski", "George Kowalsky", "spelling", "form"),
        ("Heinrich Himmler", "Генрих Гиммлер", "letter", "form"),
        ("Tadeusz Bór-Komorowski", "T. Komorowski", "part", "initial"),
        ("Komorowski", "Tadeusz Komorowski", "same", "missing"),
        ("J. Edgar Penrose", "Edgar Penrose", "same", "other"),
        ("Mikhl Shmuel", "Shmuel Mikhl", "turned", "same"),
        ("Basya Yavner", "Basia Yavner", "same", "spelling"),
    ],
)
def test_forms_of_one_name_agree(one, other, surname, given_names):
    found = said(one, other)
    assert isinstance(found, Agreement)
    assert (found.surname, found.given) == (surname, given_names)
    assert found.reasons


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Hans Müller", "Fritz Müller", "given names differ"),
        ("Anna Kohn", "Alois Kohn", "woman"),
        ("Mrs. Kohn", "Alois Kohn", "woman"),
        ("Martin Archer Jr.", "Martin Archer Sr.", "elder"),
        ("Gustav V", "Gustav VI", "vi"),
        ("Bogucki", "Bogucka", "woman"),
        ("Anna", "Anna Kohn", "surnames differ"),
        ("Karel Horák", "Karel Novák", "surnames differ"),
        ("Jan Maria Kolb", "Jan Piotr Kolb", "given names differ"),
    ],
)
def test_names_of_two_persons_do_not(one, other, why):
    found = said(one, other)
    assert isinstance(found, str)
    assert why in found


def test_spellings_of_one_name_sound_alike():
    families = [
        ["Eichmann", "Ajchman", "Эйхман"],
        ["Lavrentiy", "Lavrenti", "Ławrientij", "Лаврентий"],
        ["Wyszyński", "Vyshinsky", "Wyschinski"],
        ["Meier", "Mayer", "Meyer"],
        ["Göbbels", "Goebbels"],
        ["Romanoff", "Romanov", "Романов"],
    ]
    assert [len({skeleton(word) for word in words}) for words in families] == [1] * len(families)


def person(name: str, **more) -> Person:
    return Person(id=name.casefold().replace(" ", "-"), names=(person_name(name),), **more)


def chance(one: Person, other: Person, *others: Person) -> float:
    return next(
        (pair.score for pair in alike([one, other, *others]) if {pair.one, pair.other} == {one.id, other.id}), 0.0
    )


def test_a_name_in_full_is_likelier_than_an_initial_and_that_than_a_bare_surname():
    full = person("Otto Brandeis")
    scores = [chance(full, person(name)) for name in ("Otto Brandeys", "O. Brandeys", "Brandeys")]
    assert scores == sorted(scores, reverse=True)


def test_another_of_the_surname_makes_a_bare_surname_doubtful():
    bare, one, other = person("Brandeis"), person("Otto Brandeis"), person("Rosa Brandeis")
    assert chance(bare, one, other) < chance(bare, one) / 2


def test_company_speaks_for_it():
    near = frozenset({"org:board", "place:lwow"})
    assert chance(person("O. Brandeis", company=near), person("Otto Brandeis", company=near)) > chance(
        person("O. Brandeis"), person("Otto Brandeis")
    )


def test_lives_that_exclude_each_other_do():
    assert chance(person("O. Brandeis", died=1850), person("Otto Brandeis", born=1901)) == 0
    assert chance(person("O. Brandeis", born=1880), person("Otto Brandeis", born=1901)) == 0
    assert chance(person("O. Brandeis", born=1900), person("Otto Brandeis", born=1901)) > 0


def test_two_who_stand_beside_each_other_are_two():
    one = person("O. Brandeis", beside=frozenset({"otto-brandeis"}))
    assert chance(one, person("Otto Brandeis")) < 0.05


NAMES = ["Otto Brandeis", "O. Brandeis", "Brandeis", "Rosa Brandeis", "Ota Brandeis", "Brandeys", "Anna", "Karl Kolb"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(NAMES), unique=True), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_count(names, chance_: random.Random):
    persons = [person(name) for name in names]
    assert alike(persons) == alike(chance_.sample(persons, len(persons)))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_agreement_is_mutual(one, other):
    first, second = said(one, other), said(other, one)
    assert isinstance(first, str) == isinstance(second, str)
    if isinstance(first, Agreement) and isinstance(second, Agreement):
        assert (first.surname, first.given, first.more) == (second.surname, second.given, second.more)
