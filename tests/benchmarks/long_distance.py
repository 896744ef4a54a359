"""Scores who, where, when and in which role over the sentences of long_distance.toml, where arguments stand far away.

    python tests/benchmarks/long_distance.py working --show   # the half by which rules may be mended
    python tests/benchmarks/long_distance.py blind            # the half that is only run
    python tests/benchmarks/long_distance.py blind --near     # without what the parse says

Events are paired as unseen_events.py pairs them; a role is right where the name and its role are.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from pathlib import Path

import msgspec
from unseen_events import KINDS, Told, _alike, found, pairs

from regesta.extract.claims import extract
from regesta.model.claim import Claim
from regesta.model.settings import Settings
from regesta.model.source import Source
from regesta.tag.tagger import Tagger
from regesta.workspace.settings import event_types

TEXTS = Path(__file__).with_suffix(".toml")
SCORED = ("when", "where", "who")


def gold(line: str) -> tuple[Told, set[tuple[str, str]]]:
    """The event that one line of the file tells of, and its (name, role) pairs."""
    fields = dict(zip(("type", *SCORED), (field.strip().casefold() for field in line.split("|")), strict=True))
    slots: dict[str, set[str]] = {kind: set() for kind in KINDS}
    roles = set()
    for kind, field in fields.items():
        for each in filter(None, (name.strip() for name in field.split(";"))):
            name, _, role = each.partition("=")
            slots[kind].add(name)
            if role:
                roles.add((name, role))
    return Told(slots), roles


def roles_of(claim: Claim, words: dict[str, str]) -> set[tuple[str, str]]:
    """The (name, role) pairs of a claim."""
    return {(words[value.cites[0]].casefold(), value.role) for value in claim.values if value.role}


def main() -> None:
    """Prints one line for each kind of value."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("half", choices=["working", "blind"])
    parser.add_argument("--show", action="store_true", help="print what was wanted and what was found")
    parser.add_argument("--near", action="store_true", help="leave out what the parse says")
    asked = parser.parse_args()
    types = event_types(Settings())
    tagger = Tagger(Settings().tag, types, [])
    sums: Counter[tuple[str, str]] = Counter()
    for number, entry in enumerate(tomllib.loads(TEXTS.read_text(encoding="utf-8"))[asked.half]):
        source = Source(id=f"text-{number}", csl={})
        mentions = tagger.tag(source, entry["text"])
        if asked.near:
            mentions = [msgspec.structs.replace(mention, links=[]) for mention in mentions]
        words = {mention.id: mention.exact for mention in mentions}
        claims = extract(source, entry["text"], mentions, types)
        wanted, told = [gold(line) for line in entry["events"]], [found(claim, words) for claim in claims]
        roles = [roles_of(claim, words) for claim in claims]
        _count(sums, wanted, told, roles)
        if asked.show:
            print(entry["text"])
            print(*(f"  wanted {_shown(event.slots, pairs)}" for event, pairs in wanted), sep="\n")
            print(*(f"  found  {_shown(e.slots, pairs)}" for e, pairs in zip(told, roles, strict=True)), sep="\n")
    for kind in ("event", *SCORED, "role"):
        both, given, there = sums[kind, "both"], sums[kind, "found"], sums[kind, "gold"]
        precision, recall, f1 = both / max(given, 1), both / max(there, 1), 2 * both / max(given + there, 1)
        print(f"{kind:6} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}  ({both} of {there} wanted, {given} found)")


def _count(
    sums: Counter[tuple[str, str]],
    wanted: list[tuple[Told, set[tuple[str, str]]]],
    told: list[Told],
    roles: list[set[tuple[str, str]]],
) -> None:
    """Adds what one sentence has in gold, in claims, and in both."""
    made = pairs([event for event, _ in wanted], told)
    sums.update({("event", "gold"): len(wanted), ("event", "found"): len(told), ("event", "both"): len(made)})
    for kind in SCORED:
        sums[kind, "gold"] += sum(len(event.slots[kind]) for event, _ in wanted)
        sums[kind, "found"] += sum(len(event.slots[kind]) for event in told)
        sums[kind, "both"] += sum(
            any(_alike(a, b) for b in told[j].slots[kind]) for i, j in made for a in wanted[i][0].slots[kind]
        )
    sums["role", "gold"] += sum(len(pairs) for _, pairs in wanted)
    sums["role", "found"] += sum(map(len, roles))
    sums["role", "both"] += sum(
        any(role == other and _alike(name, word) for word, other in roles[j])
        for i, j in made
        for name, role in wanted[i][1]
    )


def _shown(slots: dict[str, set[str]], pairs: set[tuple[str, str]]) -> str:
    roles = dict(pairs)
    return " | ".join(
        "; ".join(sorted(f"{name}={roles[name]}" if name in roles else name for name in slots[kind]))
        for kind in ("type", *SCORED)
    )


if __name__ == "__main__":
    main()
