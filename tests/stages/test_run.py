"""The whole path over small sources, with the real tagger."""

from __future__ import annotations

import shutil
from typing import Protocol

import pytest

from regesta.engine.run import Runner
from regesta.stages.recheck import recheck
from regesta.stages.report import Report, Wanted
from regesta.stages.run import run
from regesta.stages.state import Details
from regesta.stages.status import status
from regesta.stages.survey import Survey
from regesta.workspace.lock import locked
from regesta.workspace.workspace import Workspace

TEXT = "On 6 December 1939 a conference was held in Kraków. Adolf Eichmann represented the German side.\n"


class MakeSource(Protocol):
    """The fixture that puts a text into a workspace."""

    def __call__(self, ws: Workspace, citekey: str, text: str) -> object: ...


def do(ws: Workspace, jobs: int = 1, **wanted: object) -> Report:
    with Runner(jobs) as runner:
        return run(ws, Wanted(**wanted), runner, lambda *_: None)  # type: ignore[arg-type]


def derived(ws: Workspace) -> dict[str, bytes]:
    """All that the stages made, by path."""
    paths = [*ws.annotations.glob("*.jsonl"), *ws.annotations.glob("mentions/*"), *ws.annotations.glob("claims/*")]
    return {ws.relative(path): path.read_bytes() for path in sorted(paths)}


def test_a_run_makes_mentions_claims_and_events_and_the_next_has_nothing_to_do(
    ws: Workspace, make_source: MakeSource
) -> None:
    make_source(ws, "anna", TEXT)
    first = do(ws)
    assert not first.findings
    assert b"1939-12-06" in ws.mentions_path("anna").read_bytes()
    assert b"meeting" in ws.claims_path("anna").read_bytes()
    assert ws.events_path.read_bytes() == b""
    assert do(ws).idle


def test_what_is_derived_is_made_again_byte_for_byte(ws: Workspace, make_source: MakeSource) -> None:
    make_source(ws, "anna", TEXT)
    make_source(ws, "bert", "The treaty was signed in Moscow on 23 August 1939.\n")
    do(ws, jobs=2)
    made = derived(ws)
    shutil.rmtree(ws.cache)
    for path in made:
        (ws.root / path).unlink()
    do(ws)
    assert derived(ws) == made


def test_a_source_that_is_not_what_its_record_says_is_left_out(ws: Workspace, make_source: MakeSource) -> None:
    make_source(ws, "anna", TEXT)
    make_source(ws, "bert", TEXT.replace("Kraków", "Lwów"))
    (ws.source_dir("anna") / "original.txt").write_bytes(b"other bytes")
    report = do(ws)
    assert [(finding.code, finding.path) for finding in report.findings] == [
        ("corpus.changed", "corpus/anna/original.txt")
    ]
    assert not ws.mentions_path("anna").exists()
    assert ws.mentions_path("bert").exists()


def test_problems_are_said_again_when_nothing_is_to_be_done(ws: Workspace, make_source: MakeSource) -> None:
    make_source(ws, "anna", TEXT)
    (ws.source_dir("anna") / "text.txt").write_bytes(b"other words")
    first, second = do(ws), do(ws)
    assert second.idle
    assert [each.code for each in second.findings] == [each.code for each in first.findings] == ["corpus.changed"]


def test_a_missing_text_is_read_again(ws: Workspace, make_source: MakeSource) -> None:
    make_source(ws, "anna", TEXT)
    (ws.source_dir("anna") / "text.txt").unlink()
    survey = Survey(ws, Details())
    with Runner(1) as runner:
        done = recheck(ws, survey, runner, lambda *_: None)
    assert (done.made, done.findings) == (["anna"], [])
    assert (ws.source_dir("anna") / "text.txt").read_text(encoding="utf-8") == TEXT


def test_two_runs_at_once_do_not_mix(ws: Workspace) -> None:
    with locked(ws.lock_path), pytest.raises(Exception, match=r"workspace\.locked"):
        do(ws)


def test_status_says_what_is_next(ws: Workspace, make_source: MakeSource) -> None:
    assert status(ws).next == "regesta ingest FILES"
    make_source(ws, "anna", TEXT)
    assert status(ws).next == "regesta run"
    do(ws)
    now = status(ws)
    assert now.next == "regesta review"
    (anna,) = now.sources
    assert (anna.ingested, anna.tagged, anna.extracted) == ("fresh", "fresh", "fresh")
    assert anna.claims.open == anna.claims.total > 0


def test_a_stray_file_or_folder_of_the_corpus_leaves_a_run_idle(ws: Workspace, make_source: MakeSource) -> None:
    make_source(ws, "anna", TEXT)
    (ws.corpus / "README.md").write_text("Where the letters come from.", encoding="utf-8")
    (ws.corpus / "half-made").mkdir()
    assert not do(ws).idle
    assert do(ws).idle
    make_source(ws, "bert", "The treaty was signed in Moscow on 23 August 1939.\n")
    assert not do(ws).idle


def test_a_failure_under_settings_that_are_gone_is_forgotten(ws: Workspace, make_source: MakeSource) -> None:
    make_source(ws, "anna", TEXT)
    do(ws)
    settings = ws.root / "regesta.toml"
    before = settings.read_bytes()
    settings.write_bytes(before.replace(b"\n[tag]\n", b'\n[tag]\nmodel = "no_such_model"\n'))
    assert [finding.code for finding in do(Workspace.open(ws.root)).findings] == ["tag.model"]
    settings.write_bytes(before)
    assert status(ws).findings == []
    assert do(ws).findings == []
    again = do(ws)
    assert (again.idle, again.findings) == (True, [])


def test_a_source_that_failed_is_not_counted_as_up_to_date(ws: Workspace, make_source: MakeSource) -> None:
    make_source(ws, "anna", TEXT)
    (ws.source_dir("anna") / "source.json").write_bytes(b"{}")
    survey = Survey(ws, Details())
    with Runner(1) as runner:
        for _ in range(2):
            done = recheck(ws, survey, runner, lambda *_: None)
            assert (done.made, done.fresh, len(done.findings)) == ([], 0, 1)


def test_status_does_not_advise_to_try_again_what_has_to_be_mended_first(
    ws: Workspace, make_source: MakeSource
) -> None:
    make_source(ws, "anna", TEXT)
    (ws.source_dir("anna") / "text.txt").write_bytes(b"other words")
    do(ws)
    now = status(ws)
    assert (now.next, now.why) == ("regesta run", "after the files of a source are mended, as its finding says")
    (ws.source_dir("anna") / "text.txt").write_text(TEXT, encoding="utf-8")
    assert do(ws).findings == []
    assert status(ws).next == "regesta review"
