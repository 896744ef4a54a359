"""The text of a source is corrected: decisions are carried over, nothing is lost, and all of it can be undone."""

from __future__ import annotations

import pytest

from regesta.errors import RegestaError
from regesta.model.ids import sha256_hex
from regesta.model.mention import By, Mention
from regesta.model.source import PageLayout, Word
from regesta.review import decide
from regesta.review.act import Act, draft, target
from regesta.review.decide import Change
from regesta.stages.decided import Decided
from regesta.stages.reanchor import last_former, propose, put, read_new_text
from regesta.workspace.corpus import read_layout, read_source, read_text
from regesta.workspace.jsonl import write_records
from regesta.workspace.logs import LogWriter, broken_chains
from regesta.workspace.workspace import Workspace

OLD = "Tbe envoys met in Krakow on 6 Decernber 1939.\n\nThey went on to Zakopane.\n\nA note: see Berlin.\n"
NEW = "The envoys met in Kraków on 6 December 1939.\n\nThey went on to Zakopane.\n"
AT = "2026-01-01T00:00:00Z"


def proposal(words: str, label: str, text: str = OLD) -> Mention:
    at = text.index(words)
    made = decide.new_mention("note", text, (at, at + len(words)), label, "", reviewer="x")
    return Mention(**{name: getattr(made, name) for name in made.__struct_fields__} | {"by": By(component="rules")})


def says(ws: Workspace, *acts: Act) -> None:
    writer = LogWriter(ws, "anna", "desk")
    for act in acts:
        writer.append(draft(act, "anna", "desk", AT))


@pytest.fixture
def note(ws, make_source) -> Workspace:
    """A source of which some mentions were accepted, one amended, and one rejected."""
    make_source(ws, "note", OLD)
    proposals = [
        proposal("Krakow", "PLACE"),
        proposal("Zakopane", "PLACE"),
        proposal("Berlin", "PLACE"),
        proposal("envoys", "PERSON"),
        proposal("Decernber", "DATE"),
    ]
    ws.mentions_path("note").parent.mkdir(parents=True, exist_ok=True)
    ws.mentions_path("note").write_bytes(write_records(sorted(proposals, key=lambda each: each.start)))
    yes = [decide.answer("accept", target(each)) for each in proposals[:3]]
    at = OLD.index("6 Decernber 1939")
    amend = decide.amend_mention(proposals[4], OLD, Change(span=(at, at + 16), value="1939-12-06"))
    says(ws, *yes, decide.answer("reject", target(proposals[3])), amend)
    return ws


def standings(ws: Workspace) -> dict[str, tuple[str, bool]]:
    """Status of each mention by its words, and whether somebody has to look again."""
    found = Decided(ws).reviewed(["note"]).mentions.values()
    return {each.record.exact: (each.status, each.stale) for each in found}


def correct(ws: Workspace, text: str) -> None:
    put(ws, propose(ws, "note", text), by="anna", at=AT, note="by the file")


def test_the_counts_add_up_and_name_what_waits(note: Workspace) -> None:
    report = propose(note, "note", NEW).report
    assert report.counts == {"exact": 0, "moved": 2, "fuzzy": 2, "lost": 1}
    assert {(each.before, each.after, each.tier) for each in report.corrected} == {
        ("Krakow", "Kraków", "fuzzy"),
        ("6 Decernber 1939", "6 December 1939", "fuzzy"),
        ("Berlin", "", "lost"),
    }


def test_a_preview_writes_nothing(note: Workspace) -> None:
    before = {path: path.read_bytes() for path in note.source_dir("note").iterdir()}
    propose(note, "note", NEW)
    assert {path: path.read_bytes() for path in note.source_dir("note").iterdir()} == before


def test_the_former_text_is_kept_and_the_record_says_who_corrected_it(note: Workspace) -> None:
    before = read_source(note, "note").text
    correct(note, NEW)
    text = read_source(note, "note").text
    assert read_text(note, "note") == NEW
    assert last_former(note, "note") == OLD
    assert text is not None
    assert before is not None
    assert [(each.sha256, each.by, each.note) for each in text.corrections] == [(before.sha256, "anna", "by the file")]
    assert text.chars == len(NEW)


def test_what_stands_in_its_words_stays_decided_and_what_was_corrected_is_stale(note: Workspace) -> None:
    correct(note, NEW)
    assert standings(note) == {
        "Krakow": ("accepted", True),
        "Zakopane": ("accepted", False),
        "Berlin": ("accepted", True),
        "envoys": ("rejected", False),
        "6 Decernber 1939": ("accepted", True),
    }


def test_the_logs_are_as_they_were(note: Workspace) -> None:
    (path,) = note.decisions.glob("*/*.jsonl")
    before = path.read_bytes()
    correct(note, NEW)
    Decided(note)
    assert path.read_bytes() == before
    assert broken_chains(note) == []


def test_the_former_text_is_put_back(note: Workspace) -> None:
    before = standings(note)
    correct(note, NEW)
    correct(note, last_former(note, "note"))
    assert read_text(note, "note") == OLD
    assert standings(note) == before
    assert last_former(note, "note") == NEW


def test_what_was_decided_about_the_corrected_text_is_carried_on_to_the_next(note: Workspace) -> None:
    correct(note, NEW)
    says(note, decide.answer("accept", target(proposal("Kraków", "PLACE", NEW))))
    correct(note, "A heading was added.\n\n" + NEW)
    found = {each.record.exact: each for each in Decided(note).reviewed(["note"]).mentions.values()}
    assert (found["Kraków"].stale, found["Kraków"].record.start) == (False, NEW.index("Kraków") + 22)


def test_a_source_that_changed_since_the_preview_is_left_alone(note: Workspace) -> None:
    proposed = propose(note, "note", NEW)
    correct(note, NEW)
    with pytest.raises(RegestaError, match="changed meanwhile"):
        put(note, proposed, by="anna", at=AT)


def test_text_txt_itself_may_have_been_corrected_where_the_former_can_be_read_anew(note: Workspace) -> None:
    (note.source_dir("note") / "text.txt").write_text(NEW, encoding="utf-8")
    with pytest.raises(RegestaError, match="cannot be made again"):
        propose(note, "note", NEW)
    report = propose(note, "note", NEW, lambda _source, data: data.decode("utf-8")).report
    assert report.counts["moved"] == 2


def test_a_new_text_is_kept_as_texts_are(note: Workspace, tmp_path) -> None:
    (tmp_path / "new.txt").write_bytes("Krako\u0301w\r\n".encode("utf-16"))
    assert read_new_text(note, tmp_path / "new.txt") == "Kraków\n"


PAGE = PageLayout(
    n=1,
    label="1",
    start=0,
    end=44,
    width=600.5,
    height=800.5,
    words=[Word(at, at + len(word), 10.5 * n, 10.5, 10.5 * n + 9, 20.5) for n, (word, at) in enumerate(
        [("Tbe", 0), ("envoys", 4), ("met", 11)]
    )],
)  # fmt: skip


def test_pages_and_boxes_follow_and_come_back(note: Workspace) -> None:
    path = note.source_dir("note") / "layout.jsonl"
    path.write_bytes(write_records([PAGE]))
    before = path.read_bytes()
    correct(note, "In short: " + NEW)
    (page,) = read_layout(note, "note")
    text = read_text(note, "note")
    assert [text[word.start : word.end] for word in page.words] == ["The", "envoys", "met"]
    source = read_source(note, "note")
    assert source.text is not None
    assert (source.text.layout, source.pages[0].end) == (sha256_hex(path.read_bytes()), page.end)
    correct(note, last_former(note, "note"))
    assert path.read_bytes() == before


def test_words_of_a_row_that_is_gone_are_not_found_in_the_next_one(ws: Workspace, make_source) -> None:
    rows = [f"No. {number}: seized in Grusk by night, and shot on the same day.\n" for number in range(1, 7)]
    text = "".join(rows)
    make_source(ws, "note", text)
    spans = [(at, at + 5) for at in range(len(text)) if text.startswith("Grusk", at)]
    taken: dict[str, Mention] = {}
    for span in spans:
        mention = decide.new_mention("note", text, span, "PLACE", "place:grusk", reviewer="x", taken=taken)
        taken[mention.id] = mention
    says(ws, *(decide.answer("accept", target(mention)) for mention in taken.values()))
    correct(ws, "".join(rows[:2] + rows[3:]))
    found = sorted(Decided(ws).reviewed(["note"]).mentions.values(), key=lambda each: each.record.start)
    kept = [each.record.start for each in found if not each.stale]
    assert len(kept) == 5
    assert len(set(kept)) == 5
