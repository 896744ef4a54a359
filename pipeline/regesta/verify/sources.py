"""Sources: the bytes as recorded, the text made from these bytes, the record as the table gives it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from regesta.errors import Finding, RegestaError
from regesta.model.codec import CodecError, convert, strict_loads
from regesta.model.ids import sha256_hex
from regesta.model.source import Source
from regesta.model.tables import SourceRow
from regesta.verify.faults import fault, row_fault
from regesta.verify.former import check_former, first_text
from regesta.verify.inputs import CorpusFiles, Release

Reread = Callable[[Source, bytes], str]
_RESTORE = "Take the file from the last commit; what is true is never changed."


def read_sources(release: Release, corpus: Mapping[str, CorpusFiles]) -> tuple[dict[str, Source], list[Finding]]:
    """The records of the release's sources, and those that are not there or cannot be read."""
    sources: dict[str, Source] = {}
    findings = []
    for index, row in enumerate(release.sources):
        files = corpus.get(row.source_id)
        if files is None:
            if row.held:
                findings.append(row_fault("no_source", f"the corpus does not have {row.source_id}", "sources", index))
            continue
        try:
            source = convert(strict_loads(files.source_json), Source)
        except CodecError as error:
            findings.append(_of(row.source_id, "source.json", "source", f"is no record: {error}"))
        else:
            if source.id == row.source_id:
                sources[row.source_id] = source
            else:
                findings.append(_of(row.source_id, "source.json", "source", f"calls itself {source.id}"))
    return sources, findings


def check_sources(
    release: Release, corpus: Mapping[str, CorpusFiles], sources: Mapping[str, Source], reread: Reread | None
) -> list[Finding]:
    """What does not agree between the table, the record and the bytes of each source."""
    findings = []
    for index, row in enumerate(release.sources):
        source = sources.get(row.source_id)
        if source is None:
            continue
        for column, said, found in _told(row, source):
            if said != found:
                what = f"{column} of {row.source_id} is {said!r}, and {found!r} in its source.json"
                findings.append(row_fault("source", what, "sources", index))
        if source.held:
            findings += _check_bytes(source, corpus[row.source_id])
            findings += check_former(source, corpus[row.source_id])
            findings += _check_reread(source, corpus[row.source_id], reread)
    return findings + _check_references(release, sources)


def _told(row: SourceRow, source: Source) -> list[tuple[str, object, object]]:
    kind = source.csl.get("type")
    return [
        ("kind", row.kind, " ".join(str(kind).split()) or None if isinstance(kind, (str, int, float)) else None),
        ("held", row.held, source.held),
        ("file_sha256", row.file_sha256, source.file.sha256 if source.file else None),
        ("text_sha256", row.text_sha256, source.text.sha256 if source.text else None),
        ("licence", row.licence, source.rights.licence or None),
        ("access", row.access, source.rights.access),
    ]


def _check_bytes(source: Source, files: CorpusFiles) -> list[Finding]:
    findings = []
    if source.file is None or source.text is None or files.original is None or files.text is None:
        return [_of(source.id, "", "source", "is held, and its file or its text is not there")]
    if (sha256_hex(files.original), len(files.original)) != (source.file.sha256, source.file.bytes):
        findings.append(_of(source.id, "original", "original", "the file is not the one that was received"))
    if sha256_hex(files.text) != source.text.sha256:
        findings.append(_of(source.id, "text.txt", "text", "the text is not the one that the offsets count in"))
    elif len(files.text.decode("utf-8", "replace")) != source.text.chars:
        findings.append(_of(source.id, "source.json", "text", f"the text does not have {source.text.chars} characters"))
    if source.text.layout and sha256_hex(files.layout or b"") != source.text.layout:
        findings.append(_of(source.id, "layout.jsonl", "layout", "the layout is not the one that was recorded"))
    return findings


def _check_reread(source: Source, files: CorpusFiles, reread: Reread | None) -> list[Finding]:
    """The text, made anew from the bytes as received; of a corrected text, the first one, from which it came."""
    first, name = first_text(source, files)
    if reread is None or files.original is None or first is None:
        return []
    try:
        text = reread(source, files.original)
    except RegestaError as error:
        return [_of(source.id, "original", "reread", f"the file cannot be read again: {error.finding.what}")]
    if text.encode("utf-8", "surrogatepass") == first:
        return []
    reader = f"{source.text.reader} {source.text.version}" if source.text else ""
    return [_of(source.id, name, "reread", f"the reader ({reader}) makes another text of the original")]


def _check_references(release: Release, sources: Mapping[str, Source]) -> list[Finding]:
    found = {str(item.get("id")): item for item in release.references}
    if list(found) != [row.source_id for row in release.sources]:
        return [fault("references", "the references are not the sources", path="references.csl.json")]
    return [
        fault("references", f"{citekey} is not as its source.json has it", path="references.csl.json")
        for citekey, source in sources.items()
        if found[citekey] != {**source.csl, "id": citekey}
    ]


def _of(citekey: str, name: str, code: str, what: str) -> Finding:
    return fault(code, what if name else f"{citekey} {what}", path=f"corpus/{citekey}/{name}", remedy=_RESTORE)
