"""Which of the places that bear a name a document means: candidates ranked by what else the document names.

Every name gets candidates, each with a score from 0 to 1; what the scores of a name leave over is the chance that it
means a place that nobody has listed. A candidate gains by places close to those that the document's other names may
mean, by countries that it names, and by a usual name; by its period; and by its population last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import asin, cos, exp, log, radians, sin, sqrt
from types import MappingProxyType
from typing import NamedTuple

from regesta.model.entity import Entity
from regesta.model.mention import Grade
from regesta.names.authority import general
from regesta.names.gazetteer import Gazetteer, Site
from regesta.names.places import KnownPlace, known_places
from regesta.names.spellings import is_part_of_a_town, keys, looser_keys

#: No more than so many places of one name are weighed, the most populous.
MOST = 24
ROUNDS = 3
EARTH_KM = 6371.0
#: What speaks for an entry that a person made.
SETTLED = 30.0


class Weights(NamedTuple):
    """How much each kind of evidence counts; chosen on the training part of EHRI, by tests/benchmarks/linking.py."""

    population: float = 0.9
    usual: float = 1.0
    near: float = 1.6
    country: float = 1.2
    wide: float = 0.05
    reach_km: float = 120.0
    other_period: float = 1.5
    known_country: float = 17.5
    known_region: float = 16.5
    known_town: float = 11.5
    unlisted: float = 3.4
    few: float = 1.0
    looser: float = 0.7
    exact: float = 0.95
    close: float = 0.5


WEIGHTS = Weights()
#: A place near which others may be: latitude, longitude, weight, and which name of the document it belongs to.
_Located = tuple[float, float, float, int]


@dataclass(slots=True)
class Candidate:
    """A place that a name may mean. `prior` is what speaks for it before the document is asked, in logarithms."""

    entity_id: str
    lat: float
    lon: float
    countries: tuple[str, ...]
    wide: bool
    prior: float
    loose: bool = False
    score: float = 0.0
    grade: Grade = "none"


@dataclass(slots=True)
class Asked:
    """A name of the document with its candidates, the best first once they are ranked; `count` occurrences."""

    count: float
    candidates: list[Candidate] = field(default_factory=list)


def rank(
    counted: Mapping[str, float],
    gazetteer: Gazetteer | None,
    years: Sequence[int] = (),
    settled: Mapping[str, Entity] = MappingProxyType({}),
    weights: Weights = WEIGHTS,
) -> dict[str, list[Candidate]]:
    """The candidates of each name of a document, the best first, with score and grade.

    `counted` has how often the document names each; `years` are those that it speaks of; `settled` has the entries
    of the project's own authority file, which are not asked about but show where the document is.
    """
    asked = {
        name: Asked(count, _entry(settled[name]) if name in settled else candidates(name, gazetteer, years, weights))
        for name, count in sorted(counted.items())
    }
    for one in asked.values():
        _weigh(one, {}, weights)
    for _ in range(ROUNDS):
        around = Surroundings(asked.values(), weights)
        gains = [around.gains(one) for one in asked.values()]
        for one, gain in zip(asked.values(), gains, strict=True):
            _weigh(one, gain, weights)
    _place_streets(asked)
    for one in asked.values():
        one.candidates.sort(key=lambda candidate: (-candidate.score, candidate.entity_id))
        _grade(one.candidates, weights)
    return {name: one.candidates for name, one in asked.items()}


def meant(name: str, gazetteer: Gazetteer | None) -> str:
    """The id of the place that a name means to whoever says that it is a place; empty where several come near.

    There is no document here to go by, only how much likelier the first is than all others that are listed.
    """
    listed = rank({name: 1.0}, gazetteer)[name]
    first = listed[0] if listed else None
    sure = first is not None and not first.loose and first.score >= WEIGHTS.exact * sum(each.score for each in listed)
    return first.entity_id if first is not None and sure else ""


def _entry(entity: Entity) -> list[Candidate]:
    """An entry of the project's file as the sole candidate; none where it does not say where it lies."""
    if entity.lat is None or entity.lon is None:
        return []
    wide = entity.geo_precision in ("country", "region")
    return [Candidate(entity.id, entity.lat, entity.lon, (), wide, SETTLED)]


def candidates(name: str, gazetteer: Gazetteer | None, years: Sequence[int], weights: Weights) -> list[Candidate]:
    """The places that a name may mean, from the list that ships and from the gazetteer."""
    for key in keys(name):
        if found := _called(key, gazetteer, years, weights):
            return found
    for key in looser_keys(name):
        if found := _called(key, gazetteer, years, weights):
            return _loosened(found)
    if gazetteer is not None and keys(name):
        return _loosened([_site(site, weights) for site in gazetteer.longer(keys(name)[0])])
    return []


def _called(key: str, gazetteer: Gazetteer | None, years: Sequence[int], weights: Weights) -> list[Candidate]:
    sites = gazetteer.find(key)[:MOST] if gazetteer is not None else ()
    return _known(key, years, weights) + [_site(site, weights) for site in sites]


def _loosened(found: list[Candidate]) -> list[Candidate]:
    for candidate in found:
        candidate.loose = True
    return found


def _known(key: str, years: Sequence[int], weights: Weights) -> list[Candidate]:
    places = known_places()
    listed = [places[entity.id] for entity in general().find(key, "place") if entity.id in places]
    ids = [entity.id for entity in general().find(key, "place") if entity.id in places]
    return [_candidate(entity_id, place, years, weights) for entity_id, place in zip(ids, listed, strict=True)]


def _candidate(entity_id: str, place: KnownPlace, years: Sequence[int], weights: Weights) -> Candidate:
    base = {"country": weights.known_country, "region": weights.known_region}.get(
        place.geo_precision, weights.known_town
    )
    prior = base * weights.population - (weights.other_period if _other_period(place, years) else 0.0)
    wide = place.geo_precision in ("country", "region")
    return Candidate(entity_id, place.lat, place.lon, tuple(place.countries), wide, prior)


def _other_period(place: KnownPlace, years: Sequence[int]) -> bool:
    """Whether the document speaks of years, and the place was not there in any of them."""
    since = -10_000 if place.since is None else place.since
    until = 10_000 if place.until is None else place.until
    return bool(years) and not any(since <= year <= until for year in years)


def _site(site: Site, weights: Weights) -> Candidate:
    prior = weights.population * log(site.population + 1000) + (weights.usual if site.usual else 0.0)
    return Candidate(site.entity_id, site.lat, site.lon, (site.country,), False, prior)


def _weigh(one: Asked, gain: Mapping[str, float], weights: Weights) -> None:
    """Sets the scores of a name's candidates: a softmax in which one share belongs to the places nobody listed."""
    values = [
        candidate.prior + gain.get(candidate.entity_id, 0.0) - (weights.looser if candidate.loose else 0.0)
        for candidate in one.candidates
    ]
    nobody = weights.unlisted + weights.population * log(1000)
    highest = max([*values, nobody])
    total = sum(exp(value - highest) for value in [*values, nobody])
    for candidate, value in zip(one.candidates, values, strict=True):
        candidate.score = exp(value - highest) / total


def _place_streets(asked: Mapping[str, Asked]) -> None:
    """Gives streets and houses without an entry the town that the document speaks of most: close, never exact."""
    heard: dict[str, float] = defaultdict(float)
    towns: dict[str, Candidate] = {}
    for one in asked.values():
        for candidate in one.candidates:
            if not candidate.wide and not candidate.loose:
                heard[candidate.entity_id] += one.count * candidate.score
                towns[candidate.entity_id] = candidate
    if not heard:
        return
    town = towns[min(heard, key=lambda entity_id: (-heard[entity_id], entity_id))]
    share = heard[town.entity_id] / sum(heard.values())
    for name, one in asked.items():
        if not one.candidates and is_part_of_a_town(name):
            one.candidates = [replace(town, loose=True, score=town.score * share)]


class Surroundings:
    """Where the places lie that a document may mean: their weight by cells of a degree, and by country."""

    def __init__(self, asked: Iterable[Asked], weights: Weights) -> None:
        self.weights = weights
        self.cells: dict[tuple[int, int], list[_Located]] = defaultdict(list)
        self._gathered: dict[tuple[int, int], list[_Located]] = {}
        self.countries: dict[str, float] = defaultdict(float)
        self.total = 0.0
        self.local = 0.0
        for one in asked:
            heard = sqrt(min(one.count, 9))
            for candidate in one.candidates:
                weight = heard * candidate.score
                self.total += weight
                for country in candidate.countries:
                    self.countries[country] += weight / len(candidate.countries)
                if not candidate.wide and candidate.score > 0.02:
                    self.local += weight
                    self.cells[_cell(candidate)].append((candidate.lat, candidate.lon, weight, id(one)))

    def gains(self, one: Asked) -> dict[str, float]:
        """What each candidate of a name gains by what the document's other names mean, in logarithms."""
        heard = sqrt(min(one.count, 9))
        own: dict[str, float] = defaultdict(float)
        for candidate in one.candidates:
            for country in candidate.countries:
                own[country] += heard * candidate.score / len(candidate.countries)
        mass = sum(heard * candidate.score for candidate in one.candidates)
        return {candidate.entity_id: self._gain(one, candidate, own, mass) for candidate in one.candidates}

    def _gain(self, one: Asked, candidate: Candidate, own: Mapping[str, float], mass: float) -> float:
        others = max(self.total - mass, 0.0)
        share = sum(max(self.countries[country] - own[country], 0.0) for country in candidate.countries)
        in_country = share / (others + 1.0)
        near = self.weights.wide if candidate.wide else self._near(one, candidate) / (sqrt(self.local) + 1.0)
        local = max(self.local - mass, 0.0)
        by_country = self.weights.country * log((0.05 + in_country) / 0.35)
        by_distance = self.weights.near * log((0.05 + near) / 0.2)
        few = self.weights.few
        return by_country * others / (others + few) + by_distance * local / (local + few)

    def _near(self, one: Asked, candidate: Candidate) -> float:
        """The weight of other names' places around a candidate, less by the distance."""
        lat, lon, reach = candidate.lat, candidate.lon, self.weights.reach_km
        found = 0.0
        for other_lat, other_lon, weight, owner in self._around(_cell(candidate)):
            if owner != id(one):
                found += weight * _closeness(lat, lon, other_lat, other_lon, reach)
        return found

    def _around(self, cell: tuple[int, int]) -> list[_Located]:
        """The places in the cells about one, put together when the first candidate in it asks."""
        if cell not in self._gathered:
            row, column = cell
            about = ((row + down, column + right) for down in range(-2, 3) for right in range(-3, 4))
            self._gathered[cell] = [place for each in about for place in self.cells.get(each, ())]
        return self._gathered[cell]


def _cell(candidate: Candidate) -> tuple[int, int]:
    return int(candidate.lat + 90), int(candidate.lon + 180)


def _grade(ranked: Sequence[Candidate], weights: Weights) -> None:
    for place, candidate in enumerate(ranked):
        exact = place == 0 and not candidate.loose and candidate.score >= weights.exact
        candidate.grade = "exact" if exact else "close" if candidate.score >= weights.close else "none"


@lru_cache(maxsize=65536)
def _closeness(lat: float, lon: float, other_lat: float, other_lon: float, reach: float) -> float:
    """How much of a place's weight is felt at another; kept, since every round asks for the same pairs again."""
    return exp(-distance(lat, lon, other_lat, other_lon) / reach)


def distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres between two points, on a sphere."""
    high, low = radians(lat), radians(other_lat)
    across = sin(radians(other_lon - lon) / 2) ** 2
    half = sin((low - high) / 2) ** 2 + cos(high) * cos(low) * across
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))
