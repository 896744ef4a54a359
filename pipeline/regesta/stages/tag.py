"""The stage `tag`: text and record of a source become its mentions."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from regesta.engine.task import Task
from regesta.errors import RegestaError, fail
from regesta.model.entity import Entity
from regesta.model.ids import sha256_hex
from regesta.model.settings import EventType, TagSettings
from regesta.names.remembered import Remembered
from regesta.stages.codes import code_digest
from regesta.stages.decided import Decided
from regesta.stages.kept import kept_ids
from regesta.stages.memory import Memory, digest_parts, in_text
from regesta.stages.models import in_workspace, tag_settings
from regesta.stages.per_source import Plan
from regesta.stages.pins import date_pins
from regesta.stages.receipt import Receipt, cached, key_of, output_path, store
from regesta.stages.recheck import sound
from regesta.stages.spoken import pipelines
from regesta.stages.state import MENTIONS, SOURCE, TEXT, Known
from regesta.stages.survey import Survey
from regesta.tag.carried import Kept, under_known_ids
from regesta.tag.dates.pins import Pin
from regesta.tag.settled import Settled, beside
from regesta.workspace.corpus import read_text
from regesta.workspace.settings import settings_file
from regesta.workspace.workspace import Workspace

if TYPE_CHECKING:
    from regesta.tag.tagger import Tagger

STAGE = "tag"
OUTPUT = "mentions.jsonl"
#: Imported once, before the workers fork off.
PRELOAD = "regesta.tag.tagger"
#: Code points a second that any text can be tagged at, a fiftieth of what is usual: whoever is slower hangs.
_SLOWEST = 1000


class TagContext(msgspec.Struct, frozen=True, kw_only=True):
    """What the tagging of every source rests on."""

    settings: TagSettings
    config: str
    event_types: list[EventType]
    entities: list[Entity]


class TagTask(msgspec.Struct, frozen=True, kw_only=True):
    """One source to tag; the context lies in the cache under its hash, as a worker keeps it from task to task."""

    root: str
    source: str
    key: str
    context: str
    pins: list[Pin] = []
    memory: list[Remembered] = []
    settled: list[Settled] = []
    kept: list[Kept] = []


def plan(ws: Workspace, survey: Survey, decided: Decided, entities: list[Entity]) -> Plan:
    """The keys and tasks of all sources that have a text; a source is stale too where what people decided about it did.

    That are its dates, and the names that can stand in it.
    """
    from regesta.tag.version import signature
    from regesta.workspace.gazetteer import version

    config = own_config(ws)
    settings = tag_settings(ws)
    context = TagContext(settings=settings, config=config, event_types=ws.event_types, entities=entities)
    packed = msgspec.msgpack.encode(context)
    name = sha256_hex(packed)
    meant = in_workspace(settings, ws.root)
    base = key_of(STAGE, name, signature(meant, config), version(), code_digest(STAGE))
    others = pipelines(ws, meant, _with_text(survey))
    pins = _pins(ws, survey, decided)
    memory = Memory(ws, decided, entities)
    entries = {citekey: memory.entries(citekey, known.hashes[TEXT]) for citekey, known in _with_text(survey)}
    kept = kept_ids(ws, decided, memory)
    keys = {
        citekey: key_of(
            base,
            known.hashes[SOURCE],
            known.hashes[TEXT],
            *others.get(citekey, ()),
            *pins.get(citekey, ()),
            *digest_parts(entries[citekey], memory.settled(citekey)),
            *kept.get(citekey, ()),
        )
        for citekey, known in _with_text(survey)
    }

    def task(citekey: str, key: str) -> Task:
        if not _context_path(ws.cache, name).exists():
            store(ws.cache, "context", "", name, {"context": packed})
        seconds = ws.settings.ingest.seconds + survey.sources[citekey].stamps[TEXT][0] / _SLOWEST
        argument = TagTask(
            root=str(ws.root),
            source=citekey,
            key=key,
            context=name,
            pins=pins.get(citekey, []),
            memory=entries[citekey],
            settled=memory.settled(citekey),
            kept=kept.get(citekey, []),
        )
        return Task(name=f"corpus/{citekey}/text.txt", work=work, argument=argument, seconds=seconds)

    return Plan(stage=STAGE, slot=MENTIONS, output=OUTPUT, keys=keys, task=task, target=ws.mentions_path)


def _with_text(survey: Survey) -> list[tuple[str, Known]]:
    return [(citekey, known) for citekey, known in sound(survey) if known.hashes[TEXT]]


def _pins(ws: Workspace, survey: Survey, decided: Decided) -> dict[str, list[Pin]]:
    """By citekey, what people decided about the dates of a source; none for a source of which nobody did."""
    adjudicators = ws.settings.review.adjudicators
    found = {
        citekey: date_pins(decisions, citekey, read_text(ws, citekey), adjudicators)
        for citekey, decisions in decided.about_mentions().items()
        if citekey in survey.sources and survey.sources[citekey].hashes[TEXT]
    }
    return {citekey: pins for citekey, pins in found.items() if pins}


def work(task: TagTask) -> Receipt:
    """Tags one source: reads its record and text, leaves its mentions in the cache."""
    from regesta.workspace.corpus import read_source
    from regesta.workspace.jsonl import write_records

    ws = Workspace.open(Path(task.root))
    receipt = cached(ws.cache, STAGE, task.key)
    if receipt is not None:
        return receipt
    source, text = read_source(ws, task.source), read_text(ws, task.source)
    proposed = tagger(task.root, task.context).tag(source, text, task.pins, task.memory)
    mentions = beside(under_known_ids(proposed, task.kept), in_text(task.settled, text))
    return store(ws.cache, STAGE, task.source, task.key, {OUTPUT: write_records(mentions)})


@lru_cache(maxsize=1)
def tagger(root: str, context_name: str) -> Tagger:
    """The tagger for a context that lies in the cache; loaded once a process, since that takes a second."""
    from regesta.stages.authorities import opened
    from regesta.tag.tagger import Tagger

    data = _context_path(Path(root, ".regesta"), context_name).read_bytes()
    context = msgspec.msgpack.decode(data, type=TagContext)
    settings = in_workspace(context.settings, Path(root))
    try:
        return Tagger(settings, context.event_types, context.entities, context.config, opened())
    except RegestaError as error:
        said = settings_file(Path(root))
        path = error.finding.path or (said.name if said else "")
        raise RegestaError(msgspec.structs.replace(error.finding, path=path)) from error


def own_config(ws: Workspace) -> str:
    """The text of the project's own config.cfg; empty where it has none."""
    if not ws.settings.tag.config:
        return ""
    path = ws.root / ws.settings.tag.config
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise fail(
            "tag.config", f"cannot be read: {error}", path=ws.relative(path), remedy="Correct tag.config."
        ) from None


def _context_path(cache: Path, name: str) -> Path:
    return output_path(cache, "context", name, "context")
