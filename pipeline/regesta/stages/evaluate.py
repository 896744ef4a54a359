"""`evaluate`: a pipeline, or a file of outside predictions, scored against what people decided."""

from __future__ import annotations

from pathlib import Path

import msgspec

from regesta.errors import Finding, fail
from regesta.model.mention import REVIEWED_LABELS
from regesta.model.training import Marked, Prediction, Score
from regesta.stages.answers import answers, who_answers
from regesta.stages.decided import Decided
from regesta.stages.learned import reviewed_documents, spans
from regesta.stages.models import TRAINED, newest_kept, runs, tag_settings
from regesta.tag.training.gold import Document
from regesta.tag.training.score import scores, units
from regesta.workspace.jsonl import read_people
from regesta.workspace.workspace import Workspace


class Evaluation(msgspec.Struct, frozen=True, kw_only=True):
    """What was scored, on which sources, and how good it was; `learned_from` were left out as the model knows them."""

    scored: str
    sources: list[str]
    learned_from: list[str]
    scores: list[Score]
    findings: list[Finding]


def evaluate(ws: Workspace, model: str = "", predictions: Path | None = None) -> Evaluation:
    """The scores of the configured pipeline, of another model, or of a file of predictions.

    Only documents that are marked as complete count, each for the labels that its mark names. The pipeline is asked
    without the memory of these very decisions, and a model that was trained here only about documents that it has
    not learned from.
    """
    decided = Decided(ws)
    documents = reviewed_documents(ws, decided).whole
    if not documents:
        raise fail(
            "evaluate.none",
            "no source is marked as reviewed to the end, so there is nothing to score against",
            remedy="Decide all mentions of a source, then say so with `regesta review SOURCE --complete`.",
        )
    findings = list(decided.findings)
    learned_from: list[str] = []
    if predictions is not None:
        scored = str(predictions)
        found, bad = _read(predictions, documents)
        findings += bad
    else:
        used = _model(ws, model)
        known = set().union(*(_learned_from(ws, each) for each in (used, *tag_settings(ws).models.values())))
        learned_from = [document.source for document in documents if document.source in known]
        documents = [document for document in documents if document.source not in known]
        if not documents:
            raise fail(
                "evaluate.all_learned",
                f"the model {used!r} has learned from all documents that are reviewed to the end",
                remedy="Review another document, or see the scores of its training in annotations/models/runs.jsonl.",
            )
        scored = who_answers(ws, used, documents)
        found = answers(ws, used, documents)
    kept = {
        document.source: [span for span in found.get(document.source, ()) if span.label in document.complete]
        for document in documents
    }
    (counted,) = units(spans(_within_marks(documents)), [kept], REVIEWED_LABELS)
    return Evaluation(
        scored=scored,
        sources=[document.source for document in documents],
        learned_from=learned_from,
        scores=scores(counted),
        findings=findings,
    )


def _within_marks(documents: list[Document]) -> list[Document]:
    return [
        msgspec.structs.replace(document, marked=[span for span in document.marked if span.label in document.complete])
        for document in documents
    ]


def _model(ws: Workspace, model: str) -> str:
    """The model that is meant: as in the settings, the name of a training, or any pipeline or folder."""
    if model == TRAINED:
        run = newest_kept(ws)
        if run is None:
            raise fail("evaluate.no_model", "no trained model was kept yet", remedy="Train one with `regesta train`.")
        model = run.id
    if model and (ws.models / model).is_dir():
        return ws.relative(ws.models / model)
    return model or tag_settings(ws).model


def _learned_from(ws: Workspace, model: str) -> set[str]:
    """The sources that a model trained here has learned from."""
    here = [run for run in runs(ws) if model in (run.id, ws.relative(ws.models / run.id), str(ws.models / run.id))]
    return {each.source for run in here for each in run.trained_on} | {name for run in here for name in run.in_part}


def _read(path: Path, documents: list[Document]) -> tuple[dict[str, list[Marked]], list[Finding]]:
    """The predictions of a file by source, and findings for lines that are none or lie outside of a text."""
    try:
        records, findings = read_people(path, Prediction, str(path))
    except OSError as error:
        raise fail("evaluate.file", f"cannot be read: {error.strerror}", path=str(path)) from None
    lengths = {document.source: len(document.text) for document in documents}
    found: dict[str, list[Marked]] = {}
    outside = unknown = 0
    for record in records:
        if record.source not in lengths:
            unknown += 1
        elif not record.start < record.end <= lengths[record.source]:
            outside += 1
        else:
            found.setdefault(record.source, []).append(Marked(record.start, record.end, record.label))
    if outside:
        findings.append(
            Finding(
                code="evaluate.outside",
                level="warning",
                what=f"{outside} of its spans are empty or end behind the text of their source",
                path=str(path),
                why="Offsets are half-open and count the code points of text.txt.",
                remedy="Make the predictions on `corpus/SOURCE/text.txt`, not on the original.",
            )
        )
    if unknown:
        findings.append(
            Finding(
                code="evaluate.other_sources",
                level="note",
                what=f"{unknown} of its spans are in sources that are not reviewed to the end, and do not count",
                path=str(path),
            )
        )
    return found, findings
