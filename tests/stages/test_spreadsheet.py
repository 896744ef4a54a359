"""A review goes out as a workbook and comes back as decisions."""

from __future__ import annotations

import io
from typing import Any

import msgspec
import openpyxl
import pytest

from regesta.errors import RegestaError
from regesta.model.claim import Asserter, Claim, Value
from regesta.model.decision import Decision
from regesta.model.ids import claim_id, value_id
from regesta.model.mention import By, Mention
from regesta.review import decide
from regesta.review.act import draft, target
from regesta.review.queue import Wanted
from regesta.review.session import Reviewer
from regesta.review.sheets.plan import Plan
from regesta.stages.reviewing import opened
from regesta.stages.spreadsheet import Found, planned, save, workbook
from regesta.workspace.jsonl import write_records
from regesta.workspace.logs import LogWriter
from regesta.workspace.workspace import Workspace

TEXT = "On 6 December 1939 officers of both services met in Zakopane.\n\n=SUM(A1) was written on the back in Lwów.\n"
ANNA = Reviewer(name="anna", device="desk", now=lambda: "2026-01-01T00:00:00Z")


def proposal(words: str, label: str, value: str = "") -> Mention:
    at = TEXT.index(words)
    made = decide.new_mention("note", TEXT, (at, at + len(words)), label, value, reviewer="x")
    return msgspec.structs.replace(made, by=By(component="rules", version="1", score=0.5))


PASSAGE = proposal("On 6 December 1939 officers of both services met in Zakopane.", "PASSAGE")
WHEN = proposal("6 December 1939", "DATE", "1939-12-06")
WHERE = proposal("Zakopane", "PLACE", "place:zakopane")
ODD = proposal("=SUM(A1)", "ORG", "org:sum-a1")
LWOW = proposal("Lwów", "PLACE", "place:lwow")
CLAIM = claim_id("note", "meeting", PASSAGE.id, WHEN.id)


def claim() -> Claim:
    slots = [("type", {"text": "meeting"}), ("when", {"edtf": "1939-12-06"}), ("where", {"entity": "place:zakopane"})]
    cites = [PASSAGE.id, WHEN.id, WHERE.id]
    return Claim(
        id=CLAIM,
        source="note",
        type="meeting",
        passage=PASSAGE.id,
        stance="asserted",
        asserted_by=Asserter(kind="source", label="note", id="note"),
        values=[
            Value(id=value_id(CLAIM, name, "", cite), property=name, cites=[cite], **held)  # type: ignore[arg-type]
            for (name, held), cite in zip(slots, cites, strict=True)
        ],
        by=By(component="claims", version="1"),
    )


@pytest.fixture
def note(ws, make_source) -> Workspace:
    make_source(ws, "note", TEXT)
    for path, records in (
        (ws.mentions_path("note"), [PASSAGE, WHEN, WHERE, ODD, LWOW]),
        (ws.claims_path("note"), [claim()]),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(write_records(records))
    return ws


class File:
    """A workbook as it lies on a reviewer's desk."""

    def __init__(self, ws: Workspace, wanted: Wanted | None = None) -> None:
        self.ws = ws
        self.path = ws.root.parent / "review.xlsx"
        data, self.counts = workbook(opened(ws, wanted or Wanted(), ANNA).session)
        self.book = openpyxl.load_workbook(io.BytesIO(data))

    def rows(self, sheet: str) -> list[dict[str, Any]]:
        """The cells of each row by the heading."""
        head, *rows = self.book[sheet].iter_rows()
        return [{name.value: cell for name, cell in zip(head, row, strict=True)} for row in rows]

    def fill(self, sheet: str, column: str, words: str, **cells: Any) -> None:
        """Fills cells in the row in which the column reads so; `your_answer` stands for “your answer”."""
        (row,) = [row for row in self.rows(sheet) if row[column].value == words]
        for name, value in cells.items():
            row[name.replace("_", " ")].value = value

    def found(self) -> Found:
        self.book.save(self.path)
        return planned(self.ws, self.path, ANNA)

    def plan(self) -> tuple[Plan, list[Decision]]:
        found = self.found()
        return found.plan, found.drafts

    def save(self) -> list[Decision]:
        return save(self.found(), "review.xlsx")

    def fault(self) -> str:
        plan, drafts = self.plan()
        assert drafts == []
        (finding,) = plan.findings
        return f"{finding.code} {finding.what}"


def test_what_waits_is_in_the_file_as_text(note: Workspace) -> None:
    file = File(note)
    assert file.counts == {"mentions": 4, "claims": 3}
    odd = file.rows("mentions")[2]
    assert (odd["quote"].value, odd["quote"].data_type) == ("=SUM(A1)", "s")
    assert [(row["slot"].value, row["value"].value) for row in file.rows("claims")] == [
        ("type", "meeting"),
        ("when", "1939-12-06"),
        ("where", "place:zakopane"),
    ]


def test_the_same_state_is_the_same_file(note: Workspace) -> None:
    one, other = (workbook(opened(note, Wanted(), ANNA).session)[0] for _ in range(2))
    assert one == other


def test_a_file_without_answers_is_nothing(note: Workspace) -> None:
    plan, drafts = File(note).plan()
    assert (plan.planned, plan.findings, drafts) == ([], [], [])


def test_answers_become_decisions_and_the_second_import_does_nothing(note: Workspace) -> None:
    file = File(note)
    file.fill("mentions", "quote", "Zakopane", your_answer="accept", note="by the file")
    file.fill("mentions", "quote", "=SUM(A1)", your_answer="REJECT")
    file.fill("mentions", "quote", "Lwów", your_answer="amend", new_value="place:lviv")
    file.fill("mentions", "quote", "6 December 1939", note="compare the diary")
    file.fill("claims", "slot", "when", your_answer="amend", new_value=1939)
    saved = file.save()
    assert [each.answer for each in saved] == ["note", "accept", "reject", "amend", "amend"]
    assert saved[3].set.value == "place:lviv"
    plan, drafts = file.plan()
    assert (drafts, plan.done, plan.findings) == ([], 5, [])


def test_an_import_is_one_act_and_is_undone_as_one(note: Workspace) -> None:
    file = File(note)
    file.fill("mentions", "quote", "Zakopane", your_answer="accept")
    file.fill("mentions", "quote", "Lwów", your_answer="reject")
    assert len({each.batch for each in file.save()}) == 1
    session = opened(note, Wanted(), ANNA).session
    session.undo()
    assert {each.status for each in session.state.mentions.values()} == {"open"}


def test_what_somebody_decides_between_the_preview_and_the_save_stops_it(note: Workspace) -> None:
    file = File(note)
    file.fill("mentions", "quote", "Zakopane", your_answer="accept")
    found = file.found()
    LogWriter(note, "ben", "desk").append(draft(decide.answer("reject", target(WHERE)), "ben", "desk", "now"))
    with pytest.raises(RegestaError, match="meanwhile"):
        save(found, "review.xlsx")


def test_a_claim_is_amended_value_by_value(note: Workspace) -> None:
    file = File(note)
    file.fill("claims", "slot", "where", new_value="(none)")
    file.fill("claims", "slot", "when", your_answer="amend", new_value="1939-12")
    (decision,) = file.plan()[1]
    values = decision.set.values
    assert not isinstance(values, msgspec.UnsetType)
    assert [(value.property, value.edtf or value.text) for value in values] == [
        ("type", "meeting"),
        ("when", "1939-12"),
    ]


def test_what_changed_since_is_left_out_and_both_versions_are_shown(note: Workspace) -> None:
    file = File(note)
    writer = LogWriter(note, "ben", "desk")
    writer.append(draft(decide.answer("accept", target(WHERE)), "ben", "desk", "2026-01-01T00:00:00Z"))
    file.fill("mentions", "quote", "Zakopane", your_answer="reject")
    plan, drafts = file.plan()
    assert drafts == []
    (finding,) = plan.findings
    assert finding.code == "import.stale"
    assert finding.why == (
        "In the sheet: PLACE, Zakopane, place:zakopane, open. Now: PLACE, Zakopane, place:zakopane, accepted by ben."
    )


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        ({"id": "m-0000000000000000"}, "import.unknown mentions!H3: there is no mention 'm-0000000000000000'"),
        ({"id": WHEN.id}, "import.doubled mentions!Q2 and mentions!Q3"),
        ({"check": "0000"}, "import.stale mentions!H3"),
        ({"quote": "Krynica"}, "import.mixed mentions!H3: the words in the row are not those of"),
        ({"new_value": "=A1"}, "import.formula mentions!J3: the cell holds a formula"),
        ({"note": "=HYPERLINK(A1)"}, "import.formula mentions!K3"),
    ],
)
def test_a_row_that_was_tampered_with_is_refused(note: Workspace, cells: dict[str, str], what: str) -> None:
    file = File(note)
    file.fill("mentions", "quote", "Zakopane", your_answer="accept", **cells)
    assert file.fault().startswith(what)


def test_what_no_reviewer_could_do_is_refused_with_the_reason(note: Workspace) -> None:
    file = File(note)
    file.fill("mentions", "quote", "6 December 1939", your_answer="amend", new_value="6.12.1939")
    assert file.fault() == "import.refused mentions!H2: '6.12.1939' is no EDTF date"


def test_rows_and_columns_may_stand_in_another_order(note: Workspace) -> None:
    file = File(note)
    file.fill("mentions", "quote", "Zakopane", your_answer="accept")
    page = file.book["mentions"]
    rows = [[cell.value for cell in row][::-1] for row in page.iter_rows()]
    page.delete_rows(1, page.max_row)
    for row in [rows[0], *reversed(rows[1:])]:
        page.append([None if value is None else str(value) for value in row])
    for row in page.iter_rows():
        for cell in row:
            cell.data_type = "s" if cell.value else cell.data_type
    assert [each.target.id for each in file.plan()[1]] == [WHERE.id]
