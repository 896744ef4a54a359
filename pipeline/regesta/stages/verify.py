"""The stage `verify`: a release, the corpus and the logs are read as bytes and handed to the stranger who checks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from regesta.engine.run import Runner
from regesta.engine.task import Task
from regesta.errors import Finding, RegestaError, fail
from regesta.model.codec import CodecError, strict_loads
from regesta.model.ids import sha256_hex
from regesta.model.source import Source
from regesta.stages.folder import read_folder
from regesta.stages.reading import ReadTask, read_anew
from regesta.stages.release import check_version, releases
from regesta.workspace.corpus import FORMER, citekeys, original_path
from regesta.workspace.logs import log_paths
from regesta.workspace.workspace import Workspace

if TYPE_CHECKING:
    from regesta.verify.verify import CorpusFiles


def newest(ws: Workspace) -> str:
    """The version of the newest release; raises RegestaError where there is none."""
    found = releases(ws)
    if not found:
        raise fail(
            "verify.none", "there is no release yet", path="outputs", remedy="Make one with `regesta release VERSION`."
        )
    return found[-1]


def verify_release(ws: Workspace, version: str, runner: Runner) -> list[Finding]:
    """All faults of a release, of the texts that it quotes, and of the logs that it rests on."""
    from regesta.verify.verify import verify

    check_version(version)
    folder = ws.release_dir(version)
    files = read_folder(folder)
    if not files:
        raise fail(
            "verify.none",
            "there is no such release",
            path=ws.relative(folder),
            remedy=f"There are: {', '.join(releases(ws)) or 'none yet'}.",
        )
    built_from = _built_from(files)
    corpus = {citekey: _files(ws, citekey, built_from.get(citekey, "")) for citekey in citekeys(ws)}
    logs = {path.relative_to(ws.decisions).as_posix(): path.read_bytes() for path in log_paths(ws)}
    return verify(files, corpus, logs, rereader(ws, runner))


def _built_from(files: Mapping[str, bytes]) -> dict[str, str]:
    """By citekey, the sha256 of the source.json that a release names; none where its record cannot be read."""
    try:
        corpus = strict_loads(files["release.json"])["corpus"]
        return {citekey: str(hashes["source_json"]) for citekey, hashes in corpus.items()}
    except (CodecError, LookupError, TypeError, AttributeError):
        return {}


def _files(ws: Workspace, citekey: str, built_from: str) -> CorpusFiles:
    """The files of a source as a release knew them: before its text was corrected, those that are kept as former."""
    from regesta.verify.verify import CorpusFiles

    home, original = ws.source_dir(citekey), original_path(ws, citekey)
    former = read_folder(home / FORMER)
    data = original.read_bytes() if original else None
    source = (home / "source.json").read_bytes()
    if sha256_hex(source) != built_from:
        for name, record in former.items():
            stem = name.removesuffix(".source.json")
            if stem != name and sha256_hex(record) == built_from:
                text, layout = former.get(f"{stem}.txt"), former.get(f"{stem}.layout.jsonl")
                return CorpusFiles(original=data, source_json=record, text=text, layout=layout, former=former)
    return CorpusFiles(
        original=data,
        source_json=source,
        text=_bytes(home / "text.txt"),
        layout=_bytes(home / "layout.jsonl"),
        former=former,
    )


def rereader(ws: Workspace, runner: Runner) -> Callable[[Source, bytes], str]:
    """A function that reads the text of a source again from its bytes, in a child within limits."""

    def reread(source: Source, data: bytes) -> str:
        path = original_path(ws, source.id)
        if path is None or source.file is None:
            raise fail("verify.original", "the file as received is missing", path=f"corpus/{source.id}")
        argument = ReadTask(
            cache="",
            path=str(path),
            name=source.file.name,
            shown=ws.relative(path),
            sha256=sha256_hex(data),
            key="",
            settings=ws.settings.ingest,
            encoding=source.text.encoding if source.text else "",
        )
        limits = ws.settings.ingest
        task = Task(
            name=ws.relative(path),
            work=read_anew,
            argument=argument,
            seconds=limits.seconds,
            memory_mb=limits.memory_mb,
        )
        (outcome,) = runner.run([task], apart=True)
        if outcome.finding is not None:
            raise RegestaError(outcome.finding)
        return str(outcome.result)

    return reread


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None
