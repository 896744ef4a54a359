"""A review that is killed, in short; `tests/benchmarks/kill9.py` does it a thousand times."""

from __future__ import annotations

from click.testing import CliRunner

from regesta.cli import regesta


def test_no_acknowledged_answer_is_lost_doubled_unreadable_or_stuck(kill9, tmp_path):
    trial = kill9.kill_again_and_again(kill9.workspace(tmp_path), 15, seed=9, last=0.3)
    assert trial.faults == []
    assert len(trial.acknowledged) > 0


def test_a_log_cut_at_any_byte_of_its_last_line_loses_that_line_at_most(kill9, tmp_path):
    ws = kill9.workspace(tmp_path / "review")
    command = ["-C", str(ws.root), "review", "--plain", "--as", "anna"]
    CliRunner().invoke(regesta, command, input="note as on the map\nskip\n")
    cuts, faults = kill9.cut_everywhere(kill9.log_of(ws), tmp_path / "cut", lines=2)
    assert faults == []
    assert cuts > 500
