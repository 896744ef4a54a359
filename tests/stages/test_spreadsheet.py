"""A review goes out as a workbook and comes back as decisions."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import datetime
from typing import Any

import msgspec
import openpyxl
import pytest

from regesta.errors import RegestaError
from regesta.model.claim import Asserter, Claim, Value
from regesta.model.decision import Decision
from regesta.model.event import Join
from regesta.model.ids import claim_id, value_id
from regesta.model.mention import By, Mention
from regesta.model.same import Same, Side
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
    assert file.counts == {"mentions": 4, "claims": 3, "pairs": 0}
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
        ({"note": "@SUM(A1)"}, "import.formula mentions!K3"),
        ({"note": "+cmd|' /C calc'!A0"}, "import.formula mentions!K3"),
        ({"note": "-A1"}, "import.formula mentions!K3"),
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


def test_what_a_program_took_for_a_number_or_a_date_is_what_was_typed(note: Workspace) -> None:
    file = File(note)
    file.fill("mentions", "quote", "6 December 1939", your_answer="amend")
    cell = file.rows("mentions")[0]["new value"]
    for value, shape, typed in (
        (1939, "General", "1939"),
        (datetime(1939, 12, 7), "yyyy-mm-dd", "1939-12-07"),
        (datetime(1939, 12, 8), "[$-407]d. mmm yy", "1939-12-08"),
        (datetime(1939, 12, 1), "mmm-yy", "1939-12"),
        ("  1939-12 ", "@", "1939-12"),
    ):
        cell.value, cell.number_format = value, shape
        (decision,) = file.plan()[1]
        assert decision.set.value == typed


def test_a_year_that_nobody_typed_is_refused(note: Workspace) -> None:
    file = File(note)
    file.fill("mentions", "quote", "6 December 1939", your_answer="amend")
    cell = file.rows("mentions")[0]["new value"]
    cell.value, cell.number_format = datetime(2026, 12, 6), "d-mmm"
    assert file.fault() == "import.unsure mentions!J2: '2026-12-06' is not what was typed"


def test_a_list_and_a_year_before_our_era_are_no_formulas(note: Workspace) -> None:
    file = File(note)
    file.fill("mentions", "quote", "6 December 1939", your_answer="amend", new_value="-0043", note="- see the diary")
    (decision,) = file.plan()[1]
    assert (decision.set.value, decision.note) == ("-0043", "- see the diary")


def test_rows_may_be_removed_hidden_and_filtered_and_columns_hidden(note: Workspace) -> None:
    file = File(note)
    file.fill("mentions", "quote", "Lwów", your_answer="accept")
    page = file.book["mentions"]
    page.delete_rows(2, 2)
    page.row_dimensions[3].hidden = True
    page.column_dimensions["C"].hidden = True
    page.auto_filter.add_filter_column(5, ["PLACE"])
    assert [each.target.id for each in file.plan()[1]] == [LWOW.id]


def test_a_table_that_was_saved_as_csv_is_refused_with_the_remedy(note: Workspace) -> None:
    path = note.root.parent / "review.csv"
    path.write_text("source,page\nnote,1\n")
    with pytest.raises(RegestaError) as refused:
        planned(note, path, ANNA)
    assert "no workbook" in str(refused.value)
    assert "Save it as .xlsx" in refused.value.finding.remedy


@pytest.fixture
def pair(note: Workspace) -> Workspace:
    """The same with two claims that may be one event, and two names that may be one."""
    other = msgspec.structs.replace(claim(), id=CLAIM[:-1] + ("0" if CLAIM[-1] != "0" else "1"))
    join = Join(id="j-1", claims=sorted([CLAIM, other.id]), score=0.7, reasons=["the same day"])
    sides = [Side(entity="place:lviv", label="Lviv"), Side(entity="place:lwow", label="Lwów", mentions=[LWOW])]
    same = Same(id="s-1", kind="place", sides=sides, score=0.9)
    for path, records in (
        (note.claims_path("note"), [claim(), other]),
        (note.joins_path, [join]),
        (note.same_path, [same]),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(write_records(records))
    return note


def test_pairs_are_answered_with_one_or_two(pair: Workspace) -> None:
    file = File(pair)
    assert file.counts["pairs"] == 2
    file.fill("pairs", "asked", "one event?", your_answer="one", note="the same day")
    file.fill("pairs", "asked", "one place?", your_answer="two")
    saved = file.save()
    assert [(each.answer, each.note) for each in saved] == [("join", "the same day"), ("part", "")]
    plan, drafts = file.plan()
    assert (drafts, plan.done, plan.findings) == ([], 2, [])


def test_a_pair_may_be_answered_beside_its_claims(pair: Workspace) -> None:
    file = File(pair)
    (when, _) = [row for row in file.rows("claims") if row["slot"].value == "when"]
    when["your answer"].value, when["new value"].value = "amend", "1939-12"
    file.fill("pairs", "asked", "one event?", your_answer="one")
    assert [each.answer for each in file.save()] == ["amend", "join"]


def test_a_pair_of_which_a_claim_has_changed_since_is_left_out(pair: Workspace) -> None:
    file = File(pair)
    file.fill("pairs", "asked", "one event?", your_answer="one")
    pair.claims_path("note").write_bytes(
        pair.claims_path("note").read_bytes().replace(b'"stance":"asserted"', b'"stance":"denied"')
    )
    assert file.fault().startswith("import.stale pairs!G2")


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        ({"your_answer": "accept"}, "import.answer pairs!G2: 'accept' is no answer"),
        ({"your_answer": "one", "id": "join c-1 c-2"}, "import.unknown pairs!G2"),
        ({"your_answer": "one", "id": "nothing"}, "import.unknown pairs!G2"),
        ({"your_answer": "one", "first": "something else"}, "import.mixed pairs!G2"),
    ],
)
def test_a_pair_that_was_tampered_with_is_refused(pair: Workspace, cells: dict[str, str], what: str) -> None:
    file = File(pair)
    file.fill("pairs", "asked", "one event?", **cells)
    assert file.fault().startswith(what)


def test_only_the_cells_to_fill_in_are_open(pair: Workspace) -> None:
    book = File(pair).book
    for sheet, answers in (("mentions", 4), ("claims", 3), ("pairs", 2)):
        page = book[sheet]
        assert page.protection.sheet
        assert sum(not cell.protection.locked for cell in page[2]) == answers
        lists = {each.formula1 for each in page.data_validations.dataValidation}
        assert ('"one,two,skip"' if sheet == "pairs" else '"accept,reject,amend,skip"') in lists


def test_a_file_that_went_through_libreoffice_is_read_as_it_was(pair: Workspace) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: `apt-get install libreoffice-calc`")
    file = File(pair)
    file.fill("mentions", "quote", "Zakopane", your_answer="accept", note="- by hand")
    file.fill("mentions", "quote", "=SUM(A1)", your_answer="reject")
    file.fill("pairs", "asked", "one event?", your_answer="one")
    file.book.save(file.path)
    home = file.path.parent / "office"
    home.mkdir()
    for kind, source in (("ods", file.path), ("xlsx", home / "review.ods")):
        command = [office, f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", kind, "--outdir", str(home), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    file.book = openpyxl.load_workbook(home / "review.xlsx")
    assert file.book["pairs"].protection.sheet
    assert [each.answer for each in file.save()] == ["accept", "reject", "join"]


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
