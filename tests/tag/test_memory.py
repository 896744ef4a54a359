"""What is remembered of decisions, and how much it weighs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from regesta.model.mention import By, Mention
from regesta.model.reviewed import Standing
from regesta.names.remembered import MOST, Kind, Remembered
from regesta.tag.memory import reaches, remembered, words_in


def standing(exact, label, status="accepted", value=""):
    mention = Mention(
        id=f"m-{exact}", source="a", start=0, end=len(exact), exact=exact, prefix="", suffix="", page=None, label=label,
        value=value, by=By(component="x"),
    )  # fmt: skip
    return Standing(record=mention, status=status)


def test_spellings_are_one_name_and_the_usual_value_is_kept():
    (entry,) = remembered(
        [
            standing("Lwów", "PLACE", value="place:lviv"),
            standing("LWOW", "PLACE", value="place:lviv"),
            standing("Lwów", "PLACE", value="place:lviv"),
            standing("Lwów", "PLACE", value="place:other"),
        ]
    )
    assert entry.key == "lwow"
    assert entry.kinds == [Kind(label="PLACE", accepted=4, value="place:lviv")]


def test_values_that_differ_are_none():
    (entry,) = remembered([standing("Brest", "PLACE", value=value) for value in ("place:a", "place:b")])
    assert entry.value("PLACE") == ""


def test_a_bare_surname_that_another_person_bears_too_has_no_value():
    bare = standing("Brandeis", "PERSON", value="person:max")
    alone = {entry.key: entry.value("PERSON") for entry in remembered([bare])}
    beside = remembered([bare, standing("Ota Brandeis", "PERSON", value="person:ota")])
    assert alone == {"brandeis": "person:max"}
    assert {entry.key: entry.value("PERSON") for entry in beside} == {"brandeis": "", "ota brandeis": "person:ota"}
    assert [entry.weight("PERSON") for entry in beside if entry.key == "brandeis"] == [MOST / 2]


def test_a_bare_surname_keeps_the_person_whose_full_name_it_ends():
    found = remembered([standing(name, "PERSON", value="person:max") for name in ("Brandeis", "Max Brandeis")])
    assert {entry.value("PERSON") for entry in found} == {"person:max"}


def test_what_is_open_disagreed_about_or_a_date_is_not_remembered():
    assert not remembered(
        [
            standing("Lwów", "PLACE", "open"),
            standing("Lwów", "PLACE", "disagreed"),
            standing("1939", "DATE", value="1939"),
        ]
    )


def test_it_is_evidence_and_no_majority():
    both = Remembered(name="Washington", kinds=[Kind(label="PLACE", accepted=3), Kind(label="PERSON", accepted=3)])
    assert both.weight("PLACE") == both.weight("PERSON") == 0
    assert both.weight("ORG") < 0


def test_a_rejection_speaks_against():
    assert Remembered(name="May", kinds=[Kind(label="PERSON", rejected=1)]).weight("PERSON") == -MOST / 2


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_more_acceptances_never_weigh_less(accepted, rejected, other):
    def weight(times):
        kinds = [Kind(label="PLACE", accepted=times, rejected=rejected), Kind(label="ORG", accepted=other)]
        return Remembered(name="x", kinds=kinds).weight("PLACE")

    assert -MOST < weight(accepted) <= weight(accepted + 1) < MOST


def test_a_name_reaches_the_texts_that_hold_its_first_word():
    entry = Remembered(name="Al-Hasan Street", kinds=[])
    assert reaches(entry, words_in("He lived in AL-HASAN street."))
    assert not reaches(entry, words_in("He lived in Hasan Street."))
    assert reaches(Remembered(name="U.S.S.R.", kinds=[]), words_in("in the U.S.S.R. then"))
