"""The settings of a workspace, typed; each room reads its own section."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta, Struct

from regesta.model.mention import ArgumentOf
from regesta.model.source import Access


class IngestSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Limits on one source, and what the reader may take for granted."""

    seconds: Annotated[int, Meta(ge=1, description="Longest time that one source may take")] = 300
    memory_mb: Annotated[int, Meta(ge=128, description="Most memory that the reading of one source may take")] = 2048
    megabytes: Annotated[int, Meta(ge=1, description="Largest file that is taken in")] = 512
    agreement: Annotated[
        float, Meta(ge=0, le=1, description="Least agreement of a page's words with the second reader")
    ] = 0.9
    access: Access = "open"
    licence: str = ""


class TagSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The language model, and what dates take for granted."""

    model: Annotated[
        str,
        Meta(
            description=(
                "Any installed spaCy pipeline, or the folder of one; empty: the English model that is there; "
                "trained: the newest that was trained on this project's reviews"
            )
        ),
    ] = ""
    models: Annotated[
        dict[Annotated[str, Meta(pattern="^[a-z]{2,3}$")], str],
        Meta(
            description=(
                "By code of a language, the pipeline for sources and paragraphs in it: an installed one, a folder, "
                "trained, or blank for none; a language without one gets the pipeline that is installed for it"
            )
        ),
    ] = {}
    memory: Annotated[bool, Meta(description="What reviewers decided about a name counts where it is met again")] = True
    config: Annotated[str, Meta(description="A spaCy config.cfg of the project's own, relative to the workspace")] = ""
    winter: Annotated[
        str, Meta(pattern="^(december|january)$", description="Month in which a year's winter begins")
    ] = "december"


class ReviewSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who reviews here, whose word settles a disagreement, and what can wait."""

    reviewer: str = ""
    device: str = ""
    adjudicators: list[str] = []
    unlikely: Annotated[
        float,
        Meta(ge=0, le=1, description="Claims with a lower score come behind all others of their source; 0: none do"),
    ] = 0.5


class ResolveSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How alike two claims must be, and how likely two names are one person's."""

    propose: Annotated[float, Meta(ge=0, le=1, description="Score from which a join is shown to a reviewer")] = 0.5
    join: Annotated[float, Meta(ge=0, le=1, description="Score from which claims are joined without being asked")] = 0.8
    propose_same: Annotated[
        float, Meta(ge=0, le=1, description="Chance from which two names are shown to a reviewer as one person's")
    ] = 0.5
    join_same: Annotated[
        float, Meta(ge=0, le=1, description="Chance from which they are one without being asked; 1: never")
    ] = 1.0


class ReleaseSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a release prints, and what it must hold."""

    style: Annotated[str, Meta(description="CSL style of notes and bibliography")] = (
        "chicago-notes-bibliography-16th-edition"
    )
    licence: str = ""
    least_events: Annotated[int, Meta(ge=0, description="A release with fewer events is refused")] = 0


class Pattern(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a trigger and what belongs to it stand to each other in a parsed sentence."""

    name: Annotated[str, Meta(pattern="^[a-z][a-z0-9_]*$")]
    property: ArgumentOf
    role: Annotated[
        str,
        Meta(description="`subject`, `object` (turned round in a passive), a word such as `by`, or a role of the type"),
    ] = ""
    language: Annotated[str, Meta(pattern="^[a-z]{2,3}$", description="The pipelines whose labels it is made of")] = (
        "en"
    )
    fallback: Annotated[bool, Meta(description="Only where no pattern before it has tied the argument")] = False
    tokens: Annotated[
        list[dict[str, Any]],
        Meta(
            min_length=2,
            description=(
                "A pattern of spaCy's DependencyMatcher that begins with the node `trigger` and has a node `argument`; "
                "ENT_TYPE is TRIGGER or the label of a mention"
            ),
        ),
    ]
    examples: Annotated[
        list[str], Meta(min_length=1, description="Sentences with the {trigger} and the [argument] that it must find")
    ]


class EventType(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of event, with the words that give it away and the roles that its participants can have."""

    name: Annotated[str, Meta(pattern="^[a-z][a-z0-9_]*$")]
    label: str
    broader: Annotated[str, Meta(description="The type of which this is a kind; claims of both can be one event")] = ""
    verbs: Annotated[list[str], Meta(description="Lemmas")] = []
    nouns: Annotated[list[str], Meta(description="Lemmas; several words are matched in order")] = []
    roles: Annotated[
        dict[str, list[str]], Meta(description="Role to the words that mark it: 'headed by', 'between'")
    ] = {}
    patterns: Annotated[
        list[Pattern], Meta(description="Of its arguments, beside the general ones; read before these")
    ] = []
    examples: Annotated[list[str], Meta(description="Sentences in which the type must be found")] = []


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `regesta.toml`, or `[tool.regesta]` in `pyproject.toml`, may hold; every setting has a default."""

    title: Annotated[str, Meta(description="Name of the project, printed in a release")] = "Untitled dataset"
    ingest: IngestSettings = IngestSettings()
    tag: TagSettings = TagSettings()
    review: ReviewSettings = ReviewSettings()
    resolve: ResolveSettings = ResolveSettings()
    release: ReleaseSettings = ReleaseSettings()
    event_types: Annotated[
        list[EventType], Meta(description="Added to the general list; one of the same name takes its place")
    ] = []
