"""Corrected texts: each former one is kept as it was, and no word has a box in which nothing was printed."""

from __future__ import annotations

from regesta.errors import Finding
from regesta.model.codec import CodecError, decode
from regesta.model.ids import sha256_hex
from regesta.model.source import PageLayout, Source
from regesta.verify.faults import fault
from regesta.verify.inputs import CorpusFiles

_Box = tuple[int, float, float, float, float]


def first_text(source: Source, files: CorpusFiles) -> tuple[bytes | None, str]:
    """The text that was read from the file, and its name: the present one, or the first of those that it replaced."""
    corrections = source.text.corrections if source.text else []
    if not corrections:
        return files.text, "text.txt"
    name = _name(corrections[0].sha256)
    return files.former.get(name), f"former/{name}"


def check_former(source: Source, files: CorpusFiles) -> list[Finding]:
    """Former texts that are not there or not as they were, and boxes of which the first layout knows nothing."""
    findings = []
    corrections = source.text.corrections if source.text else []
    for sha256 in dict.fromkeys(each.sha256 for each in corrections):
        name = _name(sha256)
        if sha256_hex(files.former.get(name, b"")) != sha256:
            findings.append(_fault(source, name, "the former text is not there, or is not as it was"))
    if corrections and files.layout is not None:
        name = _name(corrections[0].sha256).removesuffix(".txt") + ".layout.jsonl"
        printed = _boxes(files.former.get(name, b""))
        if not _boxes(files.layout) <= printed:
            findings.append(_fault(source, name, "the first layout does not have every box that the present one has"))
    return findings


def _name(sha256: str) -> str:
    return f"{sha256[:16]}.txt"


def _boxes(layout: bytes) -> set[_Box]:
    """The boxes of all words; a line that is none is for the check of the layouts to tell."""
    found: set[_Box] = set()
    for line in layout.split(b"\n"):
        try:
            page = decode(line, PageLayout)
        except CodecError:
            continue
        found |= {(page.n, word.x0, word.top, word.x1, word.bottom) for word in page.words}
    return found


def _fault(source: Source, name: str, what: str) -> Finding:
    return fault("former", what, path=f"corpus/{source.id}/former/{name}", remedy="Take the file from the last commit.")
