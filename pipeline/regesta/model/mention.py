"""A mention: a span of a source's text with a label and, where there is one, a value."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from msgspec import Meta

from regesta.model.record import Record

Label = Literal["DATE", "PLACE", "PERSON", "ORG", "QUANTITY", "TRIGGER", "CUE", "PASSAGE"]
LABELS: tuple[Label, ...] = get_args(Label)
#: What a reviewer is asked about; the others are reviewed through the claims that cite them.
REVIEWED_LABELS: tuple[Label, ...] = ("DATE", "PLACE", "PERSON", "ORG")

#: What the parse of a sentence can make a name or date to a trigger.
ArgumentOf = Literal["who", "where", "when"]
LinkOf = Literal[ArgumentOf, "scope"]
#: The value of a CUE that stands for somebody who took part and has no name: "soldiers", "the Germans", "my father".
PARTICIPANT = "participant"
#: The rule of a TRIGGER that is no verb but a fate of those counted: "21 dead", "the death toll".
TOLL = "toll"

Grade = Literal["exact", "close", "none"]
Score = Annotated[float, Meta(ge=0, le=1)]
Offset = Annotated[int, Meta(ge=0, description="Code points from the start of text.txt")]


class By(Record, frozen=True, kw_only=True):
    """Who proposed it: a component of the tagging pipeline, or a person."""

    component: Annotated[str, Meta(description="A component's name, or person:NAME")]
    version: str = ""
    score: Score | None = None
    reasons: Annotated[tuple[str, ...], Meta(description="What spoke for the score, or against it, in words")] = ()


class Part(Record, frozen=True, kw_only=True):
    """One end of a range, where the words name it apart."""

    start: Offset
    end: Offset
    value: str


class Alternative(Record, frozen=True, kw_only=True):
    """Another reading that came close."""

    value: str
    score: Score | None = None
    grade: Annotated[Grade | None, Meta(description="For a place: how surely the name means it")] = None


class Link(Record, frozen=True, kw_only=True):
    """What the parse makes a name or date to a trigger: who, where or when; or that a trigger stands under a cue."""

    mention: Annotated[str, Meta(description="Id of the name or date, or of the trigger")]
    property: LinkOf
    role: Annotated[
        str,
        Meta(description="`subject`, `object` (turned round in a passive), a word such as `by`, or a role of the type"),
    ]
    pattern: Annotated[str, Meta(description="Name of the pattern that found it")]


class Mention(Record, frozen=True, kw_only=True):
    """A span with its W3C text-quote selector: `exact` with the text before and after it."""

    id: str
    source: str
    start: Offset
    end: Offset
    exact: str
    prefix: str
    suffix: str
    page: Annotated[
        Annotated[int, Meta(ge=1)] | None,
        Meta(description="Number of the page in the file; none where there are no pages"),
    ]
    label: Label
    value: Annotated[
        str,
        Meta(
            description=(
                "EDTF for a DATE, an entity id for a name, number for a QUANTITY, event type for a TRIGGER, "
                "kind of cue for a CUE; empty where it is open"
            )
        ),
    ]
    by: By
    parts: list[Part] = []
    rule: Annotated[str, Meta(description="The rule that gave the value")] = ""
    anchor: Annotated[str, Meta(description="The mention from which the value took what its words leave open")] = ""
    alternatives: list[Alternative] = []
    title: Annotated[str, Meta(description="Title or rank that stands before a name")] = ""
    links: Annotated[list[Link], Meta(description="What the parse ties to a TRIGGER or puts under a CUE")] = []
