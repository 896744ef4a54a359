"""Which proposals are surely right: `python tests/benchmarks/sure.py [measure]`.

Shows, for the EHRI dev documents and the seed article, how many proposals a review would offer to accept in one act
at first, before anybody has decided anything, and how many of them are right. `measure` counts the training documents
instead, and writes what it finds to pipeline/regesta/review/sure.toml.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from ehri_gold import ehri, proposals, seed

from regesta.review.sure import BOUND, is_one_thing
from regesta.review.sure_rate import SureRate, sort_of

TABLE = Path(__file__).resolve().parents[2] / "pipeline/regesta/review/sure.toml"
HEAD = """\
# How often proposals were right, by label, component (of dates: rule) and band of scores. Written by
# `python tests/benchmarks/sure.py measure` from documents that nothing is scored on. Right means span and label.
"""


def measure() -> None:
    """Writes the table of measured rates."""
    texts = ehri("train")
    rates: dict[tuple[str, str, float], list[int]] = defaultdict(lambda: [0, 0])
    found = proposals(texts)
    for text in texts:
        for mention in found[text.source]:
            if text.counts(mention):
                rate = rates[sort_of(mention)]
                rate[0] += text.is_right(mention)
                rate[1] += 1
    rows = [
        f'[[kind]]\nlabel = "{label}"\nby = "{by}"\nscore = {band}\nright = {right}\ndecided = {decided}\n'
        for (label, by, band), (right, decided) in sorted(rates.items())
    ]
    TABLE.write_text(HEAD + "".join(f"\n{row}" for row in rows), "utf-8")


def show() -> None:
    """Prints how much is sure at first, and how much of that is right."""
    rate = SureRate()
    for name, texts in (("EHRI dev", ehri("dev")), ("seed article", [seed()])):
        found = proposals(texts, without=("ORG",) if name == "seed article" else ())
        right: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        for text in texts:
            for mention in found[text.source]:
                for label in (mention.label, "ALL"):
                    row = right[label]
                    row[2] += 1
                    if text.counts(mention) and rate.error(mention) <= BOUND and is_one_thing(mention):
                        row[0] += text.is_right(mention)
                        row[1] += 1
        print(f"{name}: of the proposals, so many are surely right, and so many of these are right")
        for label, (good, sure, proposed) in sorted(right.items()):
            share = f"{good / sure:.1%}" if sure else "-"
            print(f"  {label:7} {proposed:5} proposed {sure:5} sure {good:5} right {share}")


if __name__ == "__main__":
    measure() if "measure" in sys.argv[1:] else show()
