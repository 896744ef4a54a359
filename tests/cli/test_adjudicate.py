"""`regesta adjudicate`: conflicts alone, settled by those who may."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from regesta.anchor.drafts import Draft, mentions
from regesta.cli import regesta
from regesta.model.mention import By
from regesta.stages.decided import Decided
from regesta.workspace.init import init
from regesta.workspace.jsonl import write_records
from regesta.workspace.logs import read_decisions
from regesta.workspace.workspace import Workspace

TEXT = "On 6 December 1939 officers of both services met in Zakopane.\n"


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """Two proposals; anna and ben review the source apart and differ about the second, and about words they added."""
    init(tmp_path, "Talks")
    (tmp_path / "regesta.toml").write_text('title = "Talks"\n[review]\nadjudicators = ["Carla"]\n', "utf-8")
    workspace = Workspace.open(tmp_path)
    by = By(component="rules", version="1")
    spans = (("6 December 1939", "DATE", "1939-12-06"), ("Zakopane", "PLACE", "place:zakopane"))
    drafts = [
        Draft(start=TEXT.index(words), end=TEXT.index(words) + len(words), label=label, value=value, by=by)
        for words, label, value in spans
    ]
    home = workspace.source_dir("kowal1951")
    home.mkdir(parents=True)
    (home / "source.json").write_text('{"id":"kowal1951","csl":{}}', "utf-8")
    (home / "text.txt").write_bytes(TEXT.encode())
    path = workspace.mentions_path("kowal1951")
    path.parent.mkdir(parents=True)
    path.write_bytes(write_records(mentions("kowal1951", TEXT, [], drafts)))
    run(workspace, "assign", "anna", "ben", "--overlap", "1", "--as", "anna")
    review(workspace, "anna", 'add ORG "officers of both services"\na\na note="as on the map"\n')
    review(workspace, "ben", 'add ORG "both services"\na\nr\n')
    return workspace


def run(ws: Workspace, *arguments: str, lines: str = "") -> Result:
    return CliRunner().invoke(regesta, ["-C", str(ws.root), *arguments], input=lines)


def review(ws: Workspace, name: str, lines: str) -> None:
    assert run(ws, "review", "--plain", "--as", name, lines=lines).exit_code == 0


def adjudicate(ws: Workspace, lines: str, name: str = "carla") -> Result:
    return run(ws, "adjudicate", "--plain", "--as", name, lines=lines)


def accepted(ws: Workspace) -> list[str]:
    found = Decided(ws).reviewed(["kowal1951"]).mentions.values()
    return [each.record.exact for each in found if each.status == "accepted"]


def test_who_is_not_named_in_the_settings_is_refused(ws):
    refused = run(ws, "adjudicate", "--as", "anna")
    assert refused.exit_code == 1
    assert isinstance(refused.exception, Exception)
    assert "anna is no adjudicator here" in str(refused.exception)


def test_only_conflicts_are_shown_side_by_side_and_overlapping_spans_are_one(ws):
    shown = adjudicate(ws, "skip\nquit\n")
    assert "carla on" in shown.stderr
    assert "2 to settle" in shown.stderr
    first, second = shown.stdout.split("skipped")
    assert "1  anna" in first
    assert "ORG “officers of both services”" in first
    assert "ORG “both services”" in first
    assert "met in [[Zakopane]]." in second
    assert "note as on the map" in second
    assert "proposed by rules 1" in second
    assert "nothing here" in second
    assert "6 December 1939]]" not in shown.stdout


@pytest.mark.parametrize(
    ("answers", "left"),
    [
        ("1\n1\n", ["6 December 1939", "officers of both services", "Zakopane"]),
        ("take ben\ntake ben\n", ["6 December 1939", "both services"]),
        ("both\n0\n", ["6 December 1939", "officers of both services", "both services"]),
        ("0\nnothing\n", ["6 December 1939"]),
        ('e span="services"\namend label=ORG\n', ["6 December 1939", "services", "Zakopane"]),
    ],
)
def test_a_ruling_holds_over_all_others(ws, answers, left):
    done = adjudicate(ws, answers)
    assert "0 left" in done.stderr
    assert done.exit_code == 0
    assert accepted(ws) == left
    assert "0 to settle" in adjudicate(ws, "").stderr


def test_a_ruling_is_one_act_and_is_taken_back_as_one(ws):
    done = adjudicate(ws, "2\nu\nquit\n")
    assert "taken back" in done.stdout
    assert "2 to settle" in adjudicate(ws, "").stderr
    ruled = [each for each in read_decisions(ws)[0] if each.batch]
    assert [each.answer for each in ruled] == ["reject", "accept", "retract", "retract"]
    assert len({each.batch for each in ruled[:2]}) == 1


def test_what_was_skipped_last_is_asked_again_by_undo_and_no_ruling_is_taken_back(ws):
    done = adjudicate(ws, "1\nskip\nu\nquit\n")
    assert "1 left" in done.stderr
    assert "officers of both services" in accepted(ws)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("7", "no answer to a conflict"),
        ("take dora", "'dora' has not answered this"),
        ("amend", "say what to change"),
        ("accept", "no answer to a conflict"),
    ],
)
def test_what_is_no_answer_is_said_and_rules_nothing(ws, line, why):
    done = adjudicate(ws, f"{line}\n")
    assert f"Not done: {why}" in done.stdout or why in done.stdout
    assert done.exit_code == 3
    assert "2 left" in done.stderr


def test_what_one_added_and_the_other_did_not_find_is_asked_and_nothing_here_can_be_the_answer(ws):
    review(ws, "anna", 'add PERSON "On"\n')
    for name in ("anna", "ben"):
        assert run(ws, "review", "kowal1951", "--as", name, "--complete").exit_code == 0
    shown = adjudicate(ws, "quit\n")
    assert "3 to settle" in shown.stderr
    assert "2  ben" in shown.stdout
    assert "nothing here\n" in shown.stdout.replace(" " * 39, "")
    assert "(reviewed to the end)" in shown.stdout
    assert "2 left" in adjudicate(ws, "0\nquit\n").stderr
    assert "On" not in accepted(ws)


def test_a_ruling_does_not_make_people_agree_afterwards(ws):
    before = run(ws, "agree", "--json").stdout
    adjudicate(ws, "1\n1\n")
    assert run(ws, "agree", "--json").stdout == before
