"""How well dates are read: `python tests/benchmarks/dates.py [OUT.jsonl] [--corpus FILE] [--errors N]`.

Reads the documents of WikiWars in ../shared/data/dates (or another file of that form) and the seed article, writes the
predictions, and calls ../shared/score/dates/score.py on them, beside HeidelTime's; says how many of the article's
dates are right, how many characters a CPU second are read, what part of a plain `nlp.pipe` over the same texts that
is, and, of the values said to be so and so sure, how many are right (calibration).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from regesta.tag.dates.others import others
from regesta.tag.dates.recognise import DateReading, dates

SHARED = Path(__file__).resolve().parents[3] / "shared"
CORPUS = SHARED / "data/dates/wikiwars-dev.jsonl"
HEIDELTIME = SHARED / "data/dates/heideltime-dev.jsonl"
SCORE = SHARED / "score/dates/score.py"
#: Documents that spaCy reads for the comparison; all of them would take minutes.
_FOR_SPACY = 3
Lines = list[dict[str, object]]


def main(arguments: list[str]) -> int:
    """Runs the benchmark; 0 where it could."""
    told = _told(arguments)
    if not told.corpus.exists():
        print(f"{told.corpus} is not there: nothing to measure", file=sys.stderr)
        return 1
    out = told.out or Path(tempfile.mkdtemp()) / "regesta.jsonl"
    documents = [json.loads(line) for line in told.corpus.read_text("utf-8").splitlines()]
    dates("In May 1939 the tables were read.")
    lines: Lines = []
    started = time.process_time()
    read = [dates(document["text"], winter="january") for document in documents]
    seconds = time.process_time() - started
    for document, readings in zip(documents, read, strict=True):
        lines += [prediction(document["doc"], reading) for reading in readings]
        for other in others(document["text"], readings):
            lines.append({"doc": document["doc"], "start": other.start, "end": other.end, "value": other.value})
    out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    characters = sum(len(document["text"]) for document in documents)
    print(f"{characters / seconds:,.0f} characters a CPU second; predictions in {out}")
    _beside_spacy([document["text"] for document in documents[:_FOR_SPACY]])
    _seed()
    _calibration(documents, read)
    beside = [] if told.corpus != CORPUS or told.errors else ["--ci", "--pred", str(HEIDELTIME)]
    command = [sys.executable, str(SCORE), str(told.corpus), *beside, "--pred", str(out), "--errors", str(told.errors)]
    return subprocess.run(command, check=False).returncode


def _told(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", nargs="?", type=Path, help="file for the predictions")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="documents with their dates marked")
    parser.add_argument("--errors", type=int, default=0, help="errors to print")
    return parser.parse_args(arguments)


def _beside_spacy(texts: list[str]) -> None:
    """Says what the dates add to a plain pipeline over the same texts."""
    import spacy

    from regesta.model.settings import TagSettings
    from regesta.tag.version import model_name

    nlp = spacy.load(model_name(TagSettings()))
    list(nlp.pipe(["It was read once before."]))
    times = []
    for work in (lambda: list(nlp.pipe(texts)), lambda: [dates(text) for text in texts]):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    print(f"beside nlp.pipe over {sum(map(len, texts)):,} characters: {times[1] / times[0]:.1%} of its CPU time")


def prediction(document: str, reading: DateReading) -> dict[str, object]:
    """A reading as a line of predictions: parts of the day go into the value, ends of ranges into `parts`."""
    line: dict[str, object] = {"doc": document, "start": reading.start, "end": reading.end, "value": reading.value}
    if reading.time and reading.value and len(reading.value) == 10:
        line["value"] = f"{reading.value}T{reading.time}"
    parts = reading.parts or reading.names
    if parts:
        line["parts"] = [{"start": part.start, "end": part.end, "value": part.value} for part in parts]
    return line


def _calibration(documents: list[dict[str, Any]], read: list[list[DateReading]]) -> None:
    """Of the values that context gave, by how sure they were said to be: how many are right."""
    sys.path.insert(0, str(SCORE.parent))
    from timexval import canon, is_calendar  # type: ignore[import-not-found]

    bins: dict[float, list[tuple[float, bool]]] = {}
    for document, readings in zip(documents, read, strict=True):
        gold = {(one["start"], one["end"]): canon(one["value"], "", "timex") for one in document["gold"]}
        for reading in readings:
            marked = gold.get((reading.start, reading.end))
            if marked and is_calendar(marked[0]) and reading.value and reading.anchor is not None:
                said = canon(reading.value, "", "edtf")
                bins.setdefault(min(int(reading.score * 10), 9) / 10, []).append(
                    (reading.score, bool(said) and said[0] == marked[0])
                )
    print("\n| said to be sure | dates | mean of what is said | right |\n|---|---|---|---|")
    for low, cases in sorted(bins.items()):
        mean, right = (sum(case[n] for case in cases) / len(cases) for n in (0, 1))
        print(f"| {low:.1f} to {low + 0.1:.1f} | {len(cases)} | {mean:.2f} | {right:.2f} |")
    print()


def _seed() -> None:
    text = (SHARED / "data/seed/gestapo-nkvd-conferences.txt").read_text("utf-8")
    marked = [json.loads(line) for line in (SHARED / "data/seed/mentions.jsonl").read_text("utf-8").splitlines()]
    gold = [mention for mention in marked if mention["label"] == "DATE"]
    read = {(reading.start, reading.end): reading.value for reading in dates(text)}
    right = [mention for mention in gold if read.get((mention["start"], mention["end"])) in mention["values"]]
    print(f"the seed article: {len(right)} of {len(gold)} dates")
    for mention in gold:
        if mention not in right:
            said = read.get((mention["start"], mention["end"]), "nothing")
            print(f"  {mention['text']!r}: {said}, not {mention['values'][0]}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
