"""Following the logs: only what is new is read, whoever wrote it."""

from __future__ import annotations

from regesta.model.decision import Decision, Target
from regesta.workspace.follow import LogFollower
from regesta.workspace.logs import LogWriter


def draft(note: str, reviewer: str = "anna") -> Decision:
    target = Target(kind="decision", id="d-1", digest="0")
    return Decision(
        id="", reviewer=reviewer, device="desk", seq=1, clock=1, at="", answer="note", target=target, note=note
    )


def notes(follower: LogFollower) -> list[str]:
    return [each.note for each in follower.news()]


def test_each_decision_is_told_once_in_whichever_log_it_stands(ws):
    follower = LogFollower(ws)
    anna = LogWriter(ws, "anna", "desk")
    anna.append(draft("one"))
    assert notes(follower) == ["one"]
    assert notes(follower) == []
    anna.append_all([draft("two"), draft("three")])
    LogWriter(ws, "ben", "desk").append(draft("four", "ben"))
    assert notes(follower) == ["two", "three", "four"]


def test_what_this_process_wrote_itself_can_be_skipped(ws):
    follower, writer = LogFollower(ws), LogWriter(ws, "anna", "desk")
    writer.append(draft("one"))
    follower.skip(writer.path, 1)
    assert notes(follower) == []


def test_half_a_line_is_waited_for(ws):
    follower, writer = LogFollower(ws), LogWriter(ws, "anna", "desk")
    writer.append(draft("one"))
    follower.news()
    writer.append(draft("two"))
    data = writer.path.read_bytes()
    writer.path.write_bytes(data[:-20])
    assert notes(follower) == []
    assert follower.findings == []
    writer.path.write_bytes(data)
    assert notes(follower) == ["two"]


def test_a_bad_line_is_named_with_its_number_in_the_file(ws):
    follower, writer = LogFollower(ws), LogWriter(ws, "anna", "desk")
    writer.append(draft("one"))
    follower.news()
    with writer.path.open("ab") as file:
        file.write(b"{}\n")
    assert notes(follower) == []
    assert [(each.code, each.line) for each in follower.findings] == [("log.line", 2)]


def test_a_log_that_was_put_back_is_read_again(ws):
    follower, writer = LogFollower(ws), LogWriter(ws, "anna", "desk")
    writer.append(draft("one"))
    first = writer.path.read_bytes()
    writer.append(draft("two"))
    follower.news()
    writer.path.write_bytes(first)
    assert notes(follower) == ["one"]
