"""Two names of one person: what stands between them says so, and the other name means that person elsewhere too."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regesta.model.mention import Mention

Tag = Callable[..., list[Mention]]


@pytest.mark.parametrize(
    ("text", "other", "person"),
    [
        ("Anna Roth, née Nowak, came to Lund in May.", "Nowak", "person:anna-roth"),
        ("Marie Curie (born Maria Skłodowska) came to Paris in 1891.", "Maria Skłodowska", "person:marie-curie"),
        ("Jan Nowak, also known as Karl Lind, reached London.", "Karl Lind", "person:jan-nowak"),
        ("Helena Horn geb. Adler was born in Vienna.", "Adler", "person:helena-horn"),
        ("Tadeusz Komorowski, nom de guerre “Bór”, took command.", "Bór", "person:tadeusz-komorowski"),
    ],
)
def test_the_other_name_is_of_the_same_person(tag: Tag, text: str, other: str, person: str) -> None:
    assert [name.value for name in tag(text) if name.exact == other] == [person]


def test_it_means_that_person_elsewhere(tag: Tag) -> None:
    text = "Jan Nowak, also known as Karl Lind, reached London. Karl Lind spoke first; Lind had much to tell."
    assert {name.value for name in tag(text) if "Lind" in name.exact} == {"person:jan-nowak"}


def test_a_surname_that_another_bears_stays_his(tag: Tag) -> None:
    text = "Anna Roth, née Nowak, came to Lund. Her uncle, Karl Nowak, met her. Nowak was a smith."
    assert [name.value for name in tag(text) if name.exact == "Nowak"] == ["person:anna-roth", "person:karl-nowak"]


def test_two_who_meet_are_two(tag: Tag) -> None:
    found = {name.value for name in tag("Anna Roth knew Karl Lind well.") if name.label == "PERSON"}
    assert found == {"person:anna-roth", "person:karl-lind"}
