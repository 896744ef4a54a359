"""What tuning the costs of the dates would be worth: `python tests/benchmarks/dates_left_out.py [TRIALS]`.

The costs in tag/dates/costs.py and decide.py were set by hand with the 14 documents of WikiWars at hand. Here they are
drawn anew many times around what they are; for each document the draw that is best on the 13 others is scored on it.
The figure (CAL value F1 over all documents, each read with costs chosen without it) says how much of the score hangs
on the costs; the spread over all draws says how much any of them matters.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from typing import Any

from dates import CORPUS, SCORE, prediction

from regesta.tag.dates import costs, decide
from regesta.tag.dates.recognise import dates

Counts = tuple[int, int, int]


def main(arguments: list[str]) -> int:
    """Runs the trials; 0 where it could."""
    sys.path.insert(0, str(SCORE.parent))
    from score import count, prepare, prf  # type: ignore[import-not-found]

    documents = [json.loads(line) for line in CORPUS.read_text("utf-8").splitlines()]
    gold = [prepare(document["gold"], "timex") for document in documents]

    def counts() -> list[Counts]:
        found = []
        for document, marked in zip(documents, gold, strict=True):
            read = [prediction(document["doc"], one) for one in dates(document["text"], winter="january")]
            found.append(count(marked, prepare(read, "edtf"))["CAL"]["value"])
        return found

    def f1(chosen: Sequence[Counts]) -> float:
        return float(prf(tuple(map(sum, zip(*chosen, strict=True))))[2])

    trials = [counts()]
    chance = random.Random(1939)
    known = _costs()
    for _ in range(int(arguments[0]) if arguments else 60):
        for module, name, value in known:
            setattr(module, name, value * 2 ** chance.uniform(-1, 1))
        trials.append(counts())
    for module, name, value in known:
        setattr(module, name, value)
    held_out = []
    for left_out in range(len(documents)):
        others = [trial[:left_out] + trial[left_out + 1 :] for trial in trials]
        best = max(range(len(trials)), key=lambda index: f1(others[index]))
        held_out.append(trials[best][left_out])
    every = sorted(f1(trial) for trial in trials)
    print(f"as they are {f1(trials[0]):.1f}; chosen without the document {f1(held_out):.1f}; ", end="")
    print(f"over {len(trials)} draws from half to double: worst {every[0]:.1f}, median {every[len(every) // 2]:.1f}")
    for document, one in zip(documents, held_out, strict=True):
        print(f"  {document['doc']:24} {f1([one]):.1f}")
    return 0


def _costs() -> list[tuple[Any, str, float]]:
    """Every cost that is a number: module, name and value."""
    named = ("_FROM_LOCAL", "_FROM_SENTENCE", "_KEEP", "_NEXT_MONTH", "_FIRST_GUESS", "_SPOKEN", "_ECHO")
    found = [(decide, name, getattr(decide, name)) for name in named]
    return found + [
        (costs, name, value) for name, value in sorted(vars(costs).items()) if name[0] == "_" and type(value) is float
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
