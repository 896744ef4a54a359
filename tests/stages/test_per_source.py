"""A stage over many sources: only what is stale is done, and a source that fails harms only itself."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import ModuleType
from typing import Protocol

import pytest

from regesta.engine.run import Runner
from regesta.engine.task import Task
from regesta.stages.per_source import Plan, bring_up_to_date
from regesta.stages.receipt import key_of
from regesta.stages.report import Done, Wanted
from regesta.stages.state import MENTIONS, TEXT, details, load, save
from regesta.stages.survey import Survey
from regesta.workspace.workspace import Workspace


class MakeSource(Protocol):
    """The fixture that puts a text into a workspace."""

    def __call__(self, ws: Workspace, citekey: str, text: str) -> object: ...


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The small stage, importable here and in the workers."""
    monkeypatch.syspath_prepend(Path(__file__).parent)
    import stage_work

    return stage_work


def count_words(ws: Workspace, work: ModuleType, *, jobs: int = 1, retry: bool = False) -> Done:
    """One run of the small stage, with what was remembered before and is remembered after."""
    survey = Survey(ws, details(load(ws)))

    def task(citekey: str, key: str) -> Task:
        path = ws.source_dir(citekey) / "text.txt"
        return Task(name=str(path), work=work.count, argument=work.CountTask(str(ws.cache), str(path), citekey, key))

    plan = Plan(
        stage="count",
        slot=MENTIONS,
        output="words",
        keys={citekey: key_of("count", known.hashes[TEXT]) for citekey, known in survey.sources.items()},
        task=task,
        target=ws.mentions_path,
    )
    with Runner(jobs) as runner:
        done = bring_up_to_date(survey, plan, runner, Wanted(retry=retry), lambda *_: None)
    save(ws, survey.details, "", "")
    return done


def worked(ws: Workspace) -> list[str]:
    """The sources that were really worked on, run after run."""
    path = ws.cache / "worked"
    return path.read_text(encoding="utf-8").split() if path.exists() else []


def test_each_source_is_done_once(ws: Workspace, make_source: MakeSource, work: ModuleType) -> None:
    make_source(ws, "anna", "one two three")
    make_source(ws, "bert", "four five")
    first, second = count_words(ws, work), count_words(ws, work)
    assert (first.made, first.fresh) == (["anna", "bert"], 0)
    assert (second.made, second.fresh) == ([], 2)
    assert ws.mentions_path("anna").read_bytes() == b"3\n"


def test_only_what_changed_is_done_again(ws: Workspace, make_source: MakeSource, work: ModuleType) -> None:
    make_source(ws, "anna", "one two three")
    make_source(ws, "bert", "four five")
    count_words(ws, work)
    (ws.source_dir("bert") / "text.txt").write_bytes(b"four five six seven")
    assert count_words(ws, work).made == ["bert"]
    assert ws.mentions_path("bert").read_bytes() == b"4\n"


def test_a_touched_file_that_holds_the_same_is_not_stale(
    ws: Workspace, make_source: MakeSource, work: ModuleType
) -> None:
    make_source(ws, "anna", "one two three")
    count_words(ws, work)
    path = ws.source_dir("anna") / "text.txt"
    path.write_bytes(path.read_bytes())
    assert count_words(ws, work).fresh == 1


def test_what_was_edited_or_deleted_is_made_again_without_the_work(
    ws: Workspace, make_source: MakeSource, work: ModuleType
) -> None:
    make_source(ws, "anna", "one two three")
    make_source(ws, "bert", "four five")
    count_words(ws, work)
    ws.mentions_path("anna").unlink()
    ws.mentions_path("bert").unlink()
    ws.mentions_path("bert").write_bytes(b"99\n")
    assert count_words(ws, work).made == ["anna", "bert"]
    assert ws.mentions_path("bert").read_bytes() == b"2\n"
    assert worked(ws) == ["anna", "bert"]


def test_an_edit_through_a_hard_link_does_not_come_back_from_the_cache(
    ws: Workspace, make_source: MakeSource, work: ModuleType
) -> None:
    make_source(ws, "anna", "one two three")
    count_words(ws, work)
    ws.mentions_path("anna").write_bytes(b"9\n")
    assert count_words(ws, work).made == ["anna"]
    assert ws.mentions_path("anna").read_bytes() == b"3\n"


def test_everything_that_is_remembered_may_be_deleted(ws: Workspace, make_source: MakeSource, work: ModuleType) -> None:
    make_source(ws, "anna", "one two three")
    count_words(ws, work)
    shutil.rmtree(ws.cache)
    ws.cache.mkdir()
    assert count_words(ws, work).made == ["anna"]
    assert count_words(ws, work).fresh == 1


def test_a_run_that_was_killed_before_it_remembered_anything_finds_its_work_in_the_cache(
    ws: Workspace, make_source: MakeSource, work: ModuleType
) -> None:
    make_source(ws, "anna", "one two three")
    count_words(ws, work)
    ws.mentions_path("anna").unlink()
    (ws.cache / "state.msgpack").unlink()
    assert count_words(ws, work).made == ["anna"]
    assert worked(ws) == ["anna"]


def test_a_state_that_cannot_be_read_is_none(ws: Workspace, make_source: MakeSource, work: ModuleType) -> None:
    make_source(ws, "anna", "one two three")
    count_words(ws, work)
    (ws.cache / "state.msgpack").write_bytes(b"\x00torn")
    assert count_words(ws, work).made == ["anna"]


def test_a_bad_source_harms_only_itself(ws: Workspace, make_source: MakeSource, work: ModuleType) -> None:
    make_source(ws, "anna", "BAD")
    make_source(ws, "bert", "four five")
    done = count_words(ws, work)
    assert done.made == ["bert"]
    assert [finding.code for finding in done.findings] == ["tag.bad"]


def test_a_failure_is_reported_again_and_tried_again_only_when_asked(
    ws: Workspace, make_source: MakeSource, work: ModuleType
) -> None:
    make_source(ws, "anna", "POISON one")
    make_source(ws, "bert", "four five")
    first = count_words(ws, work, jobs=2)
    again = count_words(ws, work)
    assert [finding.code for finding in first.findings] == ["engine.set_aside"]
    assert again.findings == first.findings
    assert first.made == ["bert"]
    (ws.source_dir("anna") / "text.txt").write_bytes(b"cured now")
    assert count_words(ws, work).made == ["anna"]


def test_the_outcome_is_the_same_with_many_workers(ws: Workspace, make_source: MakeSource, work: ModuleType) -> None:
    for number in range(12):
        make_source(ws, f"source{number:02}", "word " * number)
    count_words(ws, work)
    alone = {path.name: path.read_bytes() for path in ws.mentions_path("x").parent.iterdir()}
    shutil.rmtree(ws.cache)
    shutil.rmtree(ws.mentions_path("x").parent)
    ws.cache.mkdir()
    count_words(ws, work, jobs=2)
    assert {path.name: path.read_bytes() for path in ws.mentions_path("x").parent.iterdir()} == alone
