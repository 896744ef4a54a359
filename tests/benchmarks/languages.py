"""How well names are found in other languages than English: `python tests/benchmarks/languages.py [seen|unseen] [-v]`.

Tags the paragraphs of `tests/benchmarks/languages/`, each as a document of its own, and prints strict precision, recall
and F1 by language and label: without a pipeline for any of these languages, and French also with the one that is
installed. Odd paragraphs are those that the rules were shaped on (`seen`), even ones are not; `-v` shows the faults.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from regesta.model.settings import TagSettings
from regesta.model.source import Source
from regesta.tag.tagger import Tagger
from regesta.workspace.gazetteer import gazetteer

FOLDER = Path(__file__).parent / "languages"
LABELS = ("PERSON", "PLACE", "ORG", "DATE")
LANGUAGES = ("de", "pl", "ru", "cs", "fr")
_MARKED = re.compile(r"\[(PERSON|PLACE|ORG|DATE):([^\]]+)\]")

Spans = set[tuple[int, int, str]]


def main(arguments: list[str]) -> int:
    """Runs the benchmark; 0 where it could."""
    parts = [part for part in ("seen", "unseen") if part in arguments] or ["seen", "unseen"]
    blank = TagSettings(models=dict.fromkeys(LANGUAGES, "blank"))
    for title, settings, languages in (
        ("no pipeline", blank, LANGUAGES),
        ("installed pipeline", TagSettings(), ("fr",)),
    ):
        tagger = Tagger(settings, [], [], gazetteer=gazetteer())
        for part in parts:
            print(f"{title}, {part} paragraphs")
            whole: Counter[tuple[str, str]] = Counter()
            for language in languages:
                counted = _counted(tagger, language, part, verbose="-v" in arguments)
                whole += counted
                _print(language, counted)
            if len(languages) > 1:
                _print("all", whole)
    return 0


def _paragraphs(language: str, part: str) -> list[tuple[str, Spans]]:
    marked = (FOLDER / f"{language}.txt").read_text("utf-8").strip().split("\n\n")
    return [_read(paragraph) for paragraph in marked[0 if part == "seen" else 1 :: 2]]


def _read(marked: str) -> tuple[str, Spans]:
    """A paragraph without its marks, and the spans that were marked."""
    text, after, spans = "", 0, set()
    for match in _MARKED.finditer(marked):
        text += marked[after : match.start()]
        spans.add((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        after = match.end()
    return f"{text}{marked[after:]}\n", spans


def _counted(tagger: Tagger, language: str, part: str, *, verbose: bool) -> Counter[tuple[str, str]]:
    """By label, how many spans are right, proposed and marked."""
    counted: Counter[tuple[str, str]] = Counter()
    for number, (text, gold) in enumerate(_paragraphs(language, part)):
        found = tagger.tag(Source(id=f"{language}{number}", csl={}, language=language), text)
        proposed = {(each.start, each.end, each.label) for each in found if each.label in LABELS}
        for kind, spans in (("right", gold & proposed), ("proposed", proposed), ("marked", gold)):
            counted.update((kind, label) for _, _, label in spans)
        if verbose:
            missed = ", ".join(f"{text[start:end]}/{label}" for start, end, label in sorted(gold - proposed))
            wrong = ", ".join(f"{text[start:end]}/{label}" for start, end, label in sorted(proposed - gold))
            print(f"  missed: {missed}\n  wrong:  {wrong}")
    return counted


def _print(language: str, counted: Counter[tuple[str, str]]) -> None:
    for label in ("names", *LABELS):
        labels = LABELS[:3] if label == "names" else (label,)
        right, proposed, marked = (
            sum(counted[kind, each] for each in labels) for kind in ("right", "proposed", "marked")
        )
        precision, recall = right / max(proposed, 1), right / max(marked, 1)
        f1 = 2 * right / max(proposed + marked, 1)
        print(f"  {language:3} {label:6} P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({right} of {marked})")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
