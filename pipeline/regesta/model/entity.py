"""An entity: a place, a person or an organisation of the project's authority files."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from regesta.model.record import Record, intern_word

EntityKind = Literal["place", "person", "organisation"]
GeoPrecision = Literal["exact", "town", "district", "region", "country", "unknown"]

Latitude = Annotated[float, Meta(ge=-90, le=90)]
Longitude = Annotated[float, Meta(ge=-180, le=180)]


class Entity(Record, frozen=True, kw_only=True):
    """A line of `annotations/authority/*.jsonl`."""

    id: Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9._:-]*$")]
    kind: EntityKind
    label: str
    names: Annotated[list[str], Meta(description="Other names and spellings, in any language")] = []
    type: Annotated[str, Meta(description="A finer kind: town, camp, river, police, party, unit")] = ""
    within: Annotated[list[str], Meta(description="Ids of the places that contain it")] = []
    wikidata: str = ""
    geonames: str = ""
    viaf: str = ""
    gnd: str = ""
    lat: Annotated[Latitude | None, Meta(description="WGS 84 degrees")] = None
    lon: Annotated[Longitude | None, Meta(description="WGS 84 degrees")] = None
    geo_precision: GeoPrecision = "unknown"
    born: Annotated[str, Meta(description="Of a person: EDTF")] = ""
    died: Annotated[str, Meta(description="Of a person: EDTF")] = ""
    note: str = ""

    def __post_init__(self) -> None:
        intern_word(self, "geo_precision")
