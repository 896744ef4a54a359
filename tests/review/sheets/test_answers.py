"""What is filled into a sheet is read strictly: what is meant is never guessed."""

from __future__ import annotations

import pytest

from regesta.review.sheets.answers import COLUMNS, Given, Kind, Row, wishes
from regesta.review.sheets.rows import ANSWER


def row(kind: Kind, number: int = 2, **cells: str) -> Row:
    """A row as the file has it; `your_answer` stands for the column “your answer”."""
    named = {name.replace("_", " "): text for name, text in ({"id": "m-1", "check": "abc"} | cells).items()}
    return {
        name: Given(text=named.get(name, ""), place=f"{kind}s!{chr(65 + at)}{number}")
        for at, name in enumerate(COLUMNS[kind])
    }


def only_fault(kind: Kind, *rows: Row) -> str:
    asked, (finding,) = wishes(kind, rows, "review.xlsx")
    assert asked == []
    return finding.what


def test_rows_in_which_nothing_is_filled_in_are_nothing() -> None:
    assert wishes("mention", [row("mention"), row("mention", 3, id="")], "review.xlsx") == ([], [])


def test_an_answer_is_taken_as_it_is_written() -> None:
    ((wish,), _) = wishes("mention", [row("mention", your_answer="Amend", new_label="place", note="see p. 3")], "x")
    assert (wish.answer, wish.label, wish.note, wish.place) == ("amend", "PLACE", "see p. 3", "mentions!H2")


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        ({"your_answer": "yes"}, "mentions!H2: 'yes' is no answer"),
        ({"your_answer": "amend", "new_label": "CITY"}, "mentions!I2: 'CITY' is no label"),
        ({"your_answer": "amend"}, "mentions!H2: it does not say what to change"),
        (
            {"your_answer": "accept", "new_value": "1939"},
            "mentions!J2: '1939' is to be put in, and the answer is accept",
        ),
        ({"new_value": "1939"}, "mentions!J2: '1939' is to be put in, and there is no answer"),
        ({"your_answer": "accept", "id": ""}, "mentions!Q2: the row has no id"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_cell(cells: dict[str, str], what: str) -> None:
    assert only_fault("mention", row("mention", **cells)) == what


def test_a_mention_in_two_rows_is_refused() -> None:
    twice = [row("mention", 2, your_answer="accept"), row("mention", 3)]
    assert only_fault("mention", *twice) == "mentions!Q2 and mentions!Q3: m-1 stands in more than one row"


def test_a_formula_is_refused() -> None:
    cells = dict(row("mention"))
    cells[ANSWER] = Given(text="=A1", place="mentions!H2", formula=True)
    assert only_fault("mention", cells) == "mentions!H2: the cell holds a formula"


def test_a_claim_has_one_answer_wherever_it_stands() -> None:
    rows = [row("claim", 2, value_id="v-1"), row("claim", 3, value_id="v-2", your_answer="amend", new_value="1939")]
    ((wish,), _) = wishes("claim", rows, "x")
    assert (wish.answer, dict(wish.values)) == ("amend", {"v-2": "1939"})


def test_two_answers_to_one_claim_are_refused() -> None:
    rows = [
        row("claim", 2, value_id="v-1", your_answer="accept"),
        row("claim", 3, value_id="v-2", your_answer="reject"),
    ]
    assert "one claim is answered with accept and reject" in only_fault("claim", *rows)


def test_a_value_in_two_rows_is_refused() -> None:
    rows = [row("claim", 2, value_id="v-1", your_answer="accept"), row("claim", 3, value_id="v-1")]
    assert "v-1 stands in more than one row" in only_fault("claim", *rows)
