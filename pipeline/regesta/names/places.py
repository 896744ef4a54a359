"""The places that ship with the program: states, regions, waters, camps and ghettos, each with its period and source.

They are what a gazetteer of today's towns lacks. Coordinates are rough: a middle for what is large.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import msgspec

from regesta.model.entity import Entity, GeoPrecision, Latitude, Longitude
from regesta.names.local import local_id


class KnownPlace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of `data/places.jsonl`; years count from 1 BC as 0, `countries` are those of today, by ISO 3166.

    `whole` says that all that lies in these countries lies in it; of a region or an empire that is not so.
    """

    label: str
    type: str
    lat: Latitude
    lon: Longitude
    geo_precision: GeoPrecision
    source: str
    names: list[str] = []
    countries: list[str] = []
    since: int | None = None
    until: int | None = None
    geonames: str = ""
    wikidata: str = ""
    whole: bool = False

    @property
    def entity(self) -> Entity:
        """It as a record of an authority file, with a local id."""
        return Entity(
            id=local_id("place", self.label),
            kind="place",
            label=self.label,
            names=self.names,
            type=self.type,
            wikidata=self.wikidata,
            geonames=self.geonames,
            lat=self.lat,
            lon=self.lon,
            geo_precision=self.geo_precision,
            note=self.source,
        )


@cache
def known_places() -> dict[str, KnownPlace]:
    """All of them, by the id of their entity."""
    data = files("regesta.names").joinpath("data", "places.jsonl").read_bytes()
    places = (msgspec.json.decode(line, type=KnownPlace) for line in data.split(b"\n") if line)
    return {local_id("place", place.label): place for place in places}


@cache
def place_entities() -> tuple[Entity, ...]:
    """All of them as entities."""
    return tuple(place.entity for place in known_places().values())


@cache
def _wholes() -> dict[str, list[str]]:
    """By the code of a country of today, the ids of the states of which it is a part, or which it is."""
    found: dict[str, list[str]] = {}
    for entity_id, place in known_places().items():
        for country in place.countries if place.whole else ():
            found.setdefault(country, []).append(entity_id)
    return found


def states_of(countries: Sequence[str]) -> list[str]:
    """The ids of the listed states that hold a place in a country of today; none for one that lies in several."""
    return list(_wholes().get(countries[0], ())) if len(countries) == 1 else []
