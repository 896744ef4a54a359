"""Before anything is derived from a source: its files are what its record says, or are made so again."""

from __future__ import annotations

from collections.abc import Iterable

from regesta.engine.run import Runner
from regesta.engine.task import Task
from regesta.errors import Finding, RegestaError
from regesta.model.source import Source
from regesta.stages.codes import code_digest
from regesta.stages.reading import LAYOUT_FILE, STAGE, TEXT_FILE, reading_task
from regesta.stages.receipt import Receipt, install, key_of
from regesta.stages.report import Done, Progress
from regesta.stages.state import LAYOUT, ORIGINAL, SOURCE, TEXT, Failure, Known, Made
from regesta.stages.survey import Survey
from regesta.workspace.corpus import read_source
from regesta.workspace.workspace import Workspace


def recheck(ws: Workspace, survey: Survey, runner: Runner, progress: Progress) -> Done:
    """Checks the sources whose files have changed; reads the text of a source again where it is missing.

    A source that is not what its record says is left out of all that follows, with a finding that says why.
    """
    done = Done(stage=STAGE)
    lost: dict[str, tuple[str, Source]] = {}
    for citekey, known in survey.sources.items():
        if STAGE in known.made and known.made[STAGE].key == _key(known):
            done.fresh += STAGE not in known.failed
            continue
        try:
            source = read_source(ws, citekey)
        except RegestaError as error:
            _note(known, error.finding)
            continue
        finding = _fault(ws, citekey, source, known)
        if finding is None and _is_lost(source, known):
            lost[ws.relative(ws.source_dir(citekey) / known.original)] = (citekey, source)
        else:
            _note(known, finding)
    _read_again(ws, survey, runner, progress, lost, done)
    done.findings = sorted(
        (known.failed[STAGE].finding for known in survey.sources.values() if STAGE in known.failed), key=str
    )
    return done


def sound(survey: Survey) -> Iterable[tuple[str, Known]]:
    """The sources that are what their records say."""
    return ((citekey, known) for citekey, known in survey.sources.items() if STAGE not in known.failed)


def _read_again(
    ws: Workspace, survey: Survey, runner: Runner, progress: Progress, lost: dict[str, tuple[str, Source]], done: Done
) -> None:
    code = code_digest(STAGE) if lost else ""
    tasks = [_task(ws, source, survey.sources[citekey], code) for citekey, source in lost.values()]
    for number, outcome in enumerate(runner.run(tasks, apart=True), start=1):
        citekey, source = lost[outcome.task.name]
        finding = outcome.finding
        if isinstance(outcome.result, Receipt):
            finding = _put_back(ws, citekey, source, outcome.result)
        survey.refresh(citekey)
        _note(survey.sources[citekey], finding)
        if finding is None:
            done.made.append(citekey)
        progress(STAGE, number, len(tasks))


def _task(ws: Workspace, source: Source, known: Known, code: str) -> Task:
    name = source.file.name if source.file else known.original
    encoding = source.text.encoding if source.text else ""
    path = ws.source_dir(source.id) / known.original
    sha256 = known.hashes[ORIGINAL]
    return reading_task(ws.cache, path, name, ws.relative(path), sha256, ws.settings.ingest, code, encoding)


def _put_back(ws: Workspace, citekey: str, source: Source, receipt: Receipt) -> Finding | None:
    """Installs a text that was read again, if it is the very text in which the source's offsets count."""
    home = ws.source_dir(citekey)
    if source.text is None or receipt.outputs.get(TEXT_FILE) != source.text.sha256:
        return Finding(
            code="ingest.reads_differently",
            what="text.txt is missing, and the reader now makes another text of the file",
            path=ws.relative(home / "text.txt"),
            why="Every offset counts in the text that was made when the source was taken in.",
            remedy="Restore text.txt from git"
            + ("." if source.text and source.text.corrections else ", or install the versions that source.json names."),
        )
    for name in (TEXT_FILE, LAYOUT_FILE):
        if name in receipt.outputs:
            install(ws.cache, receipt, name, home / name)
    return None


def _note(known: Known, finding: Finding | None) -> None:
    key = _key(known)
    if finding is None:
        known.failed.pop(STAGE, None)
    else:
        known.failed[STAGE] = Failure(key=key, finding=finding)
    known.made[STAGE] = Made(key, [])


def _key(known: Known) -> str:
    return key_of([known.hashes[slot] for slot in (ORIGINAL, SOURCE, TEXT, LAYOUT)])


def _is_lost(source: Source, known: Known) -> bool:
    return source.held and (not known.hashes[TEXT] or bool(source.pages and not known.hashes[LAYOUT]))


def _fault(ws: Workspace, citekey: str, source: Source, known: Known) -> Finding | None:
    """What is wrong with the files of a source that are there; what is true is never mended by the machine."""
    home = ws.source_dir(citekey)
    if not source.held:
        return None
    if source.file is None or source.text is None:
        return Finding(
            code="corpus.record",
            what="the record says that the source is held, but not what its file and text are",
            path=ws.relative(home / "source.json"),
            remedy="Take the file in again, or write `held: false` into the record.",
        )
    if not known.original:
        return Finding(
            code="corpus.original_missing",
            what="the file as received is missing",
            path=ws.relative(home),
            remedy="Restore it from git or from a backup.",
        )
    anew = "" if source.text.corrections else ", or delete text.txt to have it made again from the original"
    for slot, path, recorded in (
        (ORIGINAL, home / known.original, source.file.sha256),
        (TEXT, home / "text.txt", source.text.sha256),
        (LAYOUT, home / LAYOUT_FILE, source.text.layout),
    ):
        if recorded and known.hashes[slot] and known.hashes[slot] != recorded:
            return Finding(
                code="corpus.changed",
                what="the file is not the one that was taken in: its sha256 is not the recorded one",
                path=ws.relative(path),
                why="Files of the corpus are never changed; quotes and offsets rest on them.",
                remedy=f"Restore it from git{anew}."
                + (f" Was it you who corrected it? `regesta reanchor {citekey} {ws.relative(path)}`." * (slot == TEXT)),
            )
    return None
