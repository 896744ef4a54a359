"""How many known names of Wikipedia leads are found: `python tests/benchmarks/wikipedia_names.py [N] [--model FOLDER]`.

Nobody marked all names of ../shared/data/events/redocred-dev, but its gold names those who were born or died and where
things happened. Of each such name that stands in the text, every occurrence that is no piece of a longer known name is
looked for: exactly found with its label, found within other bounds, found under another label, or not found at all.
So this is recall, and tells nothing of what is proposed too much. The bare model, the pipeline, and each --model.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from unseen_names import Answer, bare, pipeline

from regesta.model.mention import Label
from regesta.model.training import Marked

EVENTS = Path(__file__).resolve().parents[3] / "shared/data/events"
PEOPLE = ("birth", "death")


def known() -> list[tuple[str, list[Marked]]]:
    """The texts that have gold, each with the occurrences of the names that it gives."""
    names: dict[str, dict[str, Label]] = defaultdict(dict)
    for line in (EVENTS / "redocred-dev.gold.jsonl").read_text("utf-8").splitlines():
        event = json.loads(line)
        for name in (each for each in event.get("who", ()) if event["type"] in PEOPLE):
            names[event["doc_id"]] |= dict.fromkeys(name, "PERSON")
        for name in event.get("where", ()):
            names[event["doc_id"]] |= dict.fromkeys(name, "PLACE")
    texts = map(json.loads, (EVENTS / "redocred-dev.docs.jsonl").read_text("utf-8").splitlines())
    return [(text["text"], occurrences(text["text"], names[text["doc_id"]])) for text in texts if names[text["doc_id"]]]


def occurrences(text: str, names: dict[str, Label]) -> list[Marked]:
    """Where the names stand in a text, the longest first; names without a capital are none."""
    found: list[Marked] = []
    for name in sorted(names, key=lambda each: (-len(each), each)):
        if any(char.isupper() for char in name):
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                if not any(match.start() < span.end and span.start < match.end() for span in found):
                    found.append(Marked(match.start(), match.end(), names[name]))
    return found


def measure(name: str, answer: Answer, texts: list[tuple[str, list[Marked]]]) -> None:
    """Prints how many of the known names an answer has."""
    counted: Counter[tuple[Label, str]] = Counter()
    for text, wanted in texts:
        made = answer(text)
        for span in wanted:
            over = {each.label for each in made if each.start < span.end and span.start < each.end}
            how = "exact" if span in made else "bounds" if span.label in over else "label" if over else "missed"
            counted[span.label, how] += 1
    row = []
    for label in ("PERSON", "PLACE"):
        total = sum(counted[label, how] for how in ("exact", "bounds", "label", "missed"))
        shares = ", ".join(f"{how} {counted[label, how] / max(total, 1):.3f}" for how in ("exact", "bounds", "label"))
        row.append(f"{label} of {total}: {shares}")
    print(f"{name:12} {' | '.join(row)}", flush=True)


def main(arguments: list[str]) -> int:
    """Runs the benchmark; 0 where it could."""
    parser = argparse.ArgumentParser(description="How many known names of Wikipedia leads are found.")
    parser.add_argument("number", nargs="?", type=int, default=150, help="how many leads")
    parser.add_argument("--model", action="append", default=[], help="the folder of a trained pipeline")
    options = parser.parse_args(arguments)
    if not EVENTS.is_dir():
        print(f"{EVENTS} is not there: nothing to measure", file=sys.stderr)
        return 1
    texts = known()[: options.number]
    measure("bare model", bare(), texts)
    measure("untrained", pipeline(), texts)
    for model in options.model:
        measure(Path(model).name, pipeline(model), texts)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
