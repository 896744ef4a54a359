"""Review in a spreadsheet: a session's items become a workbook, and the answers in a workbook become decisions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from regesta.errors import Finding, fail
from regesta.model.chain import identified
from regesta.model.claim import Claim
from regesta.model.decision import Decision
from regesta.model.mention import LABELS, Mention
from regesta.names.authority import Authority
from regesta.review.queue import Wanted
from regesta.review.session import Project, Reviewer, Session
from regesta.review.sheets.answers import COLUMNS, SHEETS, Given, Kind, Row, Wish, wishes
from regesta.review.sheets.how_to import WORDS
from regesta.review.sheets.plan import AtHand, Plan, plan
from regesta.review.sheets.rows import ANSWER, CHOICES, NEW_LABEL, NEW_VALUE, NOTE, claim_rows, mention_rows
from regesta.review.state import State
from regesta.stages.authorities import forms, outside
from regesta.stages.decided import Decided
from regesta.workspace.authority import read_entities
from regesta.workspace.corpus import citekeys, read_source, read_text
from regesta.workspace.jsonl import read_records
from regesta.workspace.opening import read_foreign
from regesta.workspace.spreadsheet import Cell, Column, Sheet, read_workbook, write_workbook
from regesta.workspace.workspace import Workspace

#: Widths of the columns in characters; what is not named is narrow.
_WIDTHS = {
    "source": 16, "page": 7, "before": 30, "quote": 32, "after": 30, "passage": 60, "value": 26, "proposed now": 28,
    "words": 30, "says so": 24, "score": 8, "status": 22, "why": 26, "slot": 18, NEW_VALUE: 26, NOTE: 28, "id": 21,
    "value id": 21, "check": 23,
}  # fmt: skip
#: Larger workbooks were not written by `export`.
_MEGABYTES = 64


class Draft(NamedTuple):
    """A session in which nothing is saved, and what would have been."""

    session: AtHand
    drafts: list[Decision]


def draft_session(ws: Workspace, wanted: Wanted, reviewer: Reviewer) -> Draft:
    """A session over what is proposed and decided now; what is answered in it is kept in memory alone."""
    chosen = sorted(set(wanted.sources)) or citekeys(ws)
    decided = Decided(ws)
    entities, _ = read_entities(ws)
    mentions = [each for source in chosen for each in read_records(ws.mentions_path(source), Mention)]
    claims = [each for source in chosen for each in read_records(ws.claims_path(source), Claim)]
    texts = {source: read_text(ws, source) for source in chosen}
    state = State(decided.decisions, mentions, claims, texts, ws.settings.review.adjudicators)
    project = Project(
        authority=Authority([*entities, *outside(forms(mentions, claims))]),
        event_types=[each.name for each in ws.event_types],
        pages={source: read_source(ws, source).pages for source in chosen},
    )
    first = max((each.clock for each in decided.decisions), default=0) + 1
    drafts: list[Decision] = []

    def keep(draft: Decision) -> Decision:
        place = first + len(drafts)
        drafts.append(draft)
        return identified(msgspec.structs.replace(draft, seq=place, clock=place))

    return Draft(AtHand(state, [], keep, reviewer, project, wanted), drafts)


def workbook(session: Session) -> tuple[bytes, dict[str, int]]:
    """The bytes of a workbook with all that the session is asked for, and how many rows each sheet has."""
    rows = {"mention": list(mention_rows(session)), "claim": list(claim_rows(session))}
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


def planned(ws: Workspace, path: Path, reviewer: Reviewer) -> tuple[Plan, list[Decision]]:
    """What a workbook asks for, and the decisions that would be saved, still without their places in the log."""
    asked, findings = read_answers(path)
    made = draft_session(ws, Wanted(everything=True), reviewer)
    found = plan(made.session, asked, str(path))
    return msgspec.structs.replace(found, findings=[*findings, *found.findings]), made.drafts


def _columns(kind: Kind) -> list[Column]:
    choices = {ANSWER: CHOICES, NEW_LABEL: LABELS}
    return [
        Column(
            name=name,
            width=_WIDTHS.get(name, 12),
            answer=name in (ANSWER, NEW_LABEL, NEW_VALUE, NOTE),
            choices=choices.get(name, ()),
            bold=name in ("quote", "value"),
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
    return Given(text=cell.text, place=f"{sheet}!{cell.place}", formula=cell.formula)
