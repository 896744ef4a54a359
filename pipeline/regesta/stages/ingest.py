"""The stage `ingest`: files that somebody offers become sources, each whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from regesta.engine.run import Runner
from regesta.engine.task import Outcome
from regesta.errors import Finding, RegestaError, fail
from regesta.ingest.bibliography import Bibliography, match, parse
from regesta.ingest.citekeys import fold_key
from regesta.stages.admission import Admission, Admitted
from regesta.stages.codes import code_digest
from regesta.stages.folder import sweep
from regesta.stages.language import checked
from regesta.stages.offered import Offered, look_at, offered_paths
from regesta.stages.reading import STAGE, reading_task
from regesta.stages.receipt import Receipt
from regesta.stages.report import Progress
from regesta.stages.state import ORIGINAL, details, load
from regesta.stages.survey import Survey
from regesta.workspace.lock import locked
from regesta.workspace.opening import read_foreign
from regesta.workspace.settings import settings_file
from regesta.workspace.workspace import Workspace


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody wants taken in, and what they know of it.

    `language` goes before what a file or the bibliography says. `csl` is a bibliography in CSL-JSON; `relayed` takes
    its items without a file in as sources that are not held.
    """

    arguments: Sequence[str] = ()
    csl: Path | None = None
    citekey: str = ""
    encoding: str = ""
    language: str = ""
    relayed: bool = False


class Ingested(msgspec.Struct, kw_only=True):
    """What became of an offer: the new sources, how many files were there already, and findings."""

    added: list[Admitted] = []
    same: int = 0
    findings: list[Finding] = []


def ingest(ws: Workspace, offer: Offer, runner: Runner, progress: Progress) -> Ingested:
    """Takes files in, in the order of the offer. A bad one is a finding and leaves nothing behind; the others go on.

    Raises RegestaError where another run is at work, or where the offer makes no sense as a whole.
    """
    with locked(ws.lock_path, wait=False):
        sweep(ws)
        checked(offer.language)
        bibliography = _bibliography(ws, offer)
        paths, findings = offered_paths(offer.arguments, _not_offered(ws, offer))
        if offer.citekey and (len(paths) != 1 or fold_key(offer.citekey) != offer.citekey):
            raise _bad_citekey(offer.citekey, len(paths))
        files, faulty = look_at(paths, ws.settings.ingest.megabytes)
        done = Ingested(findings=[*bibliography.findings, *findings, *faulty])
        survey = Survey(ws, details(load(ws)))
        held = {known.hashes[ORIGINAL]: citekey for citekey, known in survey.sources.items() if known.original}
        admission = Admission(ws, set(survey.sources), offer.citekey, offer.language)
        fresh = _without_known(files, held, done)
        for file, outcome in _read(ws, fresh, offer.encoding, runner, progress):
            _admit(admission, file, outcome, bibliography, done)
        if offer.relayed:
            done.added += admission.relayed(bibliography.items)
        return done


def _not_offered(ws: Workspace, offer: Offer) -> list[Path]:
    """What lies in an offered folder and is no source: the bibliography, and what the workspace itself is made of."""
    settings = settings_file(ws.root)
    own = [ws.corpus, ws.annotations, ws.outputs, ws.cache]
    return [*own, *(path for path in (offer.csl, settings) if path is not None)]


def _bibliography(ws: Workspace, offer: Offer) -> Bibliography:
    if offer.csl is None:
        if offer.relayed:
            raise fail(
                "ingest.relayed",
                "there is no bibliography from which to take what is only relayed",
                remedy="Name one with --csl FILE.",
            )
        return Bibliography(items=[])
    return parse(read_foreign(offer.csl, ws.settings.ingest.megabytes), str(offer.csl))


def _without_known(files: Sequence[Offered], held: dict[str, str], done: Ingested) -> list[Offered]:
    """The files whose bytes are not in the corpus yet, each once; the others are said so."""
    first: dict[str, Offered] = {}
    for file in files:
        there = held.get(file.sha256)
        twin = first.get(file.sha256)
        if there is None and twin is None:
            first[file.sha256] = file
            continue
        done.same += 1
        of = f"corpus/{there}" if there else twin.shown if twin else ""
        done.findings.append(
            Finding(
                code="ingest.same_bytes",
                level="note",
                what=f"holds the same bytes as {of}, so it is the same source",
                path=file.shown,
            )
        )
    return list(first.values())


def _read(
    ws: Workspace, files: Sequence[Offered], encoding: str, runner: Runner, progress: Progress
) -> Iterator[tuple[Offered, Outcome]]:
    """Each file with what its reading came to, in the order of the files, as soon as it is its turn.

    The order decides who gets a citekey first, so it must not depend on which worker was faster.
    """
    settings, code = ws.settings.ingest, code_digest(STAGE) if files else ""
    tasks = [
        reading_task(ws.cache, file.path.absolute(), file.name, file.shown, file.sha256, settings, code, encoding)
        for file in files
    ]
    turn = 0
    came: dict[str, Outcome] = {}
    for number, outcome in enumerate(runner.run(tasks, apart=True), start=1):
        came[outcome.task.name] = outcome
        progress(STAGE, number, len(tasks))
        while turn < len(files) and files[turn].shown in came:
            yield files[turn], came.pop(files[turn].shown)
            turn += 1


def _admit(admission: Admission, file: Offered, outcome: Outcome, bibliography: Bibliography, done: Ingested) -> None:
    if not isinstance(outcome.result, Receipt):
        done.findings += [outcome.finding] if outcome.finding else []
        return
    item, findings = match(bibliography, file.name)
    done.findings += findings
    try:
        done.added.append(admission.admit(file, outcome.result, item))
        done.findings += outcome.result.findings
    except RegestaError as error:
        done.findings.append(error.finding)


def _bad_citekey(citekey: str, files: int) -> RegestaError:
    if files != 1:
        return fail(
            "ingest.citekey",
            f"a citekey can be given to one file, not to {files}",
            remedy="Take the files in one by one, or name them in a bibliography.",
        )
    return fail(
        "ingest.citekey",
        f"{citekey!r} is no citekey",
        why="It names a folder, and stands in every citation.",
        remedy="Use lower-case letters, digits, dots, dashes and underscores, as in smith1950.",
    )
