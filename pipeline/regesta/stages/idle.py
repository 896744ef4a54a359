"""Whether there is anything to do at all, found out from stamps alone, without importing what does the work."""

from __future__ import annotations

from regesta.stages.receipt import key_of
from regesta.stages.state import State
from regesta.stages.survey import stamp, unchanged
from regesta.workspace.workspace import Workspace


def results_stamp(ws: Workspace) -> str:
    """The stamps of what `resolve` made."""
    return key_of(stamp(ws.events_path), stamp(ws.joins_path), stamp(ws.same_path))


def nothing_to_do(ws: Workspace, state: State, inputs: str) -> bool:
    """Whether the last run finished, and no file that matters was touched since."""
    return state.inputs == inputs and state.results == results_stamp(ws) and unchanged(ws, state)
