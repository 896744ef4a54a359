"""What words cost: pdfplumber's own against ours, in CPU seconds, over the PDFs given or over one made here.

    python tests/benchmarks/pdf_words.py [FILE.pdf ...]

Prints, for each file, the CPU seconds of `page.extract_words(x_tolerance_ratio=.15)`, of the same words by the glyph
device, and of the whole reading (words, reading order, second opinion, text and layout), their ratios to the first,
and F1 of the two lists of words.
"""

from __future__ import annotations

import io
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pdfplumber
from fpdf import FPDF

from regesta.errors import RegestaError
from regesta.ingest.pdf.glyphs import GlyphDevice, see
from regesta.ingest.pdf.words import words
from regesta.ingest.read import read
from regesta.model.settings import IngestSettings

SENTENCES = (
    "The delegations met for the first time in the autumn of 1939 and spoke of the border for two long days. "
    "Of the second meeting less is known, since the files of the hosts were burnt before the end of the war. "
)


def book(pages: int) -> bytes:
    """A PDF of running text, 45 lines a page, with a frame and a rule on each."""
    made = FPDF(unit="pt", format="A4")
    made.set_font("Times", size=11)
    for _ in range(pages):
        made.add_page()
        made.rect(40, 40, 515, 760)
        made.line(60, 740, 200, 740)
        made.multi_cell(475, 14, SENTENCES * 14, align="J")
    return bytes(made.output())


def plain_words(data: bytes) -> list[str]:
    """The words as pdfplumber gives them."""
    found = []
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            found += [word["text"] for word in page.extract_words(x_tolerance_ratio=0.15)]
            page.close()
    return found


def our_words(data: bytes) -> list[str]:
    """The words by the glyph device."""
    found = []
    pdf = pdfplumber.open(io.BytesIO(data))
    device = GlyphDevice(pdf.rsrcmgr)
    for page in pdf.pages:
        see(page, device)
        found += [word.text for word in words(device.fragments, page.page_number)]
    return found


def cpu(function: Callable[[bytes], Any], data: bytes) -> tuple[float, Any]:
    """CPU seconds of a call, and what it gave."""
    start = time.process_time()
    result = function(data)
    return time.process_time() - start, result


def main(paths: list[str]) -> None:
    """Prints a line for each file and one for all."""
    files = [(Path(path).name, Path(path).read_bytes()) for path in paths] or [("made here", book(40))]
    settings = IngestSettings()
    total = [0.0, 0.0, 0.0]
    print(f"{'plain':>8} {'ours':>8} {'ratio':>6} {'reading':>8} {'ratio':>6} {'F1':>6}")
    for name, data in files:
        try:
            reading, _ = cpu(lambda data: read(data, name, settings), data)  # noqa: B023 - called at once
        except RegestaError as error:
            print(error)
            continue
        ours, our = cpu(our_words, data)
        plain, theirs = cpu(plain_words, data)
        common = (Counter(our) & Counter(theirs)).total()
        share = 2 * common / max(1, len(our) + len(theirs))
        total = [total[0] + plain, total[1] + ours, total[2] + reading]
        print(f"{plain:8.2f} {ours:8.2f} {ours / plain:6.2f} {reading:8.2f} {reading / plain:6.2f} {share:6.3f} {name}")
    plain = total[0] or 1.0
    print(f"{total[0]:8.2f} {total[1]:8.2f} {total[1] / plain:6.2f} {total[2]:8.2f} {total[2] / plain:6.2f}        all")


if __name__ == "__main__":
    main(sys.argv[1:])
