"""How well names are found in texts that no rule was made for: `python tests/benchmarks/unseen_names.py PART [...]`.

    python tests/benchmarks/unseen_names.py working --show        # the half by which rules may be mended
    python tests/benchmarks/unseen_names.py blind                 # the half that is only run
    python tests/benchmarks/unseen_names.py general               # the fixed general set of `regesta train`
    python tests/benchmarks/unseen_names.py all --model FOLDER    # every paragraph, and a trained pipeline too

Scores strict precision, recall and F1 by label of the bare language model, of the whole pipeline, and of the pipeline
with each `--model`; "names" is persons and places together. The paragraphs stand in unseen_names.txt.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from regesta.model.mention import Label
from regesta.model.settings import TagSettings
from regesta.model.source import Source
from regesta.model.training import Marked
from regesta.tag.components.model import LABELS as LABEL_OF
from regesta.tag.components.model import recogniser
from regesta.tag.tagger import Tagger
from regesta.tag.training.general import LABELS, general, marked_texts
from regesta.tag.training.gold import Document
from regesta.tag.version import model_name
from regesta.workspace.gazetteer import gazetteer

ROWS: dict[str, tuple[Label, ...]] = {"PERSON": ("PERSON",), "PLACE": ("PLACE",), "ORG": ("ORG",), "names": LABELS[:2]}
Answer = Callable[[str], set[Marked]]


def paragraphs(part: str) -> list[Document]:
    """The paragraphs of a half, of both, or the fixed general set."""
    if part == "general":
        return general()
    every = marked_texts(Path(__file__).with_suffix(".txt").read_text("utf-8"), "unseen")
    return {"working": every[::2], "blind": every[1::2], "all": every}[part]


def bare() -> Answer:
    """What the language model says by itself."""
    nlp = recogniser(model_name(TagSettings()))
    return lambda text: {
        Marked(entity.start_char, entity.end_char, LABEL_OF[entity.label_])
        for entity in nlp(text).ents
        if entity.label_ in LABEL_OF
    }


def pipeline(model: str = "") -> Answer:
    """What the whole pipeline proposes, with the language model that is given."""
    tagger = Tagger(TagSettings(model=model), [], [], gazetteer=gazetteer())
    return lambda text: {
        Marked(each.start, each.end, each.label)
        for each in tagger.tag(Source(id="benchmark", csl={}), text)
        if each.label in LABELS
    }


def measure(name: str, answer: Answer, documents: list[Document], *, show: bool = False) -> None:
    """Prints how an answer compares with what is marked."""
    gold = {(document.source, span) for document in documents for span in document.marked}
    found = {(document.source, span) for document in documents for span in answer(document.text)}
    texts = {document.source: document.text for document in documents}
    if show:
        for source, span in sorted(gold ^ found):
            kind = "missed" if (source, span) in gold else "wrong "
            print(f"  {source} {kind} {span.label:6} {texts[source][span.start : span.end]!r}")
    row = []
    for title, labels in (
        ("PERSON", {"PERSON"}),
        ("PLACE", {"PLACE"}),
        ("ORG", {"ORG"}),
        ("names", {"PERSON", "PLACE"}),
    ):
        wanted, made = ({each for each in spans if each[1].label in labels} for spans in (gold, found))
        right = len(wanted & made)
        row.append(
            f"{title} P {right / max(len(made), 1):.3f} R {right / max(len(wanted), 1):.3f} "
            f"F {2 * right / max(len(made) + len(wanted), 1):.3f}"
        )
    print(f"{name:12} {' | '.join(row)}", flush=True)


def main(arguments: list[str]) -> int:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description="How well names are found in texts that no rule was made for.")
    parser.add_argument("part", choices=("working", "blind", "all", "general"), help="which paragraphs")
    parser.add_argument(
        "--model", action="append", default=[], help="the folder of a trained pipeline; may be repeated"
    )
    parser.add_argument("--show", action="store_true", help="list what was missed and what is wrong")
    options = parser.parse_args(arguments)
    documents = paragraphs(options.part)
    measure("bare model", bare(), documents)
    measure("untrained", pipeline(), documents, show=options.show)
    for model in options.model:
        measure(Path(model).name, pipeline(model), documents, show=options.show)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
