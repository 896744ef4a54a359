"""Review in a spreadsheet: a session's items become a workbook, and the answers in a workbook become decisions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from regesta.errors import Finding, fail
from regesta.model.decision import Decision
from regesta.model.ids import content_id
from regesta.model.mention import LABELS
from regesta.review.log import InMemory
from regesta.review.queue import Wanted
from regesta.review.session import Reviewer, Session
from regesta.review.sheets.answers import ANSWERS, COLUMNS, SHEETS, Given, Kind, Row, Wish, wishes
from regesta.review.sheets.cells import ANSWER, FILLED, NEW_LABEL, NEW_VALUE, NOTE
from regesta.review.sheets.how_to import WORDS
from regesta.review.sheets.plan import Plan, give
from regesta.review.sheets.rows import claim_rows, mention_rows, pair_rows
from regesta.stages.reviewing import ReviewLog, opened
from regesta.workspace.opening import read_foreign
from regesta.workspace.spreadsheet import Cell, Column, Sheet, read_workbook, write_workbook
from regesta.workspace.workspace import Workspace

#: Widths of the columns in characters; what is not named is narrow.
_WIDTHS = {
    "source": 16, "page": 7, "before": 30, "quote": 32, "after": 30, "passage": 60, "value": 26, "proposed now": 28,
    "words": 30, "says so": 24, "score": 8, "status": 22, "why": 26, "slot": 18, NEW_VALUE: 26, NOTE: 28, "id": 21,
    "value id": 21, "check": 23, "asked": 12, "first": 34, "words of the first": 50, "second": 34,
    "words of the second": 50, "because": 34,
}  # fmt: skip
#: Larger workbooks were not written by `export`.
_MEGABYTES = 64


class Found(NamedTuple):
    """What a workbook asks for: the plan, the decisions that would be saved, and the log that they would go to."""

    plan: Plan
    drafts: list[Decision]
    log: ReviewLog


def workbook(session: Session) -> tuple[bytes, dict[str, int]]:
    """The bytes of a workbook with all that the session is asked for, and how many rows each sheet has."""
    rows: dict[Kind, list[list[str]]] = {
        "mention": list(mention_rows(session)),
        "claim": list(claim_rows(session)),
        "pair": list(pair_rows(session)),
    }
    sheets = [Sheet(name=SHEETS[kind], columns=_columns(kind), rows=rows[kind]) for kind in SHEETS]
    return write_workbook(WORDS, "how to", sheets), {sheet.name: len(sheet.rows) for sheet in sheets}


def read_answers(path: Path) -> tuple[list[Wish], list[Finding]]:
    """What the filled rows of a workbook ask for, sheet by sheet, and findings for those that cannot be read."""
    name = str(path)
    found = read_workbook(read_foreign(path, _MEGABYTES), name)
    if not set(SHEETS.values()) & set(found):
        names = " nor ".join(f"“{sheet}”" for sheet in SHEETS.values())
        raise fail(
            "import.sheets", f"there is no sheet {names}", path=name, remedy="Import a file of `regesta export`."
        )
    asked: list[Wish] = []
    findings: list[Finding] = []
    for kind, sheet in SHEETS.items():
        if sheet in found:
            made, faulty = wishes(kind, _rows(kind, sheet, found[sheet], name), name)
            asked += made
            findings += faulty
    return asked, findings


def planned(ws: Workspace, path: Path, reviewer: Reviewer) -> Found:
    """What a workbook asks for, as it stands now; nothing is saved."""
    asked, findings = read_answers(path)
    there = opened(ws, Wanted(everything=True), reviewer)
    kept = InMemory()
    session = Session(
        there.session.state, there.session.joins.values(), kept, reviewer, there.session.project, there.session.wanted
    )
    plan = give(session, asked, str(path))
    plan = msgspec.structs.replace(plan, findings=[*there.findings, *findings, *plan.findings])
    return Found(plan, kept.drafts, there.log)


def save(found: Found, path: str) -> list[Decision]:
    """Saves what was planned as one act; raises RegestaError where somebody has decided something since."""
    with found.log.turn() as news:
        if news:
            raise fail("import.changed", "somebody has decided something meanwhile", path=path, remedy="Do it again.")
        first, several = found.drafts[0], len(found.drafts) > 1
        about = [name for each in found.drafts for name in (each.answer, each.target.id)]
        batch = content_id("batch", first.reviewer, first.device, first.at, *about) if several else ""
        return found.log.append([msgspec.structs.replace(each, batch=batch) for each in found.drafts])


def _columns(kind: Kind) -> list[Column]:
    choices = {ANSWER: ANSWERS[kind], NEW_LABEL: LABELS}
    return [
        Column(
            name=name,
            width=_WIDTHS.get(name, 12),
            answer=name in FILLED,
            choices=choices.get(name, ()),
            bold=name in ("quote", "value", "asked"),
        )
        for name in COLUMNS[kind]
    ]


def _rows(kind: Kind, sheet: str, rows: Sequence[Sequence[Cell]], path: str) -> list[Row]:
    """The rows by the names of their columns, which may stand in another order."""
    head = [cell.text for cell in rows[0]] if rows else []
    missing = [name for name in COLUMNS[kind] if name not in head]
    if missing:
        raise fail(
            "import.columns",
            f"the sheet “{sheet}” has no column {', '.join(missing)}",
            path=path,
            remedy="Leave the first row as it was exported; columns may be hidden, but not removed.",
        )
    places = {name: head.index(name) for name in COLUMNS[kind]}
    empty = Cell(text="", place="")
    return [
        {name: _given(row[at] if at < len(row) else empty, sheet) for name, at in places.items()} for row in rows[1:]
    ]


def _given(cell: Cell, sheet: str) -> Given:
    return Given(text=cell.text, place=f"{sheet}!{cell.place}", formula=cell.formula, unsure=cell.unsure)
