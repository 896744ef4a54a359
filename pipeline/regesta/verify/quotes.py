"""Quotes: each stands at its offsets in a text with the recorded hash, on its page, with its note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from regesta.errors import Finding
from regesta.model.ids import sha256_hex
from regesta.model.source import Source
from regesta.model.tables import CitationRow
from regesta.verify.faults import row_fault
from regesta.verify.inputs import CorpusFiles, Release


def check_quotes(release: Release, corpus: Mapping[str, CorpusFiles], sources: Mapping[str, Source]) -> list[Finding]:
    """Every citation whose words, context, page or note are not what the source has."""
    texts = {citekey: _text(corpus[citekey]) for citekey in sources}
    hashes = {citekey: sha256_hex(corpus[citekey].text or b"") for citekey in sources}
    source_of = {row.value_id: row.source_id for row in release.claims}
    notes: dict[tuple[str, str | None], str] = {}
    findings = []
    for index, row in enumerate(release.citations):
        source = sources.get(row.source_id)
        if source is None or not source.held:
            findings.append(row_fault("quote", f"{row.source_id} is quoted, and is not held", "citations", index))
            continue
        faults = [*_words(row, source, texts[source.id], hashes[source.id]), *_page(row, source), *_note(row, source)]
        if source_of.get(row.value_id, row.source_id) != row.source_id:
            faults.append("the value that it stands behind is of another source")
        if notes.setdefault((row.source_id, row.page_label), row.note) != row.note:
            faults.append("the same page has another note elsewhere")
        findings += [row_fault("quote", f"{row.citation_id}: {what}", "citations", index) for what in faults]
    return findings


def _words(row: CitationRow, source: Source, text: str, text_sha256: str) -> Iterator[str]:
    if row.text_sha256 != text_sha256:
        yield "the offsets count in another text"
    if not row.start < row.end <= len(text):
        yield "the offsets lie outside the text"
        return
    words = text[row.start : row.end]
    if sha256_hex(words.encode("utf-8")) != row.quote_sha256:
        yield "the words at the offsets are not those that were quoted"
    longest = source.rights.quote_max
    if (row.quote or "") != _allowed(words, longest):
        yield "the quote is not what stands at its offsets"
    prefix, suffix = row.prefix or "", row.suffix or ""
    if not text.endswith(prefix, 0, row.start) or not text.startswith(suffix, row.end):
        yield "prefix or suffix do not stand before and behind the quote"
    if longest is not None and len(prefix) + len(row.quote or "") + len(suffix) > longest:
        yield f"more than the {longest} characters that the source's rights allow are printed"


def _allowed(words: str, longest: int | None) -> str:
    if longest is None or len(words) <= longest:
        return words
    return words[: longest - 1] + "…" if longest else ""


def _page(row: CitationRow, source: Source) -> Iterator[str]:
    page = next((page for page in source.pages if page.n == row.page), None)
    if page is None:
        if row.page is not None or source.pages:
            yield f"the source has no page {row.page}"
        return
    if page.label != (row.page_label or ""):
        yield f"page {page.n} is labelled {page.label!r}, not {row.page_label!r}"
    slices = [(page.start, page.end), *((apart.start, apart.end) for apart in page.apart)]
    if not any(start <= row.start < end for start, end in slices):
        yield f"the quote does not begin on page {page.n}"


def _note(row: CitationRow, source: Source) -> Iterator[str]:
    """The note must name the source by some word of its title or of a name."""
    names = source.csl.get("author") or source.csl.get("editor")
    people = [name for name in names if isinstance(name, dict)] if isinstance(names, list) else []
    named = [source.csl.get("title"), *(part for name in people for part in name.values())]
    words = re.findall(r"\w{3,}", " ".join(part for part in named if isinstance(part, str)).casefold())
    if words and not any(word in row.note.casefold() for word in words):
        yield "the note names neither title nor author of the source"


def _text(files: CorpusFiles) -> str:
    return (files.text or b"").decode("utf-8", "replace")
