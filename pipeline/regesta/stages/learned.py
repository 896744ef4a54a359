"""The reviewed documents of a workspace: what people marked and rejected in each, and which are complete."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from regesta.model.mention import REVIEWED_LABELS
from regesta.model.training import LearnedFrom, Marked
from regesta.review.complete import complete
from regesta.review.fold import fold
from regesta.stages.decided import Decided
from regesta.stages.receipt import key_of
from regesta.tag.languages import of_text
from regesta.tag.training.gold import Document
from regesta.workspace.corpus import read_source, read_text
from regesta.workspace.workspace import Workspace


class ReviewedDocuments(msgspec.Struct, frozen=True, kw_only=True):
    """Documents that are marked as complete, those in which only something was decided, and what each rests on."""

    whole: list[Document]
    in_part: list[Document]
    rests_on: dict[str, LearnedFrom]


def reviewed_documents(ws: Workspace, decided: Decided) -> ReviewedDocuments:
    """All documents about whose mentions people decided something, sorted by citekey.

    A mention about which reviewers differ is unknown: its document is no longer complete for the label.
    """
    marks = complete(decided.decisions)
    found = ReviewedDocuments(whole=[], in_part=[], rests_on={})
    for citekey, decisions in sorted(decided.about_mentions().items()):
        text = read_text(ws, citekey)
        if not text:
            continue
        reviewed = fold(decisions, [], [], {citekey: text}, ws.settings.review.adjudicators)
        standings = [each for each in reviewed.mentions.values() if each.record.label in REVIEWED_LABELS]
        disagreed = {each.record.label for each in standings if each.status == "disagreed"}
        here = [each for each in standings if text[each.record.start : each.record.end] == each.record.exact]
        record = read_source(ws, citekey)
        document = Document(
            source=citekey,
            text=text,
            marked=sorted(
                Marked(each.record.start, each.record.end, each.record.label)
                for each in here
                if each.status == "accepted"
            ),
            rejected=sorted(
                Marked(each.record.start, each.record.end, each.record.label)
                for each in here
                if each.status == "rejected"
            ),
            complete=tuple(label for label in marks.get(citekey, ()) if label not in disagreed),
            language=of_text(text, record.language),
        )
        found.rests_on[citekey] = LearnedFrom(
            source=citekey,
            text=record.text.sha256 if record.text else key_of(text),
            decisions=key_of(sorted(decision.id for decision in decisions)),
            mentions=len(document.marked),
        )
        (found.whole if document.complete else found.in_part).append(document)
    return found


def spans(documents: Iterable[Document]) -> dict[str, list[Marked]]:
    """What people marked, by source."""
    return {document.source: document.marked for document in documents}
