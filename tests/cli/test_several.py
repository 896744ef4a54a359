"""Several people at work on clones of one workspace, each with the commands alone."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from regesta.anchor.drafts import Draft, mentions
from regesta.cli import regesta
from regesta.model.ids import sha256_hex
from regesta.model.mention import By
from regesta.model.source import Source, SourceText
from regesta.workspace.init import init
from regesta.workspace.jsonl import write_records
from regesta.workspace.workspace import Workspace

TEXT = (
    "On 6 December 1939 officers of both services met in Zakopane.\n\nA second talk took place in Lwów in March 1940.\n"
)
SPANS = (("6 December 1939", "DATE", "1939-12-06"), ("Zakopane", "PLACE", ""), ("Lwów", "PLACE", ""))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with two sources of three proposals each; git knows it."""
    folder = tmp_path / "first"
    init(folder, "Talks")
    (folder / "regesta.toml").write_text('title = "Talks"\n[review]\nadjudicators = ["carla"]\n', "utf-8")
    (folder / ".gitignore").write_text(".regesta/\n", "utf-8")
    ws = Workspace.open(folder)
    for source in ("kowal1951", "nowak1962"):
        add_source(ws, source)
    git(folder, "init")
    commit(folder)
    return folder


def add_source(ws: Workspace, source: str) -> None:
    by = By(component="rules", version="1")
    drafts = [
        Draft(start=TEXT.index(words), end=TEXT.index(words) + len(words), label=label, value=value, by=by)
        for words, label, value in SPANS
    ]
    home = ws.source_dir(source)
    home.mkdir(parents=True)
    text = SourceText(sha256=sha256_hex(TEXT.encode()), chars=len(TEXT), reader="text", version="1")
    (home / "source.json").write_bytes(msgspec.json.encode(Source(id=source, csl={"id": source}, text=text)))
    (home / "text.txt").write_bytes(TEXT.encode())
    ws.mentions_path(source).parent.mkdir(parents=True, exist_ok=True)
    ws.mentions_path(source).write_bytes(write_records(mentions(source, TEXT, [], drafts)))


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "work")


def run(folder: Path, *arguments: str, lines: str = "") -> Result:
    return CliRunner().invoke(regesta, ["-C", str(folder), *arguments], input=lines)


def review(folder: Path, name: str, lines: str, *options: str) -> Result:
    return run(folder, "review", "--plain", "--as", name, *options, lines=lines)


def clone(root: Path) -> Path:
    other = root.parent / "second"
    git(root.parent, "clone", str(root), str(other))
    return other


def pull(folder: Path) -> None:
    git(folder, "pull", "--no-rebase", "--no-edit")


def test_logs_of_two_reviewers_on_two_clones_merge_without_a_conflict(root):
    other = clone(root)
    review(root, "anna", "a\na\na\n", "kowal1951")
    commit(root)
    review(other, "ben", "a\nr\n", "kowal1951")
    commit(other)
    pull(other)
    result = run(other, "status")
    assert "log." not in result.stderr
    assert run(other, "agree", "--json").exit_code == 0
    (pair,) = json.loads(run(other, "agree", "--json").stdout)["pairs"]
    assert (pair["reviewers"], pair["all"]["units"], pair["all"]["same"]) == (["anna", "ben"], 2, 0.5)


def test_one_reviewer_on_two_machines_merges_without_a_conflict(root):
    other = clone(root)
    settings = other / "regesta.toml"
    settings.write_text(settings.read_text("utf-8") + 'device = "train"\n', "utf-8")
    review(root, "anna", "a\na\n", "kowal1951")
    commit(root)
    git(other, "update-index", "--assume-unchanged", "regesta.toml")
    review(other, "anna", "a\nr\n", "nowak1962")
    commit(other)
    pull(other)
    result = run(other, "status")
    assert "log." not in result.stderr
    assert result.stdout.count("2/3") == 2


def test_work_that_two_people_hand_out_at_once_merges_and_a_source_that_both_gave_is_done_by_both(root):
    other = clone(root)
    run(root, "assign", "anna", "--source", "kowal1951", "--as", "anna")
    commit(root)
    run(other, "assign", "ben", "--source", "kowal1951", "--as", "ben")
    commit(other)
    pull(other)
    assert "anna 0/3, ben 0/3" in run(other, "status").stdout


def test_a_log_that_somebody_edited_is_named_with_the_line(root):
    review(root, "anna", "a\nr\na\n", "kowal1951")
    (log,) = (root / "annotations/decisions/anna").glob("*.jsonl")
    log.write_bytes(log.read_bytes().replace(b'"answer":"reject"', b'"answer":"accept"'))
    place = f"annotations/decisions/anna/{log.name}"
    status = run(root, "status")
    assert status.exit_code == 3
    assert f"{place}:2: the line was changed after it was written [log.id]" in status.stderr
    assert f"{place}:3: the line before is not the one that this line names [log.chain]" in status.stderr


def test_a_conflict_that_git_left_in_a_log_is_named_with_the_line(root):
    review(root, "anna", "a\nr\n", "kowal1951")
    (log,) = (root / "annotations/decisions/anna").glob("*.jsonl")
    first, second = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(first + b"<<<<<<< HEAD\n" + second)
    for command in (["status"], ["review", "--plain", "--as", "ben"], ["agree"]):
        result = run(root, *command)
        assert f"annotations/decisions/anna/{log.name}:2:" in result.stderr
        assert "git conflict marker" in result.stderr


def test_each_source_goes_to_somebody_and_later_only_what_is_new(root):
    first = run(root, "assign", "anna", "ben", "--as", "anna", "--json")
    assert [json.loads(line)["source"] for line in first.stdout.splitlines()] == ["kowal1951", "nowak1962"]
    assert run(root, "assign", "anna", "ben", "--as", "anna").stdout == ""
    add_source(Workspace.open(root), "ochs1970")
    assert "ochs1970" in run(root, "assign", "anna", "ben", "--as", "anna").stdout
    assert len(list((root / "annotations/assignments").glob("*.jsonl"))) == 2


def test_when_somebody_leaves_the_others_take_over_what_is_unfinished(root):
    other = clone(root)
    run(root, "assign", "anna", "ben", "--overlap", "1", "--as", "anna")
    review(root, "ben", "a\na\na\n", "kowal1951")
    shown = run(root, "assign", "anna", "carla", "--leaves", "ben", "--as", "anna")
    assert shown.stdout == "nowak1962  anna, carla\n"
    assert "1 piece handed out" in shown.stderr
    assert "Several people do" in shown.stderr
    commit(root)
    review(other, "dora", "a\n", "nowak1962")
    commit(other)
    pull(other)
    status = run(other, "status").stdout
    assert "anna 0/3, ben 3/3" in status
    assert "anna 0/3, carla 0/3" in status
    assert "1 piece handed out to you" in review(other, "carla", "quit\n").stderr


def test_shared_pieces_that_others_have_finished_are_taken_over_evenly(root):
    run(root, "assign", "anna", "ben", "--overlap", "1", "--as", "anna")
    review(root, "anna", "a\na\na\na\na\na\n")
    shown = run(root, "assign", "anna", "carla", "dora", "--leaves", "ben", "--as", "anna", "--json")
    assert [json.loads(line)["reviewers"] for line in shown.stdout.splitlines()] == [
        ["anna", "carla"],
        ["anna", "dora"],
    ]


def test_what_nobody_else_can_take_over_stays_and_is_named(root):
    run(root, "assign", "anna", "ben", "--overlap", "1", "--source", "kowal1951", "--as", "anna")
    shown = run(root, "assign", "anna", "--leaves", "ben", "--as", "anna")
    assert shown.stdout == ""
    assert "kowal1951 stays with ben: all who are named have it already" in shown.stderr
    assert run(root, "assign", "anna", "--leaves", "dora", "--as", "anna").exit_code == 1


def test_how_much_several_people_do_is_said(root):
    shown = run(root, "assign", "anna", "ben", "--overlap", "0.5", "--dry-run")
    assert "Several people do 3 of 6 (50%): anna and ben 3." in shown.stderr


def test_a_trial_writes_nothing(root):
    assert "kowal1951" in run(root, "assign", "anna", "ben", "--dry-run").stdout
    assert not (root / "annotations/assignments").exists()


def test_a_line_that_was_taken_away_frees_its_source_and_one_that_is_none_is_named(root):
    run(root, "assign", "anna", "--as", "anna")
    (path,) = (root / "annotations/assignments").glob("*.jsonl")
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0] + b"nonsense\n")
    again = run(root, "assign", "ben", "--as", "anna")
    assert again.stdout == "nowak1962  ben\n"
    assert f"annotations/assignments/{path.name}:2: the line is no record" in again.stderr


def test_agreement_is_shown_with_what_to_beware_of_and_drawn(root):
    for name, lines in (("anna", "a\na\na\n"), ("ben", "a\nr\namend label=ORG\n")):
        review(root, name, lines, "kowal1951", "--all")
    result = run(root, "agree", "--html", str(root / "agreement.html"))
    assert "Beware: all" in result.stdout
    assert "fewer than 10 units" in result.stdout
    assert "met in [[Zakopane]]." in result.stdout
    assert "ben   nothing here" in result.stdout
    assert "anna  PLACE “Lwów” place:lwow" in result.stdout or "anna  PLACE “Lwów” open" in result.stdout
    page = (root / "agreement.html").read_text("utf-8")
    assert "<svg" in page
    assert "<mark>Zakopane</mark>" in page
    assert "http" not in page.replace("http-equiv", "")


def test_markup_in_a_source_stays_text_on_the_page(root):
    text = root / "corpus/kowal1951/text.txt"
    text.write_bytes(text.read_bytes().replace(b"officers", b"<script>"))
    for name, lines in (("anna", "a\n"), ("ben", "r\n")):
        review(root, name, lines, "kowal1951", "--all")
    run(root, "agree", "--html", str(root / "agreement.html"))
    assert "<script>" not in (root / "agreement.html").read_text("utf-8")


def share(root: Path, *options: str) -> None:
    run(root, "assign", "anna", "ben", "--overlap", "1", "--source", "kowal1951", "--as", "anna", *options)


def test_who_has_work_sees_that_alone_unless_everything_is_asked_for(root):
    run(root, "assign", "anna", "--source", "nowak1962", "--as", "anna")
    own = review(root, "anna", "quit\n")
    assert "1 piece handed out to you" in own.stderr
    assert "3 to decide" in own.stderr
    assert "6 to decide" in review(root, "anna", "quit\n", "--everyone").stderr
    assert "3 to decide" in review(root, "anna", "quit\n", "kowal1951").stderr
    assert "6 to decide" in review(root, "ben", "quit\n").stderr


def test_those_who_share_a_source_do_not_see_each_other_s_answers_there(root):
    share(root)
    review(root, "anna", "amend value=1939-12\nr\nnote odd\na\n")
    theirs = review(root, "ben", "quit\n")
    assert "3 to decide" in theirs.stderr
    assert "1939-12-06" in theirs.stdout
    assert "anna" not in theirs.stdout
    assert "anna rejected it" not in theirs.stdout
    review(root, "ben", "a\na\na\n")
    (pair,) = json.loads(run(root, "agree", "--json").stdout)["pairs"]
    assert pair["all"]["units"] == 3
    assert not any("could see the other" in caution for caution in pair["all"]["cautions"])
    assert "2 to decide" in review(root, "carla", "quit\n", "--disagreed").stderr


def test_nobody_marks_a_shared_source_as_complete_by_the_other_s_answers(root):
    share(root)
    review(root, "anna", "a\na\na\n")
    assert review(root, "anna", "", "kowal1951", "--complete").exit_code == 0
    refused = review(root, "ben", "", "kowal1951", "--complete")
    assert (refused.exit_code, "3 of its mentions wait" in refused.stderr) == (3, True)


def test_a_part_of_a_source_is_all_that_is_shown_of_it(root):
    path = root / "annotations/assignments/by-hand.jsonl"
    path.parent.mkdir()
    end = TEXT.index("\n\n")
    path.write_text(json.dumps({"source": "kowal1951", "reviewers": ["Anna"], "start": 0, "end": end}) + "\n", "utf-8")
    assert "2 to decide" in review(root, "anna", "quit\n").stderr


def test_an_edited_log_is_named_when_a_review_begins(root):
    review(root, "anna", "a\nr\na\n", "kowal1951")
    (log,) = (root / "annotations/decisions/anna").glob("*.jsonl")
    log.write_bytes(log.read_bytes().replace(b'"answer":"reject"', b'"answer":"accept"'))
    assert f"annotations/decisions/anna/{log.name}:2: the line was changed" in review(root, "ben", "quit\n").stderr
