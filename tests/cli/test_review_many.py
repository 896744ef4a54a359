"""Deciding many at once over a pipe: what would be done is shown first, `yes` does it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from regesta.anchor.drafts import Draft, mentions
from regesta.cli import regesta
from regesta.model.ids import sha256_hex
from regesta.model.mention import By
from regesta.model.source import Source, SourceText
from regesta.workspace.init import init
from regesta.workspace.jsonl import write_records
from regesta.workspace.logs import read_decisions
from regesta.workspace.workspace import Workspace

TEXT = "The Gestapo came to Zakopane. Men of the Gestapo stayed; the Gestapo left Zakopane. Nobody saw Anders.\n"


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """One source with three mentions of one name, wrongly read as a person, and one place; one place is missed."""
    init(tmp_path, "Names")
    workspace = Workspace.open(tmp_path)
    by = By(component="rules", version="1", score=0.9)
    words = [("Gestapo", "PERSON", "person:gestapo")] * 3
    at, drafts = 0, []
    for name, label, value in words:
        at = TEXT.index(name, at + 1)
        drafts.append(Draft(start=at, end=at + len(name), label=label, value=value, by=by))
    at = TEXT.index("Zakopane")
    drafts.append(Draft(start=at, end=at + 8, label="PLACE", value="place:zakopane", by=by))
    text = SourceText(sha256=sha256_hex(TEXT.encode()), chars=len(TEXT), reader="text", version="1")
    folder = workspace.source_dir("kowal1951")
    folder.mkdir(parents=True)
    record = Source(id="kowal1951", csl={"id": "kowal1951"}, text=text)
    (folder / "source.json").write_bytes(msgspec.json.encode(record))
    (folder / "text.txt").write_bytes(TEXT.encode())
    workspace.mentions_path("kowal1951").parent.mkdir(parents=True)
    workspace.mentions_path("kowal1951").write_bytes(write_records(mentions("kowal1951", TEXT, [], drafts)))
    return workspace


@pytest.fixture
def review(ws):
    """Runs lines and gives what was printed, and the answers in the log with the labels that they set."""

    def run(lines: str) -> tuple[str, list[tuple[str, object]]]:
        result = CliRunner().invoke(regesta, ["-C", str(ws.root), "review", "--as", "anna", "--plain"], input=lines)
        assert result.exception is None or isinstance(result.exception, SystemExit)
        decisions, _ = read_decisions(ws)
        return result.stdout, [(each.answer, each.set.label) for each in decisions]

    return run


def test_everywhere_shows_first_and_does_it_with_yes_and_undo_takes_all_back(review):
    out, answers = review("everywhere label=ORG\n")
    assert "3 would be decided (amend)" in out
    assert "kowal1951  …The [[Gestapo]] came to Zakopane. Men of" in out
    assert answers == []
    out, answers = review("everywhere label=ORG yes\nundo\n")
    assert "saved, lines 1 to 3: 3 decided (amend); undo takes them back as one" in out
    assert answers == [("amend", "ORG")] * 3 + [("retract", msgspec.UNSET)] * 3
    assert "[[Gestapo]] came" in out.rpartition("taken back")[2]


def test_what_was_decided_before_is_shown_and_taken_with_a_key(review):
    out, answers = review("4\nnext\nm\nm\n")
    assert "decided as    ORG org:gestapo, 1 of 1 times by anna; m takes it" in out
    assert answers == [("amend", "ORG")] * 3
    assert "saved, line 2: amend as before: ORG “Gestapo” org:gestapo" in out


def test_words_that_nobody_marked_are_marked_wherever_they_stand(review):
    out, _ = review('mark PLACE "zakopane"\n')
    assert "1 would be marked as PLACE" in out
    assert "Gestapo left [[Zakopane]]. Nobody" in out
    _, answers = review('mark PLACE "zakopane" yes\n')
    assert answers == [("add", msgspec.UNSET)]


def test_a_page_that_was_read_is_accepted_in_one_act(review):
    out, answers = review("r\npage\npage yes\n")
    assert "3 are open on page 1; when all are right, `page yes` accepts them." in out
    assert [answer for answer, _ in answers] == ["reject", "accept", "accept", "accept"]
    assert "Nothing waits for a decision here." in out


def test_what_is_not_surely_right_is_not_accepted_unseen(review):
    out, answers = review("sure yes\n")
    assert "Too few of what is open on this page is surely right." in out
    assert answers == []


def test_one_looks_about_without_deciding(review):
    out, answers = review("next\nprevious\nfind gestapo\nfind pattern=And.rs\npages\n")
    assert "3 places" in out
    assert "Nobody saw [[Anders]]." in out
    assert "page 1: 4 open, 0 decided" in out
    assert answers == []
    assert out.count("[[Gestapo]] came to Zakopane") == 3


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("everywhere perhaps", "'perhaps' is no answer"),
        ("mark PLACE", "say a label and the words"),
        ("mark CITY x", "'CITY' is no label"),
        ("page 7", "kowal1951 has no page 7"),
        ("go m-none", "there is no mention 'm-none' here"),
        ("next note=later", "nothing can follow here"),
        ("find pattern=(", "'(' is no regular expression"),
        ("recall", "nothing is remembered of this"),
    ],
)
def test_what_cannot_be_done_says_why(review, line, why):
    out, answers = review(f"{line}\n")
    assert f"Not done: {why}" in out
    assert answers == []
