"""How well names are told to be one person's: `python tests/benchmarks/persons.py [--fit] [--misses]`.

The persons of the EHRI documents (../shared/data/names) that carry a reference are given to the likeness as a
project has them: a form is an entity, with what is named near it. Two forms are one person where their reference is
the same. References of other editions or other authority files may mean one person too: such pairs are left out. The
weights are fitted on ehri-train and measured on ehri-dev, and on the persons of redocred-dev, all of whom live in one
project there and share surnames (its documents are about different people, so that agreeing full names of two
documents count as wrong unless they are the very same words). `--fit` prints new weights.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import exp
from pathlib import Path
from typing import Any

from regesta.names.likeness import WEIGHTS, Alike, Person, alike
from regesta.names.local import local_id
from regesta.names.person import person_name

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
NEAR = 300
EDGES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
#: What says more must not count less, whatever a few pairs say.
SURER = (("given initial", "given missing"), ("given initial", "given none"), ("given form", "given initial"))
Judged = list[tuple[Alike, bool]]


def main(arguments: list[str]) -> int:
    """Runs the benchmark; 0 where it could."""
    if not (SHARED / "names").is_dir():
        print("../shared/data is not there: nothing to measure", file=sys.stderr)
        return 1
    weights: Mapping[str, float] = WEIGHTS
    if "--fit" in arguments:
        weights = fit(ehri("train", dict.fromkeys(WEIGHTS, 0.0))[0])
        print("WEIGHTS =", json.dumps({name: round(held, 2) for name, held in sorted(weights.items())}, indent=4))
    for part in ("train", "dev"):
        judged, positives = ehri(part, weights)
        report(f"ehri-{part}", judged, positives, "--misses" in arguments)
    judged, positives = redocred(weights)
    report("redocred-dev", judged, positives, "--misses" in arguments)
    return 0


def ehri(part: str, weights: Mapping[str, float]) -> tuple[Judged, set[tuple[str, str]]]:
    """The pairs of forms that are proposed, each with whether it is right; and the pairs that are one person."""
    forms: dict[str, dict[str, Any]] = defaultdict(lambda: defaultdict(Counter))
    for line in (SHARED / f"names/ehri-{part}.jsonl").read_text("utf-8").splitlines():
        document = json.loads(line)
        named = [
            (gold, " ".join(document["text"][gold["start"] : gold["end"]].split()))
            for gold in document["gold"]
            if gold["label"] != "DATE"
        ]
        for gold, written in named:
            if gold["label"] != "PERSON" or not gold.get("ref"):
                continue
            held = forms[_in_document(written, named)]
            held["refs"][gold["ref"]] += 1
            held["forms"][written] += 1
            held["sources"][document["doc"]] += 1
            for other, words in named:
                if other is not gold and abs(other["start"] - gold["start"]) < NEAR:
                    held["company"][_entity(words) if other["label"] == "PERSON" else f"x:{words}"] += 1
    refs = {entity: min(held["refs"].items(), key=lambda met: (-met[1], met[0]))[0] for entity, held in forms.items()}
    pairs = alike([_person(entity, held) for entity, held in forms.items()], weights)
    judged = [(pair, refs[pair.one] == refs[pair.other]) for pair in pairs if _known(refs[pair.one], refs[pair.other])]
    positives = {(one, other) for one in refs for other in refs if one < other and refs[one] == refs[other]}
    return judged, positives


def _in_document(written: str, named: Sequence[tuple[Mapping[str, Any], str]]) -> str:
    """The entity of a form as `tag` has it: a surname stands for the one person whom the document names in full."""
    name = person_name(written)
    if name.given or not name.surname:
        return _entity(written)
    full = {
        _entity(words)
        for gold, words in named
        if gold["label"] == "PERSON" and (held := person_name(words)).full and held.surname == name.surname
    }
    return full.pop() if len(full) == 1 else _entity(written)


def _entity(written: str) -> str:
    name = person_name(written)
    return local_id("person", " ".join((*name.given, *name.surname)) or written)


def _person(entity: str, held: Mapping[str, Any]) -> Person:
    names = [person_name(form) for form in sorted(held["forms"])]
    return Person(
        id=entity,
        names=tuple(dict.fromkeys(names)),
        sources=frozenset(held["sources"]),
        company=frozenset(held["company"]),
        titles=frozenset(name.title for name in names if name.title),
    )


def _known(one: str, other: str) -> bool:
    """Whether it can be told if two references mean one person: the same, or of one edition's own list."""
    return one == other or one.rpartition("_")[0].split("_")[:2] == other.rpartition("_")[0].split("_")[:2]


def redocred(weights: Mapping[str, float]) -> tuple[Judged, set[tuple[str, str]]]:
    """As for EHRI, with the persons of births and deaths; a person has all the names that its document gives it.

    Within one document the gold now and then has one person twice, so that only what it has once is judged there.
    """
    forms: dict[str, dict[str, Any]] = defaultdict(lambda: defaultdict(Counter))
    people: dict[str, list[set[str]]] = defaultdict(list)
    for line in (SHARED / "events/redocred-dev.gold.jsonl").read_text("utf-8").splitlines():
        event = json.loads(line)
        if event.get("type") not in ("birth", "death"):
            continue
        for names in event["who"]:
            known = next((person for person in people[event["doc_id"]] if person & {*names}), None)
            if known is None:
                people[event["doc_id"]].append(known := set())
            known |= {*names}
            for name in names:
                held = forms[_entity(name)]
                held["refs"][f"{event['doc_id']} {people[event['doc_id']].index(known)}"] += 1
                held["forms"][name] += 1
                held["sources"][event["doc_id"]] += 1
    refs = {entity: set(held["refs"]) for entity, held in forms.items()}
    pairs = alike([_person(entity, held) for entity, held in forms.items()], weights)
    judged = [
        (pair, bool(refs[pair.one] & refs[pair.other]))
        for pair in pairs
        if refs[pair.one] & refs[pair.other] or not _documents(refs[pair.one]) & _documents(refs[pair.other])
    ]
    positives = {(one, other) for one in refs for other in refs if one < other and refs[one] & refs[other]}
    return judged, positives


def _documents(refs: set[str]) -> set[str]:
    return {ref.partition(" ")[0] for ref in refs}


def fit(judged: Judged, ridge: float = 0.3, rounds: int = 4000, step: float = 0.5) -> dict[str, float]:
    """The weights of a logistic regression, by descent with a ridge; the same pairs give the same weights."""
    names = sorted({name for pair, _ in judged for name in pair.features})
    weights = dict.fromkeys(names, 0.0)
    for _ in range(rounds):
        gradient = {name: ridge * weights[name] * (name != "bias") for name in names}
        for pair, right in judged:
            chance = 1 / (1 + exp(-sum(weights[name] * held for name, held in pair.features.items())))
            for name, held in pair.features.items():
                gradient[name] += (chance - right) * held
        weights = {name: weights[name] - step * gradient[name] / len(judged) for name in names}
        for more, less in SURER:
            if weights[more] < weights[less]:
                weights[more] = weights[less] = (weights[more] + weights[less]) / 2
    return weights


def report(name: str, judged: Judged, positives: set[tuple[str, str]], misses: bool) -> None:
    """Prints precision and recall of proposals, and how the score holds bin by bin."""
    print(f"{name}: {len(judged)} pairs compared, {sum(right for _, right in judged)} right; {len(positives)} in all")
    for least in (0.3, 0.5, 0.7, 0.9, 0.95):
        kept = [right for pair, right in judged if pair.score >= least]
        if kept:
            print(
                f"  from {least:.2f}: {len(kept):4} proposed, precision {sum(kept) / len(kept):.3f}, "
                f"recall {sum(kept) / max(1, len(positives)):.3f}"
            )
    for low, high in pairwise(EDGES):
        held = [(pair.score, right) for pair, right in judged if low <= pair.score < high]
        if held:
            mean = sum(score for score, _ in held) / len(held)
            share = sum(right for _, right in held) / len(held)
            print(f"  score {low:.2f}–{min(high, 1):.2f}: {len(held):4} pairs, mean {mean:.2f}, right {share:.2f}")
    if misses:
        for pair, right in _wrong(judged):
            said = f"{'right' if right else 'wrong'} {pair.score:.2f} {pair.one} | {pair.other}"
            print(f"    {said}: {'; '.join(pair.reasons)}")
        seen = {(pair.one, pair.other) for pair, _ in judged}
        print("   never compared:", *sorted(positives - seen)[:80], sep="\n    ")


def _wrong(judged: Judged) -> Sequence[tuple[Alike, bool]]:
    return [(pair, right) for pair, right in judged if (pair.score >= 0.5) != right]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
