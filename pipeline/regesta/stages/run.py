"""The batch stages in order, over whatever is stale: tag, extract, resolve."""

from __future__ import annotations

from regesta.engine.run import Runner
from regesta.stages.codes import inputs_stamp
from regesta.stages.idle import nothing_to_do, results_stamp
from regesta.stages.report import Progress, Report, Wanted
from regesta.stages.state import details, load, save
from regesta.workspace.lock import locked
from regesta.workspace.workspace import Workspace


def run(ws: Workspace, wanted: Wanted, runner: Runner, progress: Progress) -> Report:
    """Does what is stale and nothing else; where nothing is, it looks at stamps and leaves.

    Raises RegestaError where another run is at work.
    """
    with locked(ws.lock_path, wait=False):
        state = load(ws)
        inputs = inputs_stamp(ws)
        if not wanted.retry and nothing_to_do(ws, state, inputs):
            findings = details(state).problems() if state.problems else []
            return Report(sources=len(state.citekeys), idle=True, findings=findings)
        # Only now is imported what does the work.
        from regesta.stages.survey import Survey
        from regesta.stages.work import bring_all_up_to_date

        survey = Survey(ws, details(state))
        finished = False
        try:
            report = bring_all_up_to_date(ws, survey, wanted, runner, progress)
            finished = wanted.everything
        finally:
            save(ws, survey.details, inputs if finished else "", results_stamp(ws))
        return report
