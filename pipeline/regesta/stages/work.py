"""The work of a run, once it is known that there is some."""

from __future__ import annotations

from regesta.engine.run import Runner
from regesta.stages import extract, resolve, tag
from regesta.stages.authorities import prepare
from regesta.stages.decided import Decided
from regesta.stages.per_source import bring_up_to_date, stale
from regesta.stages.receipt import prune
from regesta.stages.recheck import recheck
from regesta.stages.report import Progress, Report, Wanted
from regesta.stages.survey import Survey
from regesta.workspace.authority import read_entities
from regesta.workspace.workspace import Workspace


def bring_all_up_to_date(ws: Workspace, survey: Survey, wanted: Wanted, runner: Runner, progress: Progress) -> Report:
    """Takes the wanted stages in order; each sees what the one before it has just made."""
    report = Report(sources=len(survey.sources))
    entities, faulty = read_entities(ws)
    decided = Decided(ws)
    survey.details.findings |= {"authority": faulty, "decisions": decided.findings}
    report.findings = [*faulty, *decided.findings]
    report.done.append(recheck(ws, survey, runner, progress))
    if "tag" in wanted.stages:
        plan = tag.plan(ws, survey, decided, entities)
        if stale(survey, plan, plan.keys):
            prepare(progress)
        report.done.append(bring_up_to_date(survey, plan, runner, wanted, progress))
    if "extract" in wanted.stages:
        plan = extract.plan(ws, survey, decided)
        report.done.append(bring_up_to_date(survey, plan, runner, wanted, progress))
    if "resolve" in wanted.stages:
        report.done.append(resolve.bring_up_to_date(ws, survey, decided, entities))
    report.findings += [finding for done in report.done for finding in done.findings]
    if any(done.made for done in report.done):
        prune(ws.cache, {made.key for known in survey.sources.values() for made in known.made.values()})
    return report
