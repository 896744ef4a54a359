"""Layouts: pages that agree with the record, words inside the text, boxes on their pages."""

from __future__ import annotations

from collections.abc import Mapping

from regesta.errors import Finding
from regesta.model.codec import CodecError, decode
from regesta.model.source import PageLayout, Source
from regesta.verify.faults import fault
from regesta.verify.inputs import CorpusFiles


def read_layouts(
    corpus: Mapping[str, CorpusFiles], sources: Mapping[str, Source]
) -> tuple[dict[str, list[PageLayout]], list[Finding]]:
    """The pages of every source that has any, and what is wrong with them."""
    layouts: dict[str, list[PageLayout]] = {}
    findings: list[Finding] = []
    for citekey, source in sources.items():
        data = corpus[citekey].layout
        if data is None:
            if source.pages:
                findings.append(_fault(citekey, 0, "the source has pages, and no layout"))
            continue
        layouts[citekey] = []
        for number, line in enumerate(data.removesuffix(b"\n").split(b"\n"), start=1):
            try:
                page = decode(line, PageLayout)
            except CodecError as error:
                findings.append(_fault(citekey, number, f"the line is no page: {error}"))
            else:
                layouts[citekey].append(page)
                findings += _check_page(source, page, number)
        if len(layouts[citekey]) != len(source.pages):
            findings.append(
                _fault(citekey, 0, f"{len(layouts[citekey])} pages, and {len(source.pages)} in source.json")
            )
    return layouts, findings


def _check_page(source: Source, page: PageLayout, number: int) -> list[Finding]:
    findings = []
    recorded = source.pages[number - 1] if number <= len(source.pages) else None
    of_page = (page.n, page.label, page.start, page.end, page.width, page.height, page.apart)
    if recorded is not None and of_page != (
        recorded.n, recorded.label, recorded.start, recorded.end, recorded.width, recorded.height, recorded.apart,
    ):  # fmt: skip
        findings.append(_fault(source.id, number, "the page is not as source.json has it"))
    chars = source.text.chars if source.text else 0
    if any(not 0 <= word.start < word.end <= chars for word in page.words):
        findings.append(_fault(source.id, number, "a word stands outside the text"))
    if any(not is_on_page((word.x0, word.top, word.x1, word.bottom), page) for word in page.words):
        findings.append(_fault(source.id, number, "the box of a word does not lie on the page"))
    return findings


def is_on_page(box: tuple[float, float, float, float], page: PageLayout) -> bool:
    """Whether a box is one and its middle lies on the page; the edge of a page may cut a word."""
    x0, top, x1, bottom = box
    return x0 <= x1 and top <= bottom and 0 <= x0 + x1 <= 2 * page.width and 0 <= top + bottom <= 2 * page.height


def _fault(citekey: str, line: int, what: str) -> Finding:
    return fault("layout", what, path=f"corpus/{citekey}/layout.jsonl", line=line)
