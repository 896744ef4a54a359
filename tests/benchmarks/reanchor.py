"""What it takes to correct a long text with many decisions, and where the decisions come to stand.

    python tests/benchmarks/reanchor.py [--chars 1000000] [--decisions 5000]

A made-up book is corrected as a careful reader would correct a scan: one word in fifty has another letter, a passage is
moved, and some are left out. Prints the seconds of the preview, of the first reading of all decisions afterwards and of
the next ones, the four counts, and how many were carried to a wrong place (the truth is known, since the book is made).
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter
from pathlib import Path

import msgspec

from regesta.model.ids import sha256_hex
from regesta.model.source import Source, SourceFile, SourceText
from regesta.review import decide
from regesta.review.act import draft, target
from regesta.stages.decided import Decided
from regesta.stages.reanchor import propose, put
from regesta.workspace.init import init
from regesta.workspace.logs import LogWriter
from regesta.workspace.workspace import Workspace

AT = "2026-01-01T00:00:00Z"
LETTERS = "abcdefghijklmnoprstuvwz"


def vocabulary(chance: random.Random) -> list[str]:
    """Made-up words; a tenth of them are names."""
    words = ["".join(chance.choices(LETTERS, k=chance.randint(2, 9))) for _ in range(20_000)]
    return [word.capitalize() if at % 10 == 0 else word for at, word in enumerate(words)]


def book(chance: random.Random, size: int) -> list[list[str]]:
    """Paragraphs of words, the common ones often, with a formula that comes back in every tenth."""
    words = vocabulary(chance)
    weights = [1 / (rank + 1) for rank in range(len(words))]
    paragraphs: list[list[str]] = []
    total = 0
    while total < size:
        made = chance.choices(words, weights, k=chance.randint(40, 120))
        if len(paragraphs) % 10 == 0:
            made += ["was", "shot", "on", "the", "same", "day"]
        paragraphs.append(made)
        total += sum(map(len, made)) + len(made) + 1
    return paragraphs


class Edited:
    """A book before and after, and where each word that is left stands in both."""

    def __init__(self, chance: random.Random, paragraphs: list[list[str]]) -> None:
        order = list(range(len(paragraphs)))
        gone = set(chance.sample(order, k=max(1, len(order) // 100)))
        away = chance.randrange(len(order))
        kept = [at for at in order if at not in gone]
        moved = kept.pop(min(away, len(kept) - 1))
        kept.insert(chance.randrange(len(kept)), moved)
        wrong = [[_misread(chance, word) for word in words] for words in paragraphs]
        self.old, before = _set(wrong, order)
        self.new, after = _set(paragraphs, kept)
        self.truth = {before[key]: after.get(key) for key in before}


def _misread(chance: random.Random, word: str) -> str:
    if chance.random() > 0.02 or len(word) < 4:
        return word
    at = chance.randrange(1, len(word))
    return word[:at] + chance.choice(LETTERS) + word[at + 1 :]


def _set(paragraphs: list[list[str]], order: list[int]) -> tuple[str, dict[tuple[int, int], tuple[int, int]]]:
    pieces, places, at = [], {}, 0
    for number in order:
        for step, word in enumerate(paragraphs[number]):
            places[number, step] = (at, at + len(word))
            at += len(word) + 1
            pieces.append(word + " ")
        pieces[-1] = pieces[-1].rstrip() + "\n\n"
        at += 1
    return "".join(pieces), places


def workspace(folder: Path, text: str) -> Workspace:
    """A workspace with the book as a plain text."""
    init(folder, "Book")
    ws = Workspace.open(folder)
    data = text.encode("utf-8")
    source = Source(
        id="book",
        csl={"id": "book"},
        file=SourceFile(name="book.txt", sha256=sha256_hex(data), bytes=len(data), media_type="text/plain"),
        text=SourceText(sha256=sha256_hex(data), chars=len(text), reader="plain", version="1"),
    )
    home = ws.source_dir("book")
    home.mkdir()
    for name, content in (("original.txt", data), ("text.txt", data), ("source.json", msgspec.json.encode(source))):
        (home / name).write_bytes(content)
    return ws


def decisions(ws: Workspace, edited: Edited, number: int, chance: random.Random) -> dict[str, tuple[int, int] | None]:
    """Accepts as many words; gives by mention id where each of them should come to stand."""
    spans = sorted(chance.sample(sorted(edited.truth), k=number))
    drafts, truth = [], {}
    for start, end in spans:
        mention = decide.new_mention("book", edited.old, (start, end), "PERSON", reviewer="x", taken=truth)
        truth[mention.id] = edited.truth[start, end]
        drafts.append(draft(decide.answer("accept", target(mention)), "anna", "desk", AT))
    LogWriter(ws, "anna", "desk").append_all(drafts)
    return truth


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--chars", type=int, default=1_000_000)
    parser.add_argument("--decisions", type=int, default=5_000)
    asked = parser.parse_args()
    chance = random.Random(1939)
    edited = Edited(chance, book(chance, asked.chars))
    with tempfile.TemporaryDirectory() as folder:
        ws = workspace(Path(folder), edited.old)
        truth = decisions(ws, edited, asked.decisions, chance)
        proposed = _timed("preview", lambda: propose(ws, "book", edited.new))
        put(ws, proposed, by="anna", at=AT)
        _timed("all decisions, as they read today", lambda: Decided(ws))
        reviewed = _timed("the whole state of review", lambda: Decided(ws).reviewed(["book"]))
        wrong = Counter(
            "right" if (standing.record.start, standing.record.end) == truth[name] else "wrong"
            for name, standing in reviewed.mentions.items()
            if not standing.stale
        )
    print(f"{len(edited.old):,} characters, {asked.decisions:,} decisions")
    print(" ".join(f"{tier} {number}" for tier, number in proposed.report.counts.items()))
    print(f"carried over without being asked: {wrong['right']} right, {wrong['wrong']} wrong")


def _timed(what, function):  # type: ignore[no-untyped-def]
    began = time.process_time()
    made = function()
    print(f"{what}: {time.process_time() - began:.2f} CPU s")
    return made


if __name__ == "__main__":
    main()
