"""What is learned from reviews, and how it was measured: a line of `annotations/models/runs.jsonl`, and predictions."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from regesta.model.mention import Label, Offset
from regesta.model.record import Record

Share = Annotated[float, Meta(ge=0, le=1)]
Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class Marked(Struct, frozen=True, order=True, array_like=True):
    """A span of a text with its label: what a person marked, or what a pipeline answered; offsets in code points."""

    start: int
    end: int
    label: Label


class Prediction(Record, frozen=True, kw_only=True):
    """A line of a file of outside predictions: a span of `text.txt` of a source, with its label."""

    source: str
    start: Offset
    end: Offset
    label: Label


class Score(Record, frozen=True, kw_only=True):
    """How well spans were found. Strict: the same offsets and label; relaxed: the same label, and they overlap.

    `low` and `high` bound the strict F1 with 95 % confidence.
    """

    label: Annotated[str, Meta(description="A label; ALL for all of them together")]
    reviewed: Annotated[int, Meta(ge=0, description="Spans that people marked")]
    proposed: Annotated[int, Meta(ge=0, description="Spans that the pipeline answered")]
    precision: Share
    recall: Share
    f1: Share
    low: Share
    high: Share
    relaxed_precision: Share
    relaxed_recall: Share
    relaxed_f1: Share


class LearnedFrom(Record, frozen=True, kw_only=True):
    """A document that a model was trained or measured on: its text and the decisions about it, by their hashes."""

    source: str
    text: Sha256
    decisions: Annotated[str, Meta(description="Hash over the ids of the decisions about its mentions")]
    mentions: Annotated[int, Meta(ge=0, description="Mentions that people marked in it")]


class Point(Record, frozen=True, kw_only=True):
    """A point of the learning curve: so many documents gave this strict F1 on the documents that were held back."""

    documents: Annotated[int, Meta(ge=0)]
    f1: Share


class Run(Record, frozen=True, kw_only=True):
    """A training: from what, by which settings, how good before and after, and whether its model was kept."""

    id: Annotated[
        str, Meta(pattern="^[a-z0-9][a-z0-9_-]*$", description="Name of the model, a folder beside this file")
    ]
    at: Annotated[str, Meta(description="Wall time, UTC, for people to read")]
    base: Annotated[str, Meta(description="The pipeline that was trained further, and its version; blank:LANGUAGE")]
    labels: Annotated[list[Label], Meta(description="What the reviews cover; for all else the base model is asked")]
    trained_on: list[LearnedFrom]
    held_back: list[LearnedFrom]
    in_part: Annotated[list[str], Meta(description="Sources that gave only what was decided in them")] = []
    left_out: Annotated[list[str], Meta(description="Reviewed sources in languages that the model does not read")] = []
    epochs: Annotated[int, Meta(ge=1)]
    before: list[Score]
    after: list[Score]
    gain: Annotated[tuple[float, float], Meta(description="95 % interval of the gain in strict F1, paired")]
    general_before: Annotated[list[Score], Meta(description="On the fixed general set; none for another language")] = []
    general_after: list[Score] = []
    general_gain: tuple[float, float] | None = None
    curve: list[Point] = []
    kept: bool
    why: Annotated[str, Meta(description="Why it was kept or not, in words")]
