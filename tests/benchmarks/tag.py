"""What tagging costs: `python tests/benchmarks/tag.py`.

CPU seconds of the tagger beside those of a plain `nlp.pipe` on the same texts, in alternating rounds of one run, with
the median of the rounds and their range, by three readings: the plain pipeline runs (a) exactly those components of
the language model that the tagger runs of it, (b) the whole language model, (c) its recogniser alone, (d) those of (a)
loaded as the tagger loads them, with numpy's library for matrices in place of spaCy's. One thread. Three kinds of
text (../shared): EHRI's letters and testimonies, the seed article, and long prose (WikiWars). Then the share of each
component; and the most memory of a tagger alone, told by a process that holds nothing else.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median
from typing import cast

from regesta.engine.threads import ONE_THREAD

os.environ |= ONE_THREAD

import msgspec
import spacy
from spacy.language import Language

from regesta.model.settings import EventType, TagSettings
from regesta.model.source import Source
from regesta.tag.components.arguments import parser_of
from regesta.tag.components.model import ModelNames
from regesta.tag.layers import layers
from regesta.tag.loading import load
from regesta.tag.tagger import Tagger
from regesta.tag.version import model_name
from regesta.workspace.gazetteer import gazetteer

SHARED = Path(__file__).resolve().parents[3] / "shared/data"
ROUNDS = int(os.environ.get("ROUNDS", "5"))
#: Documents of long prose, which are twenty times as long as the others.
LONG = 5
MEMORY_ONLY = "--memory"


def main() -> int:
    """Runs the benchmark; 0 where it could."""
    if not SHARED.exists():
        print(f"{SHARED} is not there: nothing to measure", file=sys.stderr)
        return 1
    corpora = _corpora()
    tagger = _tagger()
    if MEMORY_ONLY in sys.argv:
        for texts in corpora.values():
            _tag(tagger, texts)
        print(f"most memory of a tagger alone, in its own process: {getrusage(RUSAGE_SELF).ru_maxrss // 1024} MB")
        return 0
    subprocess.run([sys.executable, __file__, MEMORY_ONLY], check=True)
    plain = spacy.load(model_name(TagSettings()))
    alike = load(model_name(TagSettings()))
    used = _used(tagger, plain)
    print(f"load {os.getloadavg()[0]:.1f}; {ROUNDS} rounds")
    everything = plain.pipe_names
    print(f"(a) plain nlp.pipe with {', '.join(used)}; (b) with {', '.join(everything)}; (c) ner; (d) as (a) by numpy")
    readings = {"a": (plain, used), "b": (plain, everything), "c": (plain, ["ner"]), "d": (alike, used)}
    for name, texts in corpora.items():
        _compare(name, texts, tagger, readings)
        _shares(tagger, texts)
    return 0


def _corpora() -> dict[str, list[str]]:
    ehri = (SHARED / "names/ehri-dev.jsonl").read_text("utf-8").splitlines()
    wars = (SHARED / "dates/wikiwars-dev.jsonl").read_text("utf-8").splitlines()[:LONG]
    return {
        "ehri": [json.loads(line)["text"] for line in ehri],
        "seed": [(SHARED / "seed/gestapo-nkvd-conferences.txt").read_text("utf-8")],
        "long": [json.loads(line)["text"] for line in wars],
    }


def _tagger() -> Tagger:
    table = tomllib.loads(files("regesta.workspace").joinpath("event_types.toml").read_text("utf-8"))
    return Tagger(TagSettings(), msgspec.convert(table["event_types"], list[EventType]), [], gazetteer=gazetteer())


def _used(tagger: Tagger, plain: Language) -> list[str]:
    """The components of the English model that the tagger runs: its recogniser's, and those of its parser."""
    recogniser = cast(ModelNames, tagger.nlp.get_pipe("regesta_model")).main.model
    used = set(recogniser.pipe_names)
    if "regesta_arguments" in tagger.nlp.pipe_names and (parser := parser_of(model_name(TagSettings()), "en")):
        used |= set(parser.pipe_names)
    return [name for name in plain.pipe_names if name in used]


def _tag(tagger: Tagger, texts: list[str]) -> int:
    source = Source(id="benchmark", csl={})
    return sum(len(tagger.tag(source, text)) for text in texts)


def _compare(name: str, texts: list[str], tagger: Tagger, readings: dict[str, tuple[Language, list[str]]]) -> None:
    ratios: dict[str, list[float]] = {reading: [] for reading in readings}
    seconds: list[float] = []
    for _ in range(ROUNDS):
        seconds.append(_seconds(lambda: _tag(tagger, texts)))
        for reading, (nlp, names) in readings.items():
            with nlp.select_pipes(enable=names):
                ratios[reading].append(seconds[-1] / _seconds(lambda: sum(len(doc.ents) for doc in nlp.pipe(texts))))  # noqa: B023
    characters = sum(map(len, texts))
    print(f"{name}: {len(texts)} documents, {characters:,} characters, {characters / min(seconds):,.0f} a CPU second")
    print("  " + "   ".join(f"({reading}) {_spread(found)}" for reading, found in ratios.items()))


def _spread(ratios: list[float]) -> str:
    return f"median {median(ratios):.3f}, range {min(ratios):.3f} to {max(ratios):.3f}"


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _shares(tagger: Tagger, texts: list[str]) -> None:
    costs = dict.fromkeys(tagger.nlp.pipe_names, 0.0)
    for text in texts:
        doc = tagger.nlp.make_doc("")
        layers(doc, text)
        for name, component in tagger.nlp.pipeline:
            started = time.process_time()
            doc = component(doc)
            costs[name] += time.process_time() - started
    whole = sum(costs.values())
    shares = sorted(costs.items(), key=lambda cost: -cost[1])
    told = (f"{name.removeprefix('regesta_')} {cost / whole:.1%}" for name, cost in shares if cost / whole >= 0.002)
    print(f"  {', '.join(told)}")


if __name__ == "__main__":
    sys.exit(main())
