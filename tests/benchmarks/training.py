"""What reviews teach: `python tests/benchmarks/training.py [15|all] [--seed N] [--model FOLDER] [--without EDITION]`.

Takes documents of ../shared/data/names/ehri-train.jsonl as if they were this project's review, trains the recogniser
of the small English model on them, tags ehri-dev with the whole pipeline before and after, and calls
../shared/score/names/score.py on both; then scores general prose (unseen_names.py) before and after. `--without` learns
from documents of the other editions and scores those of the edition left out; `--model` measures a model that was
made before. Prints the CPU seconds. What Wikipedia's names become, wikipedia_names.py tells.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import unseen_names

from regesta.model.mention import Label
from regesta.model.settings import TagSettings
from regesta.model.source import Source
from regesta.model.training import Marked
from regesta.tag.tagger import Tagger
from regesta.tag.training.gold import Document, covered
from regesta.tag.training.learn import learn, save
from regesta.tag.version import model_name
from regesta.workspace.gazetteer import gazetteer

SHARED = Path(__file__).resolve().parents[3] / "shared"
SCORE = SHARED / "score/names/score.py"
LABELS: tuple[Label, ...] = ("PERSON", "PLACE", "ORG", "DATE")


def main(arguments: list[str]) -> int:
    """Runs the benchmark; 0 where it could."""
    options = _options(arguments)
    data = SHARED / "data/names"
    if not data.is_dir():
        print(f"{data} is not there: nothing to measure", file=sys.stderr)
        return 1
    folder = Path(tempfile.mkdtemp())
    train, scored = _read(data / "ehri-train.jsonl"), _read(data / "ehri-dev.jsonl")
    if options.without:
        scored = [line for line in [*train, *scored] if line["edition"] == options.without]
        train = [line for line in train if line["edition"] != options.without]
    gold = folder / f"ehri-{options.without or 'dev'}.jsonl"
    gold.write_text("".join(f"{json.dumps(line)}\n" for line in scored), "utf-8")
    model = options.model or folder / "model"
    if not options.model:
        _train(_documents(train, options), model)
    for name, used in (("before", ""), ("after", str(model))):
        out = folder / f"{name}.jsonl"
        began = time.process_time()
        _write(out, Tagger(TagSettings(model=used), [], [], gazetteer=gazetteer()), scored)
        print(f"{name}: tagged in {time.process_time() - began:.1f} CPU seconds", flush=True)
        subprocess.run([sys.executable, str(SCORE), str(gold), "--pred", str(out)], check=True)
    for part in ("general", "all"):
        print(f"general prose, {'the fixed set' if part == 'general' else 'unseen_names.txt'}:", flush=True)
        unseen_names.main([part, "--model", str(model)])
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What reviews teach.")
    parser.add_argument("number", nargs="?", default="15", help="how many documents are learned from, or all")
    parser.add_argument("--seed", type=int, help="choose them by this seed; else the first of the file")
    parser.add_argument("--model", type=Path, help="the folder of a model that was made before")
    parser.add_argument("--without", default="", help="learn from the other editions, and score this one")
    return parser.parse_args(arguments)


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _documents(lines: list[dict[str, Any]], options: argparse.Namespace) -> list[Document]:
    """The first documents of the file, or as many chosen by a seed."""
    sys.path.insert(0, str(SCORE.parent))
    from score import gold_spans  # type: ignore[import-not-found]

    if options.seed is not None:
        random.Random(options.seed).shuffle(lines)
    chosen = lines if options.number == "all" else lines[: int(options.number)]
    return [
        Document(
            source=str(line["doc"]),
            text=line["text"],
            marked=[Marked(*span) for span in gold_spans(line)[0]],
            complete=LABELS,
        )
        for line in chosen
    ]


def _train(documents: list[Document], folder: Path) -> None:
    words = sum(len(document.text.split()) for document in documents)
    labels = covered(documents)
    began = time.process_time()
    nlp, turns = learn(model_name(TagSettings()), documents, labels)
    print(f"{len(documents)} documents, {words} words: {turns} turns in {time.process_time() - began:.0f} CPU seconds")
    print(f"labels learned: {' '.join(labels)}; model in {folder}", flush=True)
    save(nlp, folder)


def _write(out: Path, tagger: Tagger, documents: list[dict[str, Any]]) -> None:
    with out.open("w", encoding="utf-8") as stream:
        for document in documents:
            for mention in tagger.tag(Source(id="benchmark", csl={}), document["text"]):
                if mention.label in LABELS:
                    line = {"doc": document["doc"], "start": mention.start, "end": mention.end, "label": mention.label}
                    stream.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
