"""Participants without a name: who takes part, in which role, and who only stands by."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        (
            "[CUE=participant Gunmen] [TRIGGER=killing killed] three [CUE=participant farmers] on "
            "[DATE=1962-02-04 4 February].",
            [("perpetrator", "gunmen"), ("victim", "farmers")],
        ),
        (
            "On [DATE=1942-11-06 6 November] [CUE=participant I] was [TRIGGER=arrest arrested] by the "
            "[CUE=participant Germans].",
            [("arrested", "I"), ("arrester", "Germans")],
        ),
        (
            "[TRIGGER=battle Clashes] between [CUE=participant herders] and [CUE=participant farmers] broke out on "
            "[DATE=2018-01-01 1 January 2018].",
            [("combatant", "herders"), ("combatant", "farmers")],
        ),
        (
            "On [DATE=1941-07 July 1941] the [CUE=participant teachers] were [TRIGGER=arrest arrested] and "
            "[TRIGGER=killing shot].",
            [("arrested", "teachers"), ("victim", "teachers")],
        ),
        (
            "On [DATE=1941-07-02 2 July] the [TRIGGER=massacre massacre] of [QUANTITY={40 villager} 40 villagers] by "
            "the [CUE=participant militia] began.",
            [("perpetrator", "militia")],
        ),
        (
            "[PERSON Anna Roth] was [TRIGGER=arrest arrested] on [DATE=1941-07-02 2 July] in front of the "
            "[CUE=participant crowd].",
            [],
        ),
        (
            "He told the [CUE=participant reporters] that [PERSON Anna Roth] had been [TRIGGER=arrest arrested] on "
            "[DATE=1941-07-02 2 July].",
            [],
        ),
        (
            "[CUE=attribution:group The villagers said that] the [TRIGGER=killing murder] took place on "
            "[DATE=1941-07-02 2 July].",
            [],
        ),
    ],
)
def test_roles(read_marked: Read, marked: str, who: list[tuple[str, str]]) -> None:
    values = [value for claim in read_marked(marked).claims for value in claim.values if value.property == "who"]
    assert [(value.role, value.text) for value in values if value.text] == who


def test_they_are_the_group_before(read_marked: Read) -> None:
    """
    The words that say so are cited, and that it is inferred is said.
    """
    marked = """
On [DATE=1941-07-02 2 July 1941] the [CUE=participant teachers] were [TRIGGER=arrest arrested].
They were [TRIGGER=killing shot] on [DATE=1941-07-04 4 July].
"""
    (_, shot) = read_marked(marked).claims
    assert [(value.text, value.hedge) for value in shot.values if value.property == "who"] == [("teachers", "inferred")]


AUTHOR = [{"family": "Lind", "given": "Marta"}]
ARRESTED = "[CUE=participant I] was [TRIGGER=arrest arrested] on [DATE=1942-11-06 6 November 1942]."


@pytest.mark.parametrize(
    ("csl", "marked", "who"),
    [
        ({"type": "personal_communication", "author": AUTHOR}, ARRESTED, ("person:marta-lind", None, "inferred")),
        ({"type": "interview", "author": [*AUTHOR, *AUTHOR]}, ARRESTED, (None, "I", "none")),
        ({"type": "article-newspaper", "author": AUTHOR}, ARRESTED, (None, "I", "none")),
        ({"type": "manuscript", "author": AUTHOR}, f"He told us: “{ARRESTED}”", (None, "I", "none")),
    ],
)
def test_i_is_the_author_of_a_letter(
    read_marked: Read, csl: dict[str, Any], marked: str, who: tuple[str | None, str | None, str]
) -> None:
    values = [value for claim in read_marked(marked, csl).claims for value in claim.values if value.property == "who"]
    assert [(value.entity, value.text, value.hedge) for value in values] == [who]
