"""How well names are found: `python tests/benchmarks/names.py [dev|train] [OUT.jsonl]`.

Tags the EHRI documents of ../shared/data/names, writes the predictions, and calls ../shared/score/names/score.py on
them and on what the bare model answers; then counts the exact places and people of the seed article.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import spacy

from regesta.model.settings import TagSettings
from regesta.model.source import Source
from regesta.tag.tagger import Tagger
from regesta.tag.version import model_name
from regesta.workspace.gazetteer import gazetteer

SHARED = Path(__file__).resolve().parents[3] / "shared"
SCORE = SHARED / "score/names/score.py"
LABELS = ("PERSON", "PLACE", "ORG", "DATE")


def main(arguments: list[str]) -> int:
    """Runs the benchmark; 0 where it could."""
    part = "train" if "train" in arguments else "dev"
    corpus = SHARED / f"data/names/ehri-{part}.jsonl"
    if not corpus.exists():
        print(f"{corpus} is not there: nothing to measure", file=sys.stderr)
        return 1
    folder = Path(tempfile.mkdtemp())
    out = next((Path(argument) for argument in arguments if argument.endswith(".jsonl")), folder / "regesta.jsonl")
    documents = [json.loads(line) for line in corpus.read_text("utf-8").splitlines()]
    tagger = Tagger(TagSettings(), [], [], gazetteer=gazetteer())
    _write(out, [(document["doc"], *span) for document in documents for span in _tagged(tagger, document["text"])])
    bare = spacy.load(
        model_name(TagSettings()), exclude=["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"]
    )
    answers = [(document["doc"], bare(document["text"])) for document in documents]
    entities = [(doc_id, ent.start_char, ent.end_char, ent.label_) for doc_id, doc in answers for ent in doc.ents]
    _write(folder / "bare.jsonl", entities)
    for predictions in (folder / "bare.jsonl", out):
        subprocess.run([sys.executable, str(SCORE), str(corpus), "--pred", str(predictions)], check=True)
    _seed(tagger)
    return 0


def _tagged(tagger: Tagger, text: str) -> list[tuple[int, int, str]]:
    mentions = tagger.tag(Source(id="benchmark", csl={}), text)
    return [(mention.start, mention.end, mention.label) for mention in mentions if mention.label in LABELS]


def _write(path: Path, spans: list[tuple[str, int, int, str]]) -> None:
    lines = (dict(zip(("doc", "start", "end", "label"), span, strict=True)) for span in spans)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")


def _seed(tagger: Tagger) -> None:
    text = (SHARED / "data/seed/gestapo-nkvd-conferences.txt").read_bytes().decode("utf-8")
    lines = (SHARED / "data/seed/mentions.jsonl").read_text("utf-8").splitlines()
    gold = {(mention["start"], mention["end"], mention["label"]) for mention in map(json.loads, lines)}
    names = {span for span in gold if span[2] != "DATE"}
    print(f"seed article: {len(names & set(_tagged(tagger, text)))} of {len(names)} places and people exact")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
