"""The stage `extract`: the mentions of a source, as they were reviewed, become its claims."""

from __future__ import annotations

from pathlib import Path

import msgspec

from regesta.engine.task import Task
from regesta.model.decision import Decision
from regesta.model.mention import Mention
from regesta.model.settings import EventType
from regesta.model.source import Source
from regesta.stages.codes import code_digest
from regesta.stages.decided import Decided, in_force
from regesta.stages.per_source import Plan
from regesta.stages.receipt import Receipt, cached, key_of, store
from regesta.stages.recheck import sound
from regesta.stages.state import CLAIMS, MENTIONS, SOURCE, TEXT
from regesta.stages.survey import Survey
from regesta.workspace.corpus import read_source, read_text
from regesta.workspace.jsonl import read_records, write_records
from regesta.workspace.workspace import Workspace

STAGE = "extract"
OUTPUT = "claims.jsonl"
#: Code points a second that claims can be read at in any text: whoever is slower hangs.
_SLOWEST = 1000


class ExtractTask(msgspec.Struct, frozen=True, kw_only=True):
    """One source whose claims are to be read, with what people decided about its mentions."""

    root: str
    source: str
    key: str
    decisions: list[Decision]
    adjudicators: list[str]
    event_types: list[EventType]
    relayed: list[Source] = []


def plan(ws: Workspace, survey: Survey, decided: Decided) -> Plan:
    """The keys and tasks of all sources that have mentions."""
    decisions = decided.about_mentions()
    adjudicators = ws.settings.review.adjudicators
    textless = (read_source(ws, citekey) for citekey, known in sound(survey) if not known.hashes[TEXT])
    relayed = [source for source in textless if not source.held]
    base = key_of(STAGE, code_digest(STAGE), ws.event_types, adjudicators, relayed)
    keys = {
        citekey: key_of(
            base,
            [known.hashes[slot] for slot in (SOURCE, TEXT, MENTIONS)],
            sorted(each.id for each in decisions.get(citekey, ())),
        )
        for citekey, known in sound(survey)
        if known.hashes[TEXT] and known.hashes[MENTIONS]
    }

    def task(citekey: str, key: str) -> Task:
        argument = ExtractTask(
            root=str(ws.root),
            source=citekey,
            key=key,
            decisions=decisions.get(citekey, []),
            adjudicators=adjudicators,
            event_types=ws.event_types,
            relayed=relayed,
        )
        seconds = ws.settings.ingest.seconds + survey.sources[citekey].stamps[TEXT][0] / _SLOWEST
        name = ws.relative(ws.mentions_path(citekey))
        return Task(name=name, work=work, argument=argument, seconds=seconds)

    return Plan(stage=STAGE, slot=CLAIMS, output=OUTPUT, keys=keys, task=task, target=ws.claims_path)


def work(task: ExtractTask) -> Receipt:
    """Reads the claims of one source from its mentions in force; leaves them in the cache."""
    from regesta.extract.claims import extract

    ws = Workspace.open(Path(task.root))
    receipt = cached(ws.cache, STAGE, task.key)
    if receipt is not None:
        return receipt
    source, text = read_source(ws, task.source), read_text(ws, task.source)
    proposed = read_records(ws.mentions_path(task.source), Mention)
    mentions = in_force(task.decisions, proposed, task.source, text, task.adjudicators)
    claims = extract(source, text, mentions, task.event_types, task.relayed)
    return store(ws.cache, STAGE, task.source, task.key, {OUTPUT: write_records(claims)})
