"""The full-screen review: keys in, a screen out, and what is in the log afterwards."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from regesta.anchor.drafts import Draft, mentions
from regesta.cli.tui.program import Program
from regesta.model.mention import By
from regesta.review.queue import Wanted
from regesta.review.session import Reviewer
from regesta.stages.reviewing import opened
from regesta.workspace.init import init
from regesta.workspace.jsonl import write_records
from regesta.workspace.logs import read_decisions
from regesta.workspace.workspace import Workspace

TEXT = "".join(f"On {day} March 1940 the officers met in Lwów. " for day in range(1, 31))


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """A workspace with thirty dates and thirty places to decide about."""
    init(tmp_path, "Talks")
    workspace = Workspace.open(tmp_path)
    by = By(component="rules", version="1")
    drafts = []
    for day in range(1, 31):
        at = TEXT.index(f"On {day} March") + 3
        end = TEXT.index("1940", at) + 4
        place = TEXT.index("Lwów", at)
        drafts.append(Draft(start=at, end=end, label="DATE", value=f"1940-03-{day:02d}", by=by))
        drafts.append(Draft(start=place, end=place + 4, label="PLACE", value="place:lwow", by=by))
    home = workspace.source_dir("kowal1951")
    home.mkdir(parents=True)
    (home / "source.json").write_text('{"id":"kowal1951","csl":{}}', "utf-8")
    (home / "text.txt").write_bytes(TEXT.encode())
    workspace.mentions_path("kowal1951").parent.mkdir(parents=True)
    workspace.mentions_path("kowal1951").write_bytes(write_records(mentions("kowal1951", TEXT, [], drafts)))
    return workspace


class Sized(DummyOutput):
    """A screen of a size of its own that nobody sees."""

    def __init__(self, rows: int = 24, columns: int = 80) -> None:
        self.rows, self.columns = rows, columns

    def get_size(self) -> Size:
        return Size(rows=self.rows, columns=self.columns)


def typed(ws: Workspace, keys: str, output: Sized | None = None) -> Program:
    """The program after it was given these keys at once, and left."""
    reviewer = Reviewer(name="anna", device="desk", now=lambda: "1970-01-01T00:00:00Z")
    review = opened(ws, Wanted(), reviewer)
    with create_pipe_input() as keyboard:
        keyboard.send_text(keys)
        program = Program(review.session, review.log, keys_from=keyboard, screen_on=output or Sized())
        program.run()
    return program


def answers(ws: Workspace) -> list[str]:
    return [decision.answer for decision in read_decisions(ws)[0]]


def test_keys_typed_ahead_are_all_answers(ws):
    typed(ws, "ar" * 25 + "q")
    assert answers(ws) == ["accept", "reject"] * 25


def test_words_are_typed_in_between_and_lose_nothing(ws):
    typed(ws, "aelabel=ORG\rnodd: see “map” ś\rauq")
    decisions = read_decisions(ws)[0]
    assert [each.answer for each in decisions] == ["accept", "amend", "note", "accept", "retract"]
    assert decisions[2].note == "odd: see “map” ś"


def test_words_that_are_not_finished_decide_nothing(ws):
    typed(ws, "nnever mind\x03")
    assert answers(ws) == []


def test_what_is_pasted_and_keys_without_a_letter_decide_nothing(ws):
    typed(ws, "\x1b[200~aaaa\x1b[201~\x1b[C\x1bOPq")
    assert answers(ws) == []


@pytest.mark.parametrize(
    ("keys", "exact"),
    [
        ("]a", "1 March 1940 the"),
        ("\x1b[C\x1b[C\r", "1 March 1940 the officers"),
        ("}\r", "1 March"),
        ("[\r", "On 1 March 1940"),
        ("{a", "March 1940"),
        ("\x1b[1;2D\r", "On 1 March 1940"),
        ("]]}}}\r", "1 March"),
    ],
)
def test_the_edges_of_the_words_are_moved_by_keys_and_saved_with_the_answer(ws, keys, exact):
    typed(ws, f"{keys}q")
    (decision,) = read_decisions(ws)[0]
    assert (decision.answer, decision.set.exact) == ("amend", exact)


def test_a_label_or_typed_words_go_with_the_moved_edges(ws):
    typed(ws, "[3[evalue=place:lviv note=odd\rq")
    first, second = read_decisions(ws)[0]
    assert (first.set.exact, first.set.label) == ("On 1 March 1940", "PERSON")
    assert (second.set.exact, second.note) == ("in Lwów", "odd")


def test_moved_edges_are_let_go_by_escape_and_by_going_on(ws):
    typed(ws, "]\x1b" + "a].,aq")
    assert answers(ws) == ["accept", "accept"]


def test_a_screen_says_what_would_be_saved(ws):
    program = typed(ws, "]q")
    assert "“1 March 1940 the”" in program.screen.page()
    assert program.screen.status.startswith("Enter saves these words")
    program.screen.let_go()
    assert "“1 March 1940”" in program.screen.page()


def test_a_screen_of_forty_columns_holds_every_line(ws):
    program = typed(ws, "a?q", Sized(rows=12, columns=40))
    program.screen.press(" ")
    page = program.screen.page().split("\n")
    assert len(page) <= 10
    assert len(program.screen.legend) <= 40
    assert program.screen.legend.endswith("? help")
    assert "more lines: Page Down" in page[-1]


def test_the_neighbours_are_named_with_their_standing(ws):
    program = typed(ws, "aq", Sized(rows=60))
    page = " ".join(program.screen.page().split())
    assert "also here DATE “1 March 1940” accepted," in page


def test_without_colour_the_mark_stands_in_brackets_and_foreign_text_is_written_out(ws, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    text = ws.source_dir("kowal1951") / "text.txt"
    text.write_bytes(text.read_bytes().replace(b"the officers met", b"\x1b[31m\xe2\x80\xaeofficers met", 1))
    page = typed(ws, "q").screen.page()
    assert "[[1 March 1940]]" in page
    assert "\\u001b[31m\\u202e" in page
    assert "\x1b" not in page


def test_an_answer_that_was_not_saved_stays_on_the_screen(ws):
    ws.decisions.mkdir(parents=True, exist_ok=True)
    (ws.decisions / "anna").write_text("a file where the folder should be")
    program = typed(ws, "aq")
    assert program.screen.failed
    assert answers(ws) == []


def terminal(ws: Workspace, keys: bytes, **environment: str) -> str:
    """What a terminal of 24 rows shows of `regesta review --tui` once it has been left."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    command = [sys.executable, "-m", "regesta", "-C", str(ws.root), "review", "--as", "anna", "--tui"]
    env = {**os.environ, "TERM": "xterm", **environment}
    child = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True)
    os.close(slave)
    os.write(master, keys)
    screen = b""
    while select.select([master], [], [], 60)[0]:
        try:
            data = os.read(master, 65_536)
        except OSError:
            break
        if not data:
            break
        screen += data
    assert child.wait(timeout=30) == 0
    os.close(master)
    return screen.decode("utf-8", "replace")


def test_on_a_terminal_keys_typed_before_the_screen_is_there_are_not_lost(ws):
    screen = terminal(ws, b"aaaaaaq")
    assert "6 saved, 54 left" in screen
    assert answers(ws) == ["accept"] * 6


def test_a_dumb_terminal_goes_by_lines_and_is_told_so(ws):
    screen = terminal(ws, b"accept\nquit\n", TERM="dumb")
    assert "goes by lines" in screen
    assert "saved, line 1: accepted" in screen
