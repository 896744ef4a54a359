"""What tagging costs: `python tests/benchmarks/tag.py`.

CPU seconds of the tagger beside those of a plain `nlp.pipe` of the whole language model over the same texts (WikiWars,
../shared/data/dates), in one run, each twice and in turns; and the share of each component.
"""

from __future__ import annotations

import json
import sys
import time
import tomllib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

import msgspec
import spacy

from regesta.model.settings import EventType, TagSettings
from regesta.model.source import Source
from regesta.tag.tagger import Tagger
from regesta.tag.version import model_name
from regesta.workspace.gazetteer import gazetteer

CORPUS = Path(__file__).resolve().parents[3] / "shared/data/dates/wikiwars-dev.jsonl"
ROUNDS = 2


def main() -> int:
    """Runs the benchmark; 0 where it could."""
    if not CORPUS.exists():
        print(f"{CORPUS} is not there: nothing to measure", file=sys.stderr)
        return 1
    texts = [json.loads(line)["text"] for line in CORPUS.read_text("utf-8").splitlines()]
    table = tomllib.loads(files("regesta.workspace").joinpath("event_types.toml").read_text("utf-8"))
    tagger = Tagger(TagSettings(), msgspec.convert(table["event_types"], list[EventType]), [], gazetteer=gazetteer())
    source = Source(id="benchmark", csl={})
    for text in texts:
        tagger.tag(source, text)
    print(f"most memory of the tagger alone: {getrusage(RUSAGE_SELF).ru_maxrss // 1024} MB")
    plain = spacy.load(model_name(TagSettings()))
    ours = plains = 0.0
    for _ in range(ROUNDS):
        plains += _seconds(lambda: [len(doc.ents) for doc in plain.pipe(texts)])
        ours += _seconds(lambda: [len(tagger.tag(source, text)) for text in texts])
    characters = ROUNDS * sum(map(len, texts))
    print(f"plain nlp.pipe {plains:.2f} CPU s, tag {ours:.2f} CPU s: ratio {ours / plains:.3f}")
    print(f"{characters / ours:,.0f} characters a CPU second")
    print(f"most memory of this process, both pipelines loaded: {getrusage(RUSAGE_SELF).ru_maxrss // 1024} MB")
    _shares(tagger, texts)
    return 0


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _shares(tagger: Tagger, texts: list[str]) -> None:
    costs = dict.fromkeys(tagger.nlp.pipe_names, 0.0)
    for text in texts:
        doc = tagger.nlp.make_doc(text)
        for name, component in tagger.nlp.pipeline:
            started = time.process_time()
            doc = component(doc)
            costs[name] += time.process_time() - started
    for name, seconds in costs.items():
        print(f"  {name:14} {seconds:6.2f}")


if __name__ == "__main__":
    sys.exit(main())
