"""The tables of a release: one type a table, its columns in order, with what they mean, their units and closed lists.

The codebook, the schema of the Data Package and the checks of `verify` are all made from these types. A cell that is
not known is null in JSONL and empty in CSV. Words in a column's `extra`: `unit`; `references`, the table whose key the
cell names; `several`, that several ids stand in it, joined by `;`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from regesta.model.claim import AsserterKind, Hedge, Property, Relation, Stance
from regesta.model.entity import EntityKind, GeoPrecision, Latitude, Longitude
from regesta.model.event import Rank
from regesta.model.source import Access

Precision = Literal["day", "range", "month", "season", "year", "decade", "wider", "unknown"]
EventStatus = Literal["reviewed", "waiting", "unreviewed"]
Match = Literal["exact", "close", "none"]
Op = Literal["ADD", "MOD", "DEL", "MERGE", "SPLIT"]
TableName = Literal["events", "claims", "citations", "sources", "entities", "changes"]

Text = Annotated[str, Meta(min_length=1)]
IsoDay = Annotated[str, Meta(pattern=r"^(-?[0-9]{4}|Y-?[0-9]{5,})-[0-9]{2}-[0-9]{2}$")]
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
Natural = Annotated[int, Meta(ge=0)]
PageNumber = Annotated[int, Meta(ge=1)]


class Row(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of a table: every column is there, a cell that is not known is null."""


class EventRow(Row, frozen=True, kw_only=True):
    """An event, with its preferred values only. The rivals stand in `claims`, each with its words in `citations`."""

    event_id: Annotated[Text, Meta(description="Id of the event; never used again for another one")]
    type: Annotated[Text, Meta(description="Event type, from the list in the project's settings")]
    label: Annotated[Text, Meta(description="A short name, in the words of a source where a source names it")]
    when_edtf: Annotated[Text | None, Meta(description="When it happened, as EDTF (ISO 8601-2)")]
    when_earliest: Annotated[
        IsoDay | None, Meta(description="First day that the date allows, ISO 8601; empty where open")
    ]
    when_latest: Annotated[IsoDay | None, Meta(description="Last day that the date allows, ISO 8601; empty where open")]
    when_precision: Annotated[Precision | None, Meta(description="How closely the date is known")]
    when_contested: Annotated[bool, Meta(description="Claims give dates that cannot all be true")]
    where_id: Annotated[
        Text | None,
        Meta(
            description="Where it happened; of several places the one without a role or at which, then to, then from",
            extra={"references": "entities"},
        ),
    ]
    where_label: Annotated[Text | None, Meta(description="Its label in entities")]
    lat: Annotated[Latitude | None, Meta(description="Latitude of the place, WGS 84", extra={"unit": "degrees"})]
    lon: Annotated[Longitude | None, Meta(description="Longitude of the place, WGS 84", extra={"unit": "degrees"})]
    where_precision: Annotated[GeoPrecision | None, Meta(description="What the coordinates stand for")]
    where_contested: Annotated[bool, Meta(description="Claims give places that cannot all be true")]
    who_ids: Annotated[
        Text | None,
        Meta(
            description="Participants; their roles stand in claims", extra={"references": "entities", "several": True}
        ),
    ]
    count_low: Annotated[Natural | None, Meta(description="Least number that the words allow")]
    count_best: Annotated[Natural | None, Meta(description="The number that is given")]
    count_high: Annotated[Natural | None, Meta(description="Greatest number that the words allow")]
    count_unit: Annotated[Text | None, Meta(description="What is counted")]
    n_claims: Annotated[int, Meta(ge=1, description="Claims that speak of the event", extra={"unit": "claims"})]
    n_sources: Annotated[int, Meta(ge=1, description="Sources that these claims stand in", extra={"unit": "sources"})]
    n_disputing: Annotated[
        Natural, Meta(description="Claims of the release that dispute a claim of this event", extra={"unit": "claims"})
    ]
    status: Annotated[
        EventStatus,
        Meta(
            description=(
                "reviewed: every claim was accepted; waiting: and a person has still to rank rival values; "
                "unreviewed: nobody has accepted one claim or more"
            )
        ),
    ]
    first_release: Annotated[Text, Meta(description="Release in which the event first stood")]
    changed_release: Annotated[Text, Meta(description="Release in which this row last changed")]


class ClaimRow(Row, frozen=True, kw_only=True):
    """One value that one passage of a source asserts; a claim is as many rows as it has values."""

    value_id: Annotated[Text, Meta(description="Id of the value")]
    claim_id: Annotated[Text, Meta(description="Id of the claim that the value stands in")]
    event_id: Annotated[
        Text | None, Meta(description="The event that the claim speaks of", extra={"references": "events"})
    ]
    property: Annotated[Property, Meta(description="What the value says of the event")]
    role: Annotated[Text | None, Meta(description="For who: the part taken; for where: from, to, at")]
    value: Annotated[
        Text | None,
        Meta(
            description=(
                "EDTF for when; entity id for where and who, or the words for somebody without a name; event id for "
                "part_of; number and unit for count; "
                "event type for type; text for outcome. Empty for part_of where the other event is not in the release"
            )
        ),
    ]
    value_label: Annotated[Text, Meta(description="The value in words")]
    earliest: Annotated[IsoDay | None, Meta(description="For when: the first day, ISO 8601")]
    latest: Annotated[IsoDay | None, Meta(description="For when: the last day, ISO 8601")]
    precision: Annotated[Precision | None, Meta(description="For when: how closely the date is known")]
    low: Annotated[Natural | None, Meta(description="For count: least number that the words allow")]
    best: Annotated[Natural | None, Meta(description="For count: the number that is given")]
    high: Annotated[Natural | None, Meta(description="For count: greatest number that the words allow")]
    unit: Annotated[Text | None, Meta(description="For count: what is counted")]
    hedge: Annotated[
        Hedge,
        Meta(
            description=(
                "How firmly the words give this value; inferred: they do not, it was drawn from the context, or "
                "supplied by the person in proposed_by"
            )
        ),
    ]
    stance: Annotated[Stance, Meta(description="How firmly the asserter holds the whole claim")]
    asserted_by_kind: Annotated[AsserterKind, Meta(description="What kind of asserter it is")]
    asserted_by_id: Annotated[
        Text | None,
        Meta(description="The asserter, where it has an id", extra={"references": "entities sources"}),
    ]
    asserted_by_label: Annotated[Text, Meta(description="The asserter in words")]
    via_source_id: Annotated[
        Text | None, Meta(description="The work that the source relays", extra={"references": "sources"})
    ]
    about_claim_id: Annotated[
        Text | None, Meta(description="The claim that this one speaks of", extra={"references": "claims"})
    ]
    about_relation: Annotated[Relation | None, Meta(description="What it does to that claim")]
    rank: Annotated[Rank, Meta(description="preferred values make the row in events; rivals are normal or deprecated")]
    source_id: Annotated[Text, Meta(description="The source that was read", extra={"references": "sources"})]
    proposed_by: Annotated[Text, Meta(description="Component and version, or person:NAME")]
    reviewers: Annotated[
        Text | None, Meta(description="Who accepted it; empty: nobody has yet", extra={"several": True})
    ]
    n_citations: Annotated[
        int, Meta(ge=1, description="Rows of citations that stand behind the value", extra={"unit": "citations"})
    ]


class CitationRow(Row, frozen=True, kw_only=True):
    """One passage that stands behind one value: the words, the page and the boxes on the page.

    The value that says what happened (property `type`, else the claim's first) also cites the whole passage and
    the words that say whose claim it is.
    """

    citation_id: Annotated[Text, Meta(description="Id of the citation")]
    value_id: Annotated[Text, Meta(description="The value that it stands behind", extra={"references": "claims"})]
    source_id: Annotated[Text, Meta(description="The source that is quoted", extra={"references": "sources"})]
    page_label: Annotated[Text | None, Meta(description="The page as printed; empty where the source has no pages")]
    page: Annotated[PageNumber | None, Meta(description="The page in the file, from 1")]
    boxes: Annotated[
        Text | None,
        Meta(
            description="page,x0,top,x1,bottom from the top left corner, one box a line of print, `;` between",
            extra={"unit": "PDF points"},
        ),
    ]
    start: Annotated[
        Natural, Meta(description="First character of the quote in text.txt", extra={"unit": "code points"})
    ]
    end: Annotated[int, Meta(ge=1, description="First character behind the quote", extra={"unit": "code points"})]
    quote: Annotated[
        Text | None,
        Meta(description="The words; cut, with an ellipsis, where the source's rights limit the length of a quote"),
    ]
    prefix: Annotated[Text | None, Meta(description="The words before, to find the quote again")]
    suffix: Annotated[Text | None, Meta(description="The words behind, to find the quote again")]
    quote_sha256: Annotated[Sha256, Meta(description="sha256 of the whole quote as UTF-8, never of the cut one")]
    text_sha256: Annotated[Sha256, Meta(description="sha256 of the text.txt that the offsets count in")]
    note: Annotated[Text, Meta(description="The citation as a footnote prints it")]


class SourceRow(Row, frozen=True, kw_only=True):
    """A source, held or only relayed by another one."""

    source_id: Annotated[Text, Meta(description="The citekey")]
    kind: Annotated[Text | None, Meta(description="Type of the CSL item: book, article-journal, webpage")]
    held: Annotated[bool, Meta(description="false: known only through another source, and never quoted")]
    title: Annotated[Text | None, Meta(description="Title")]
    author: Annotated[Text | None, Meta(description="Authors, else editors, `; ` between")]
    issued: Annotated[Text | None, Meta(description="Date of publication, as EDTF; never used to date an event")]
    container: Annotated[Text | None, Meta(description="The journal, book or site that it stands in")]
    language: Annotated[Text | None, Meta(description="BCP 47 tag")]
    file_sha256: Annotated[Sha256 | None, Meta(description="sha256 of the file as received")]
    text_sha256: Annotated[Sha256 | None, Meta(description="sha256 of text.txt")]
    licence: Annotated[Text | None, Meta(description="Licence of the source itself")]
    access: Annotated[Access, Meta(description="Who may read the source")]
    bibliography: Annotated[Text, Meta(description="The entry as a bibliography prints it")]


class EntityRow(Row, frozen=True, kw_only=True):
    """A place, a person or an organisation that the release names."""

    entity_id: Annotated[Text, Meta(description="Id of the entity")]
    kind: Annotated[EntityKind, Meta(description="What it is")]
    label: Annotated[Text, Meta(description="Name in the authority file, else the form met most often")]
    names: Annotated[Text | None, Meta(description="All forms met in the cited words", extra={"several": True})]
    wikidata: Annotated[Text | None, Meta(description="Wikidata id")]
    geonames: Annotated[Text | None, Meta(description="GeoNames id")]
    viaf: Annotated[Text | None, Meta(description="VIAF id")]
    match: Annotated[
        Match,
        Meta(
            description=(
                "exact: the outside identifiers name this very entity; close: something near it; "
                "none: no outside identifier is known"
            )
        ),
    ]
    lat: Annotated[Latitude | None, Meta(description="Latitude, WGS 84", extra={"unit": "degrees"})]
    lon: Annotated[Longitude | None, Meta(description="Longitude, WGS 84", extra={"unit": "degrees"})]
    geo_precision: Annotated[GeoPrecision | None, Meta(description="What the coordinates stand for; places only")]
    gnd: Annotated[Text | None, Meta(description="Id in the Integrated Authority File of German libraries")]
    joined_ids: Annotated[
        Text | None,
        Meta(description="Ids of other names that were found to be its; no row has them", extra={"several": True}),
    ]
    joined_by: Annotated[
        Text | None,
        Meta(
            description=(
                "Who said that they are one: reviewers; authority for a name that the project's authority file "
                "gives it; score for a chance above the project's threshold"
            ),
            extra={"several": True},
        ),
    ]


class ChangeRow(Row, frozen=True, kw_only=True):
    """One difference from the release before; what earlier releases changed is carried on for ever.

    The first release lists its events alone, since all else in it is new as well; later ones list all tables.
    """

    release: Annotated[Text, Meta(description="The release that made the change")]
    op: Annotated[
        Op,
        Meta(
            description=(
                "ADD, DEL: the row came or went; MOD: one field of it changed; "
                "MERGE: the event or entity `id` went into `new`; SPLIT: claims of the event `id` went to `new`"
            )
        ),
    ]
    table: Annotated[TableName, Meta(description="The table that changed")]
    id: Annotated[Text, Meta(description="Key of the row that changed")]
    field: Annotated[Text | None, Meta(description="For MOD: the column")]
    old: Annotated[Text | None, Meta(description="The cell before; for DEL the label or words of the row")]
    new: Annotated[
        Text | None,
        Meta(description="The cell now; for ADD the label or words of the row; for MERGE and SPLIT the other id"),
    ]
    reason: Annotated[Text, Meta(description="Why, in words")]
    decision_ids: Annotated[
        Text | None, Meta(description="The decisions behind it that no earlier release had", extra={"several": True})
    ]


TABLES: dict[TableName, type[Row]] = {
    "events": EventRow,
    "claims": ClaimRow,
    "citations": CitationRow,
    "sources": SourceRow,
    "entities": EntityRow,
    "changes": ChangeRow,
}

#: Columns that stand last in a table and that earlier releases did not have: there they read as not known.
LATER: dict[TableName, tuple[str, ...]] = {"entities": ("gnd", "joined_ids", "joined_by")}

#: The column whose value names a row, where one alone does.
KEYS: dict[TableName, str] = {
    "events": "event_id",
    "claims": "value_id",
    "citations": "citation_id",
    "sources": "source_id",
    "entities": "entity_id",
}

#: The column that a reference points at, where it is not the key of the table.
REFERENCED: dict[tuple[TableName, str], str] = {("claims", "about_claim_id"): "claim_id"}
