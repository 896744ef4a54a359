"""Opening a review: several windows and processes at one log, and what a kill leaves of an act that decided many."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from regesta.anchor.drafts import Draft, mentions
from regesta.errors import RegestaError
from regesta.model.ids import sha256_hex
from regesta.model.mention import By, Mention
from regesta.model.source import Source, SourceText
from regesta.review.everywhere import alike
from regesta.review.queue import Wanted
from regesta.review.session import Reviewer
from regesta.review.stale import Stale
from regesta.stages.reviewing import opened
from regesta.workspace.init import init
from regesta.workspace.jsonl import read_records, split_lines, write_records
from regesta.workspace.logs import broken_chains, read_decisions
from regesta.workspace.workspace import Workspace

WORDS = 60


def _propose(ws: Workspace, source: str) -> None:
    text = " ".join(f"Lwów{number}" for number in range(WORDS)) + ". Lwów and Lwów and Lwów."
    by = By(component="rules", version="1", score=0.8)
    spans = [(text.index(f"Lwów{number}"), len(f"Lwów{number}")) for number in range(WORDS)]
    spans += [(len(text) - 23 + step, 4) for step in (0, 9, 18)]
    drafts = [Draft(start=at, end=at + n, label="PLACE", value="place:lwow", by=by) for at, n in spans]
    record = SourceText(sha256=sha256_hex(text.encode()), chars=len(text), reader="text", version="1")
    ws.source_dir(source).mkdir(parents=True)
    (ws.source_dir(source) / "text.txt").write_bytes(text.encode())
    whole = Source(id=source, csl={"id": source}, text=record)
    (ws.source_dir(source) / "source.json").write_bytes(msgspec.json.encode(whole))
    ws.mentions_path(source).parent.mkdir(parents=True, exist_ok=True)
    ws.mentions_path(source).write_bytes(write_records(mentions(source, text, [], drafts)))


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """Two sources with sixty names each, and three mentions of one more."""
    init(tmp_path, "Windows")
    workspace = Workspace.open(tmp_path)
    for source in ("kowal1951", "nowak1952"):
        _propose(workspace, source)
    return workspace


def session_of(ws: Workspace, reviewer: str = "anna", **wanted: object):
    who = Reviewer(name=reviewer, device="desk", now=lambda: "2026-01-01T00:00:00Z")
    return opened(ws, Wanted(**wanted), who).session


def test_a_source_that_is_not_there_is_refused_by_name(ws):
    with pytest.raises(RegestaError, match="there is no source 'none'"):
        session_of(ws, sources=("none",))


def test_opening_imports_no_spacy():
    script = "import sys, regesta.stages.reviewing; assert not {'spacy', 'click', 'starlette'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_window_sees_before_its_next_act_what_the_other_has_saved(ws):
    one, two = session_of(ws), session_of(ws)
    one.accept()
    with pytest.raises(Stale) as refused:
        two.reject()
    assert (refused.value.shown.status, refused.value.now.status) == ("open", "accepted")
    assert two.current.key == refused.value.now.key
    assert len(read_decisions(ws)[0]) == 1
    two.reject()
    assert [each.answer for each in read_decisions(ws)[0]] == ["accept", "reject"]
    assert broken_chains(ws) == []


def test_another_act_in_one_window_does_not_hinder_the_other(ws):
    one, two = session_of(ws), session_of(ws, "ben")
    two.next()
    one.accept()
    two.reject()
    assert two.state.reviewed() == session_of(ws, "carla").state.reviewed()
    assert len(one.catch_up()) == 1
    assert one.state.reviewed() == two.state.reviewed()
    assert one.counts.left == two.counts.left


def test_undo_takes_back_what_the_same_reviewer_did_last_in_whichever_window(ws):
    one, two = session_of(ws), session_of(ws)
    one.accept()
    assert two.undo().answer == "retract"
    assert two.counts.left == 2 * (WORDS + 3)
    one.catch_up()
    assert one.counts.left == 2 * (WORDS + 3)


def _at_work(root: str, reviewer: str, first: int) -> None:
    """Answers every other mention, as one of two processes at the same log."""
    ws = Workspace.open(Path(root))
    session = session_of(ws, reviewer, sources=("kowal1951",))
    for each in read_records(ws.mentions_path("kowal1951"), Mention)[first:WORDS:2]:
        session.go(("mention", each.id))
        session.accept()


@pytest.mark.parametrize("others", ["anna", "ben"])
def test_two_processes_at_work_at_once_lose_and_double_nothing(ws, others):
    fork = multiprocessing.get_context("fork")
    workers = [
        fork.Process(target=_at_work, args=(str(ws.root), name, first)) for first, name in enumerate(("anna", others))
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0]
    decisions, findings = read_decisions(ws)
    assert findings == broken_chains(ws) == []
    assert len({each.target.id for each in decisions}) == len(decisions) == WORDS
    assert session_of(ws, sources=("kowal1951",)).counts.left == 3


def test_a_batch_is_written_with_one_fsync_or_not_at_all(ws, monkeypatch):
    session = session_of(ws, sources=("kowal1951",))
    session.go(next(name for name in session._position.queue if session.item(name).record.exact == "Lwów"))
    syncs = []
    monkeypatch.setattr("os.fsync", syncs.append)
    session.everywhere(alike(session, session.current), "reject")
    assert len(syncs) == 2  # the log, and its folder, which is new
    monkeypatch.undo()
    session.undo()
    before = read_decisions(ws)[0], session.state.reviewed()
    write = os.write
    monkeypatch.setattr("os.write", lambda descriptor, data: write(descriptor, data[: len(data) // 2]))
    with pytest.raises(RegestaError, match="NOT saved"):
        session.everywhere(alike(session, session.current), "reject")
    monkeypatch.undo()
    assert (read_decisions(ws)[0], session.state.reviewed()) == before


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.7, 0.99, 1.0])
def test_of_a_batch_that_was_cut_off_the_whole_lines_count_and_the_rest_is_asked_again(ws, share):
    session = session_of(ws, sources=("kowal1951",))
    session.go(next(name for name in session._position.queue if session.item(name).record.exact == "Lwów"))
    session.everywhere(alike(session, session.current), "reject")
    log = next(ws.decisions.glob("anna/*.jsonl"))
    data = log.read_bytes()
    log.write_bytes(data[: int(len(data) * share)])
    whole = len(split_lines(data[: int(len(data) * share)].rpartition(b"\n")[0]))
    again = session_of(ws, sources=("kowal1951",))
    kept = len(read_decisions(ws)[0])
    assert kept in (whole, whole + 1)
    assert again.counts.left == WORDS + 3 - kept
    again.skip()
    assert broken_chains(ws) == []
    again.undo()
    if kept:
        again.undo()
        assert len(again.last) == kept
    assert again.counts.left == WORDS + 3
    assert broken_chains(ws) == []


def _batches(root: str, told: str) -> None:
    """Decides many and takes them back, over and over, and says of each act which lines are on disk, until killed."""
    ws = Workspace.open(Path(root))
    session = session_of(ws, sources=("kowal1951",))
    if any(session.item(name).status == "accepted" for name in session._position.queue):
        session.undo()  # what a killed process left
    with Path(told).open("ab", buffering=0) as out:
        while True:
            session.accept_page(each for each in session.mentions_near("kowal1951", 0, 10_000) if each.status == "open")
            out.write(b"%d %d\n" % (session.last[0].seq, session.last[-1].seq))
            session.undo()
            out.write(b"%d %d\n" % (session.last[0].seq, session.last[-1].seq))


def test_a_kill_amid_batches_loses_no_line_that_was_acknowledged_and_leaves_a_log_that_goes_on(ws, tmp_path):
    spawn = multiprocessing.get_context("fork")
    told = tmp_path / "told"
    told.touch()
    for milliseconds in (0, 1, 2, 3, 5, 8):
        worker = spawn.Process(target=_batches, args=(str(ws.root), str(told)))
        before = told.stat().st_size
        worker.start()
        while worker.is_alive() and told.stat().st_size == before:
            worker.join(0.001)
        worker.join(milliseconds / 1000)
        worker.kill()
        worker.join()
        assert worker.exitcode == -signal.SIGKILL
    (log,) = ws.decisions.glob("anna/*.jsonl")
    session = session_of(ws, sources=("kowal1951",))
    session.add_mention("kowal1951", (0, 4), "ORG")
    assert broken_chains(ws) == []
    lines = len(split_lines(log.read_bytes()))
    acknowledged = [tuple(map(int, line.split())) for line in told.read_text("ascii").splitlines()]
    assert acknowledged
    assert all(first <= last < lines for first, last in acknowledged)
    assert all(last < first for (_, last), (first, _) in pairwise(acknowledged))
