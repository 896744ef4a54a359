"""The rows of `citations`: one for each passage behind each value, with quote, page, boxes and note."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.anchor.boxes import Box
from regesta.anchor.selector import context
from regesta.errors import Finding
from regesta.model.columns import written
from regesta.model.ids import content_id, sha256_hex
from regesta.model.mention import Mention
from regesta.model.tables import CitationRow
from regesta.release.bibliography import Bibliography
from regesta.release.chosen import Chosen
from regesta.release.inputs import ReleaseInput
from regesta.release.pages import Pages

_ELLIPSIS = "…"


def citation_rows(
    inputs: ReleaseInput, chosen: Chosen, bibliography: Bibliography
) -> tuple[list[CitationRow], list[Finding]]:
    """The rows, sorted by id, and a finding for each quote that does not verify."""
    rows: list[CitationRow] = []
    findings: dict[str, Finding] = {}
    maker = _Maker(inputs, bibliography)
    for standing in chosen.claims:
        claim = standing.record
        for value in claim.values:
            for cite in chosen.evidence(claim, value):
                fault = maker.fault(cite, chosen.mentions.get(cite), claim.id)
                if fault:
                    findings.setdefault(cite, fault)
                else:
                    rows.append(maker.row(value.id, chosen.mentions[cite]))
    return sorted(rows, key=lambda row: row.citation_id), list(findings.values())


class _Maker:
    def __init__(self, inputs: ReleaseInput, bibliography: Bibliography) -> None:
        self.inputs = inputs
        self.bibliography = bibliography
        self.pages = {
            citekey: Pages(source.pages, inputs.layouts.get(citekey, ())) for citekey, source in inputs.sources.items()
        }

    def fault(self, cite: str, mention: Mention | None, claim: str) -> Finding | None:
        """Why these words cannot be quoted, or None."""
        if mention is None:
            return _refusal(f"the claim {claim} cites the mention {cite}, which is nowhere")
        source = self.inputs.sources.get(mention.source)
        if source is None or not source.held or source.text is None:
            return _refusal(f"the claim {claim} quotes {mention.source}, which is not held")
        text = self.inputs.texts.get(mention.source, "")
        if mention.exact and text[mention.start : mention.end] == mention.exact:
            return None
        return _refusal(f"the words of {cite} do not stand at {mention.start}–{mention.end} of {mention.source}")

    def row(self, value_id: str, mention: Mention) -> CitationRow:
        source = self.inputs.sources[mention.source]
        text = self.inputs.texts[mention.source]
        pages = self.pages[mention.source]
        quote, prefix, suffix = cut(mention.exact, *context(text, mention.start, mention.end), source.rights.quote_max)
        page_label = pages.label(mention.page)
        assert source.text is not None
        return CitationRow(
            citation_id=content_id("citation", value_id, mention.id),
            value_id=value_id,
            source_id=source.id,
            page_label=page_label or None,
            page=mention.page,
            boxes=printed(pages.boxes(mention.start, mention.end)) or None,
            start=mention.start,
            end=mention.end,
            quote=quote or None,
            prefix=prefix or None,
            suffix=suffix or None,
            quote_sha256=sha256_hex(mention.exact.encode("utf-8")),
            text_sha256=source.text.sha256,
            note=self.bibliography.note(source, page_label),
        )


def cut(quote: str, prefix: str, suffix: str, longest: int | None) -> tuple[str, str, str]:
    """Quote and context within the longest stretch that the rights allow to be printed, in code points.

    The quote comes first; the context gets what room it leaves, nearest words first.
    """
    if longest is None:
        return quote, prefix, suffix
    if len(quote) > longest:
        return (quote[: longest - 1] + _ELLIPSIS if longest else ""), "", ""
    room = longest - len(quote)
    before = min(len(prefix), room // 2)
    behind = min(len(suffix), room - before)
    return quote, prefix[len(prefix) - before :], suffix[:behind]


def printed(found: Sequence[Box]) -> str:
    """Boxes in one cell: page,x0,top,x1,bottom with `;` between."""
    return ";".join(
        ",".join(written(number) for number in (box.page, box.x0, box.top, box.x1, box.bottom)) for box in found
    )


def _refusal(what: str) -> Finding:
    return Finding(
        code="release.quote",
        what=what,
        why="A release is refused while a quote does not verify.",
        remedy="`regesta status` names what is stale; review it again.",
    )
