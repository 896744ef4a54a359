"""`train`: the reviews teach the recogniser of the configured pipeline; the new model is kept only if it is better."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from regesta.errors import fail
from regesta.model.mention import Label
from regesta.model.training import Marked, Point, Run, Score
from regesta.stages.answers import answers
from regesta.stages.decided import Decided
from regesta.stages.learned import ReviewedDocuments, reviewed_documents, spans
from regesta.stages.models import add_run, base_of, tag_settings
from regesta.stages.receipt import key_of
from regesta.tag.training.curve import svg
from regesta.tag.training.general import LABELS as GENERAL_LABELS
from regesta.tag.training.general import LANGUAGE, general
from regesta.tag.training.gold import Document, covered, parted
from regesta.tag.training.keep import verdict
from regesta.tag.training.score import gain, scores, units
from regesta.tag.version import MANY, model_name, model_version
from regesta.workspace.lock import locked
from regesta.workspace.replace import replace_bytes
from regesta.workspace.workspace import Workspace

#: Called with what is being done, and how much of it: done, in all.
Said = Callable[[str, int, int], None]
#: What a pipeline found, by source.
Answers = Mapping[str, Sequence[Marked]]


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a training. `at` is the wall time, for people to read; `blank` a language to begin from nothing.

    `held_back` is the share of the text that is kept for measuring, `curve` asks for the learning curve.
    """

    at: str
    name: str = ""
    blank: str = ""
    held_back: float = 0.2
    curve: bool = True


class Lesson(msgspec.Struct, frozen=True, kw_only=True):
    """What is learned from what: the base, the labels, the documents to learn from and those held back.

    `left_out` are the documents in languages that the base does not read.
    """

    base: str
    labels: tuple[Label, ...]
    documents: list[Document]
    held: list[Document]
    in_part: list[Document]
    left_out: list[Document]
    language: str


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """The scores of two models over the same documents, and the interval of the gain."""

    before: list[Score] = []
    after: list[Score] = []
    gain: tuple[float, float] | None = None


def train(ws: Workspace, wish: Wish, said: Said) -> Run:
    """Trains, measures, keeps the model or not, and writes the run down. Raises RegestaError where it cannot."""
    reviewed = reviewed_documents(ws, Decided(ws))
    lesson = _lesson(ws, reviewed, wish)
    name = wish.name or _name(lesson, reviewed)
    making = ws.cache / "training" / name
    with locked(ws.cache / "training.lock", wait=False):
        try:
            run = _run(ws, lesson, reviewed, wish, name, making, said)
            with locked(ws.lock_path):
                _install(ws, run, making)
        finally:
            shutil.rmtree(making, ignore_errors=True)
    return run


def _lesson(ws: Workspace, reviewed: ReviewedDocuments, wish: Wish) -> Lesson:
    base = f"blank:{wish.blank}" if wish.blank else base_of(ws)
    base = base or model_name(msgspec.structs.replace(ws.settings.tag, model=""))
    language = wish.blank or _language(base)
    complete, foreign = _by_language(reviewed.whole, language, sure=bool(wish.blank))
    partial, foreign_in_part = _by_language(reviewed.in_part, language, sure=bool(wish.blank))
    if len(complete) < 2:
        one = len(complete) == 1
        there = f" in {language!r}" if foreign else ""
        beside = f" ({len(foreign)} in other languages)" if foreign else ""
        raise fail(
            "train.too_few",
            f"{len(complete) or 'no'} source{'' if one else 's'}{there} {'is' if one else 'are'} "
            f"marked as reviewed to the end{beside}; two are needed at least",
            why="What is not marked in a text counts as no name only where somebody has said that all are marked.",
            remedy="Decide all mentions of a source, then say so with `regesta review SOURCE --complete`.",
        )
    labels = covered(complete)
    if not labels:
        raise fail(
            "train.no_label",
            "no label is marked often enough in the complete documents to be learned",
            remedy="Review more documents; twenty mentions of a label are the least.",
        )
    whole = [document for document in complete if set(labels) <= set(document.complete)]
    documents, held = parted(whole, wish.held_back)
    return Lesson(
        base=base,
        labels=labels,
        documents=documents,
        held=held,
        in_part=[*(document for document in complete if document not in whole), *partial],
        left_out=[*foreign, *foreign_in_part],
        language=language,
    )


def _by_language(documents: list[Document], language: str, *, sure: bool) -> tuple[list[Document], list[Document]]:
    """The documents that a model for the language reads, and the others.

    One whose language nobody knows is read by the model of the settings, but not by one for a single language: `sure`.
    """
    wanted = (language,) if sure else (language, "")
    if language in ("", MANY):
        return documents, []
    return (
        [document for document in documents if document.language in wanted],
        [document for document in documents if document.language not in wanted],
    )


def _language(base: str) -> str:
    from regesta.tag.tagger import language_of

    try:
        return language_of(base)
    except (ImportError, OSError):
        return ""  # the tagger says of a pipeline that is not there what to do


def _name(lesson: Lesson, reviewed: ReviewedDocuments) -> str:
    """A name made of what is learned from what, so that the same lesson has the same name everywhere."""
    parts = [reviewed.rests_on[document.source] for document in [*lesson.documents, *lesson.held, *lesson.in_part]]
    return f"m{key_of(lesson.base, lesson.labels, parts, len(lesson.held))[:11]}"


def _run(
    ws: Workspace, lesson: Lesson, reviewed: ReviewedDocuments, wish: Wish, name: str, making: Path, said: Said
) -> Run:
    before = answers(ws, tag_settings(ws).model if wish.blank else lesson.base, lesson.held)
    curve = [Point(documents=0, f1=_f1(_scored(lesson.held, before, lesson.labels)))]
    sizes = sorted({max(1, len(lesson.documents) // 4), max(1, len(lesson.documents) // 2)}) if wish.curve else []
    turns = 0
    for size in [*(size for size in sizes if size < len(lesson.documents)), len(lesson.documents)]:
        turns = _learn(lesson, size, making, said)
        after = answers(ws, str(making), lesson.held)
        curve.append(Point(documents=size, f1=_f1(_scored(lesson.held, after, lesson.labels))))
    held = _measured(lesson.held, before, after, lesson.labels)
    beside = _on_general(ws, lesson, making) if lesson.language == LANGUAGE and not wish.blank else Measured()
    kept, why = verdict(held.gain or (0.0, 0.0), beside.gain)
    return Run(
        id=name,
        at=wish.at,
        base=f"{lesson.base} {model_version(lesson.base)}".strip(),
        labels=list(lesson.labels),
        trained_on=[reviewed.rests_on[document.source] for document in lesson.documents],
        held_back=[reviewed.rests_on[document.source] for document in lesson.held],
        in_part=[document.source for document in lesson.in_part],
        left_out=[document.source for document in lesson.left_out],
        epochs=turns,
        before=held.before,
        after=held.after,
        gain=held.gain or (0.0, 0.0),
        general_before=beside.before,
        general_after=beside.after,
        general_gain=beside.gain,
        curve=curve,
        kept=kept,
        why=why,
    )


def _learn(lesson: Lesson, size: int, making: Path, said: Said) -> int:
    """Learns from the first documents, with all that was decided in others where it is all of them; gives the turns."""
    from regesta.tag.training.learn import learn, save

    everything = size == len(lesson.documents)
    documents = [*lesson.documents[:size], *(lesson.in_part if everything else ())]
    what = f"learning from {size} document{'' if size == 1 else 's'}"
    nlp, turns = learn(lesson.base, documents, lesson.labels, lambda done, number: said(what, done, number))
    shutil.rmtree(making, ignore_errors=True)
    save(nlp, making)
    return turns


def _on_general(ws: Workspace, lesson: Lesson, making: Path) -> Measured:
    """How both models do on the fixed general set, over the labels that were learned."""
    documents = general()
    labels = tuple(label for label in lesson.labels if label in GENERAL_LABELS)
    if not labels:
        return Measured()
    return _measured(documents, answers(ws, lesson.base, documents), answers(ws, str(making), documents), labels)


def _measured(documents: Sequence[Document], before: Answers, after: Answers, labels: Sequence[Label]) -> Measured:
    one, other = units(spans(documents), [before, after], labels)
    return Measured(before=scores(one, labels), after=scores(other, labels), gain=gain(one, other))


def _scored(documents: Sequence[Document], found: Answers, labels: Sequence[Label]) -> list[Score]:
    (counted,) = units(spans(documents), [found], labels)
    return scores(counted, labels)


def _f1(found: Sequence[Score]) -> float:
    return found[-1].f1


def _install(ws: Workspace, run: Run, making: Path) -> None:
    """Puts a model that is kept in its place, with the picture of its curve, and writes the run down."""
    folder = ws.models / run.id
    if run.kept:
        ws.models.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        making.rename(folder)
    title = f"Model {run.id}: {'kept' if run.kept else 'not kept'}"
    replace_bytes(ws.models / f"{run.id}.svg", svg(run.curve, title).encode("utf-8"))
    add_run(ws, run)
