"""`regesta ingest FILES`: take files in as sources."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from regesta.cli.batch import jobs_option
from regesta.cli.common import finish, json_option, pass_workspace, print_json, safe, say
from regesta.cli.progress import Progress
from regesta.engine.run import Runner
from regesta.model.counts import counted
from regesta.workspace.workspace import Workspace

if TYPE_CHECKING:
    from regesta.stages.ingest import Ingested, Offer


@click.command("ingest")
@click.argument("files", nargs=-1, metavar="[FILE|FOLDER|PATTERN]...")
@click.option(
    "--csl",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A bibliography in CSL-JSON, as Zotero exports it; its items are matched by file name or citekey.",
)
@click.option("--citekey", default="", help="The citekey of the one file that is taken in.")
@click.option("--encoding", default="", help="Encoding of text files, where you know it; it is never guessed silently.")
@click.option("--language", default="", help="Language of these files, such as de, where they do not say it rightly.")
@click.option("--relayed", is_flag=True, help="Take items of the bibliography without a file in as known, not held.")
@jobs_option
@json_option
@pass_workspace
def command(
    ws: Workspace,
    files: tuple[str, ...],
    csl: Path | None,
    citekey: str,
    encoding: str,
    language: str,
    relayed: bool,
    jobs: int | None,
    as_json: bool,
) -> None:
    """Take files in as sources.

    They can be PDF, plain text, Markdown and HTML. A file is copied as received to corpus/CITEKEY/, with its record,
    its text, and for a PDF its pages and the box of each word. One that cannot be read is reported and leaves nothing
    behind; the others go on. The same bytes twice are one source. With --language and the citekey of a source that is
    there, the language in its record is corrected.

    \b
    Examples:
      regesta ingest letters/ report.pdf --csl zotero.json
      regesta ingest note.txt --citekey smith1950 --encoding windows-1250
      regesta ingest --citekey smith1950 --language en-GB
    """
    from regesta.stages.ingest import Offer

    if language and citekey and not files:
        from regesta.stages.language import correct_language

        before = correct_language(ws, citekey, language)
        if as_json:
            print_json({"source": citekey, "language": language, "before": before})
            return
        say(f"{safe(citekey)}: language {safe(language)}, before {safe(before) or 'not said'}. Next: regesta run")
        return
    if not files and not relayed:
        raise click.UsageError("Name files, folders or patterns to take in, or a bibliography with --csl --relayed.")
    offer = Offer(arguments=files, csl=csl, citekey=citekey, encoding=encoding, language=language, relayed=relayed)
    done = take_in(ws, offer, jobs=jobs)
    if as_json:
        for source in done.added:
            print_json(source)
    else:
        say_ingested(done)
        if done.added:
            say("Next: regesta run")
    finish(done.findings)


def take_in(ws: Workspace, offer: Offer, *, jobs: int | None, preload: Sequence[str] = ()) -> Ingested:
    """Takes files in, with a bar on a terminal; `preload` names what workers will need later in the same command."""
    from regesta.stages import reading
    from regesta.stages.ingest import ingest

    with Runner(jobs or 0, preload=(reading.PRELOAD, *preload)) as runner, Progress() as progress:
        return ingest(ws, offer, runner, progress)


def say_ingested(done: Ingested) -> None:
    """Says which sources are new, a line a source."""
    for source in done.added:
        size = f"{counted(source.pages, 'page')}, " if source.pages else ""
        what = f"{size}{counted(source.chars, 'character')}" if source.file else "not held"
        say(f"ingest   {safe(source.source)}: {safe(source.title) or 'no title'} ({what})")
    same = f", {done.same} there already" if done.same else ""
    say(f"{counted(len(done.added), 'new source')}{same}.")
