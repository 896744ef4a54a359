"""What people filled into the rows of a review: answers as they can be given, and what cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, cast

from msgspec import Struct

from regesta.errors import Finding
from regesta.model.mention import LABELS
from regesta.review.sheets.cells import ANSWER, CHECK, FILLED, ID, NEW_LABEL, NEW_VALUE, NOTE, VALUE_ID
from regesta.review.sheets.pairs import PAIR_CHOICES, PAIR_COLUMNS
from regesta.review.sheets.rows import CHOICES, CLAIM_COLUMNS, MENTION_COLUMNS, Choice

Kind = Literal["mention", "claim", "pair"]
#: The sheets, by what is in their rows.
SHEETS: dict[Kind, str] = {"mention": "mentions", "claim": "claims", "pair": "pairs"}
COLUMNS: dict[Kind, tuple[str, ...]] = {"mention": MENTION_COLUMNS, "claim": CLAIM_COLUMNS, "pair": PAIR_COLUMNS}
#: What can be answered in each sheet.
ANSWERS: dict[Kind, tuple[str, ...]] = {"mention": CHOICES, "claim": CHOICES, "pair": PAIR_CHOICES}
#: What an answer to a pair is to anything else.
_OF_A_PAIR: dict[str, Choice] = {"one": "accept", "two": "reject"}
#: What a spreadsheet may run when it meets it again, here or in a file that is made from it later. A minus before
#: digits is a year before our era, before a space it is a list.
_RUNS = re.compile(r"[=+@]|-(?![\d\s])")
#: Takes a claim's value away, where a new one is asked for.
NOTHING = "(none)"


class Given(Struct, frozen=True, kw_only=True):
    """A cell as it was read: its text, where it stands (`mentions!M14`), and whether it holds a formula.

    `unsure` says why it cannot be told what was typed, where a program took it for something else.
    """

    text: str
    place: str
    formula: bool = False
    unsure: str = ""


Row = Mapping[str, Given]


class Wish(Struct, frozen=True, kw_only=True):
    """What is asked for of one mention, claim or pair. `values` has the new values of a claim by the id of the old one.

    `cells` are the rows as they came back, each by the names of its columns; `place` is where the answer stands.
    """

    kind: Kind
    id: str
    check: str
    answer: Choice | None
    place: str
    label: str = ""
    value: str = ""
    note: str = ""
    values: Mapping[str, str] = {}
    cells: Sequence[Mapping[str, str]] = ()


def wishes(kind: Kind, rows: Iterable[Row], path: str) -> tuple[list[Wish], list[Finding]]:
    """What the filled rows of a sheet ask for, in their order, and findings for those that cannot be read.

    A row in which nothing is filled in is nothing.
    """
    by_id: dict[str, list[Row]] = {}
    findings: list[Finding] = []
    for row in rows:
        if any(row[name].text or row[name].formula for name in (*FILLED, ID) if name in row):
            unfit = list(_unfit(row, path))
            if unfit:
                findings += unfit
            else:
                by_id.setdefault(row[ID].text, []).append(row)
    found = []
    for name, group in by_id.items():
        filled = [row for row in group if any(row[each].text for each in FILLED if each in row)]
        if not filled:
            continue
        made = _claim_wish(group, filled, path) if kind == "claim" else _wish(kind, group, path)
        if isinstance(made, Finding):
            findings.append(made)
        elif not name:
            findings.append(_fault("id", filled[0][ID].place, path, "the row has no id"))
        else:
            found.append(made)
    return found, findings


def _unfit(row: Row, path: str) -> Iterator[Finding]:
    """Cells that hold what nobody can have typed as an answer, or what would be run."""
    for name, cell in row.items():
        if cell.formula or (name in FILLED and _RUNS.match(cell.text)):
            yield _formula(cell, path)
        elif cell.unsure and name in FILLED:
            remedy = "Set the cell to text and type it anew, such as 1939-12-06."
            yield _fault("unsure", cell.place, path, f"{cell.text!r} is not what was typed", remedy, cell.unsure)


def _wish(kind: Kind, group: Sequence[Row], path: str) -> Wish | Finding:
    """The answer to one mention or one pair, which have a row each."""
    row = group[0]
    if len(group) > 1:
        places = " and ".join(each[ID].place for each in group)
        return _fault("doubled", places, path, f"{row[ID].text} stands in more than one row", "Leave one of them.")
    answer = _answer(kind, row[ANSWER], path)
    if isinstance(answer, Finding):
        return answer
    nothing = Given(text="", place="")
    label, value = row.get(NEW_LABEL, nothing), row.get(NEW_VALUE, nothing)
    if label.text and label.text.upper() not in LABELS:
        return _fault("label", label.place, path, f"{label.text!r} is no label", f"One of {' '.join(LABELS)}.")
    changed = next((cell for cell in (label, value) if cell.text), None)
    contradiction = _contradiction(answer, row[ANSWER], changed, path)
    if contradiction:
        return contradiction
    return Wish(
        kind=kind,
        id=row[ID].text,
        check=row[CHECK].text,
        answer=answer,
        place=(row[ANSWER] if answer else row[NOTE]).place,
        label=label.text.upper(),
        value=value.text,
        note=row[NOTE].text,
        cells=[_texts(row)],
    )


def _claim_wish(group: Sequence[Row], filled: Sequence[Row], path: str) -> Wish | Finding:
    seen: dict[str, Row] = {}
    for row in group:
        twin = seen.setdefault(row[VALUE_ID].text, row)
        if twin is not row:
            places = f"{twin[ID].place} and {row[ID].place}"
            return _fault("doubled", places, path, f"{row[VALUE_ID].text} stands in more than one row")
    answers: dict[Choice, Given] = {}
    for row in filled:
        answer = _answer("claim", row[ANSWER], path)
        if isinstance(answer, Finding):
            return answer
        if answer:
            answers.setdefault(answer, row[ANSWER])
    if len(answers) > 1:
        places = " and ".join(cell.place for cell in answers.values())
        said = " and ".join(answers)
        return _fault("two_answers", places, path, f"one claim is answered with {said}", "Give it one answer.")
    choice, cell = next(iter(answers.items()), (None, filled[0][ANSWER]))
    changed = next((row[NEW_VALUE] for row in filled if row[NEW_VALUE].text), None)
    contradiction = _contradiction(choice, cell, changed, path)
    if contradiction:
        return contradiction
    return Wish(
        kind="claim",
        id=group[0][ID].text,
        check=group[0][CHECK].text,
        answer=choice,
        place=cell.place,
        note="; ".join(dict.fromkeys(row[NOTE].text for row in filled if row[NOTE].text)),
        values={row[VALUE_ID].text: row[NEW_VALUE].text for row in filled if row[NEW_VALUE].text},
        cells=[_texts(row) for row in group],
    )


def _answer(kind: Kind, cell: Given, path: str) -> Choice | None | Finding:
    said = cell.text.casefold()
    if said and said not in ANSWERS[kind]:
        return _fault("answer", cell.place, path, f"{cell.text!r} is no answer", f"One of {', '.join(ANSWERS[kind])}.")
    return _OF_A_PAIR.get(said, cast("Choice", said)) if said else None


def _contradiction(answer: Choice | None, cell: Given, changed: Given | None, path: str) -> Finding | None:
    """What was filled in beside an answer that does not go with it; what is meant is never guessed."""
    if changed is not None and answer != "amend":
        said = f"the answer is {answer}" if answer else "there is no answer"
        what = f"{changed.text!r} is to be put in, and {said}"
        return _fault(
            "contradiction", changed.place, path, what, f"Write `amend` into {cell.place}, or empty the cell."
        )
    if changed is None and answer == "amend":
        return _fault("amend", cell.place, path, "it does not say what to change", "Fill in what it should be.")
    return None


def _texts(row: Row) -> dict[str, str]:
    return {name: cell.text for name, cell in row.items() if name not in FILLED}


def _formula(cell: Given, path: str) -> Finding:
    why = "What it comes to depends on the program that opened the file."
    return _fault("formula", cell.place, path, "the cell holds a formula", "Put plain text there.", why)


def _fault(code: str, place: str, path: str, what: str, remedy: str = "", why: str = "") -> Finding:
    return Finding(code=f"import.{code}", what=f"{place}: {what}", path=path, remedy=remedy, why=why)
