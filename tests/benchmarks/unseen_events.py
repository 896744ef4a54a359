"""Scores the claims that are made of the texts in unseen_events.toml: precision, recall and F1 of each kind of value.

    python tests/benchmarks/unseen_events.py working          # the half by which rules may be mended
    python tests/benchmarks/unseen_events.py blind            # the half that is only run
    python tests/benchmarks/unseen_events.py working --show   # what was wanted and what was found, text by text

A claim is of a gold event when both have the same type, or the same date with a place or a participant in common;
each kind of value is then compared between the two, and what is without a match counts as missed or as too much.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from pathlib import Path

from msgspec import Struct

from regesta.extract.claims import extract
from regesta.model.claim import Claim, Count
from regesta.model.settings import Settings
from regesta.model.source import Source
from regesta.tag.tagger import Tagger
from regesta.workspace.settings import event_types

TEXTS = Path(__file__).with_suffix(".toml")
KINDS = ("type", "when", "where", "who", "count", "asserter", "stance")


class Told(Struct):
    """One event as sets of folded words, a set for each kind of value."""

    slots: dict[str, set[str]]

    def likeness(self, other: Told) -> int:
        """How many values two events share; 0 when they are not the same event."""
        shared = {kind for kind in KINDS if _common(self.slots[kind], other.slots[kind])}
        same = "type" in shared or ("when" in shared and shared & {"where", "who"})
        return len(shared) if same else 0


def gold(line: str) -> Told:
    """The event that one line of the file tells of."""
    fields = [field.strip().casefold() for field in line.split("|")]
    return Told(
        {kind: {name.strip() for name in field.split(";")} - {""} for kind, field in zip(KINDS, fields, strict=True)}
    )


def found(claim: Claim, words: dict[str, str]) -> Told:
    """The event that a claim tells of, by the words that it cites."""
    slots: dict[str, set[str]] = {kind: set() for kind in KINDS}
    slots["type"], slots["stance"] = {claim.type}, {claim.stance}
    slots["asserter"] = set() if claim.asserted_by.kind == "source" else {claim.asserted_by.label.casefold()}
    for value in claim.values:
        if value.property == "when" and value.edtf:
            slots["when"].add(value.edtf.strip("~?%").casefold())
        elif value.property in ("where", "who"):
            slots[value.property].add(words[value.cites[0]].casefold())
        elif value.property == "count" and value.count is not None:
            slots["count"].add(_number(value.count))
    return Told(slots)


def _number(count: Count) -> str:
    if count.low == count.high or (count.best is not None and (count.low is None or count.high is None)):
        return str(count.best)
    return f"{'' if count.low is None else count.low}..{'' if count.high is None else count.high}"


def _alike(one: str, other: str) -> bool:
    """Whether two names or values are the same, or one is the other with more words round it."""
    return one == other or (not one[0].isdigit() and (f" {one} " in f" {other} " or f" {other} " in f" {one} "))


def _common(one: set[str], other: set[str]) -> int:
    return sum(any(_alike(a, b) for b in other) for a in one)


def pairs(wanted: list[Told], told: list[Told]) -> list[tuple[int, int]]:
    """Which gold event is which claim, the likest first, each in one pair at most."""
    ranked = sorted(((-w.likeness(t), i, j) for i, w in enumerate(wanted) for j, t in enumerate(told) if w.likeness(t)))
    made: list[tuple[int, int]] = []
    for _, i, j in ranked:
        if all(i != a and j != b for a, b in made):
            made.append((i, j))
    return made


def count_up(sums: Counter[tuple[str, str]], wanted: list[Told], told: list[Told]) -> None:
    """Adds what one text has in gold, in claims, and in both."""
    made = pairs(wanted, told)
    sums.update({("event", "gold"): len(wanted), ("event", "found"): len(told), ("event", "both"): len(made)})
    for kind in KINDS:
        sums[kind, "gold"] += sum(len(event.slots[kind]) for event in wanted)
        sums[kind, "found"] += sum(len(event.slots[kind]) for event in told)
        sums[kind, "both"] += sum(_common(wanted[i].slots[kind], told[j].slots[kind]) for i, j in made)


def main() -> None:
    """Prints one line for each kind of value."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("half", choices=["working", "blind"])
    parser.add_argument("--show", action="store_true", help="print what was wanted and what was found")
    asked = parser.parse_args()
    types = event_types(Settings())
    tagger = Tagger(Settings().tag, types, [])
    sums: Counter[tuple[str, str]] = Counter()
    for number, entry in enumerate(tomllib.loads(TEXTS.read_text(encoding="utf-8"))[asked.half]):
        source = Source(id=f"text-{number}", csl={})
        mentions = tagger.tag(source, entry["text"])
        words = {mention.id: mention.exact for mention in mentions}
        wanted = [gold(line) for line in entry["events"]]
        told = [found(claim, words) for claim in extract(source, entry["text"], mentions, types)]
        count_up(sums, wanted, told)
        if asked.show:
            print(entry["text"], *(f"  wanted {event.slots}" for event in wanted), sep="\n")
            print(*(f"  found  {event.slots}" for event in told), sep="\n")
    for kind in ("event", *KINDS):
        both, given, there = sums[kind, "both"], sums[kind, "found"], sums[kind, "gold"]
        precision, recall = both / max(given, 1), both / max(there, 1)
        f1 = 2 * both / max(given + there, 1)
        print(f"{kind:9} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}  ({both} of {there} wanted, {given} found)")


if __name__ == "__main__":
    main()
