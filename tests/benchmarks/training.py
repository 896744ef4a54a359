"""What reviews teach: `python tests/benchmarks/training.py [15|all] [--seed N] [--model FOLDER]`.

Takes documents of ../shared/data/names/ehri-train.jsonl as if they were this project's review, trains the recogniser
of the small English model on them, tags ehri-dev with the whole pipeline before and after, and calls
../shared/score/names/score.py on both. `--model` measures a model that was made before. Prints the CPU seconds.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

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
    data = SHARED / "data/names"
    if not data.is_dir():
        print(f"{data} is not there: nothing to measure", file=sys.stderr)
        return 1
    folder = Path(tempfile.mkdtemp())
    model = Path(arguments[arguments.index("--model") + 1]) if "--model" in arguments else None
    if model is None:
        model = folder / "model"
        _train(_documents(_read(data / "ehri-train.jsonl"), arguments), model)
    dev = _read(data / "ehri-dev.jsonl")
    sides = [("after", str(model))] if "--model" in arguments else [("before", ""), ("after", str(model))]
    for name, used in sides:
        out = folder / f"{name}.jsonl"
        began = time.process_time()
        _write(out, Tagger(TagSettings(model=used), [], [], gazetteer=gazetteer()), dev)
        print(f"{name}: tagged in {time.process_time() - began:.1f} CPU seconds", flush=True)
        subprocess.run([sys.executable, str(SCORE), str(data / "ehri-dev.jsonl"), "--pred", str(out)], check=True)
    return 0


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _documents(lines: list[dict[str, Any]], arguments: list[str]) -> list[Document]:
    """The first documents of the file, or as many chosen by a seed."""
    sys.path.insert(0, str(SCORE.parent))
    from score import gold_spans  # type: ignore[import-not-found]

    if "--seed" in arguments:
        import random

        random.Random(int(arguments[arguments.index("--seed") + 1])).shuffle(lines)
    chosen = lines if "all" in arguments else lines[: int(next((each for each in arguments if each.isdigit()), 15))]
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
